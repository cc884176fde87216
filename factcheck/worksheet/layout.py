"""A worksheet's text, laid out for a person to fill in.

The layout is fixed: the same worksheet gives the same bytes. tomli-w writes the strings; it lays
out tables by their length and writes no comments, so blocks and arrays are put together here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import tomli_w

from factcheck.model import Evidence, Signoff, Worksheet
from factcheck.scales import DESK, SCALES, Scale
from factcheck.worksheet import format as fmt
from factcheck.worksheet.evidence import bare
from factcheck.worksheet.keys import Key, Table

_NOT_LITERAL = re.compile(r"'''|'\Z|[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = re.compile(r'[\x00-\x08\x0b-\x1f\x7f\\]|"(?=""|\Z)')
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PLAIN = re.compile(r"[a-z0-9-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def schema_file(scale: str) -> str:
    """The name under which a worksheet of that scale looks for its JSON Schema, beside itself."""
    own = scale != DESK.name and _PLAIN.fullmatch(scale)
    return f"worksheet.{scale}.schema.json" if own else "worksheet.schema.json"


def render(worksheet: Worksheet, scale: Scale | None = None) -> str:
    """Lay ``worksheet`` out as TOML. ``scale`` is the one that it names, where that is a house's own.

    What :func:`factcheck.worksheet.parse` reads back equals ``worksheet``; only an article's
    ``site`` and ``warnings`` have no place in the file.
    """
    article = worksheet.article
    about = {name: getattr(article, name) for name in fmt.ARTICLE.names if name != "sha256"}
    parts = [
        _head(worksheet, scale),
        block(fmt.WORKSHEET, _fields(fmt.WORKSHEET, worksheet)),
        block(fmt.ARTICLE, {**about, "sha256": worksheet.sha256}),
        *(block(fmt.SIGNOFF, _fields(fmt.SIGNOFF, each)) for each in _signed(worksheet)),
        _template(fmt.SOURCE),
        *(block(fmt.SOURCE, _fields(fmt.SOURCE, each)) for each in worksheet.sources),
        *(block(fmt.QUERY, _fields(fmt.QUERY, each)) for each in worksheet.queries),
        *blocks("assertion", worksheet.assertions),
        *blocks("retired", worksheet.retired),
        *(block(fmt.SET_ASIDE, _fields(fmt.SET_ASIDE, each)) for each in worksheet.set_aside),
        block(fmt.SNAPSHOT, {"text": article.text}),
    ]
    return "\n".join(parts)


def block(table: Table, values: Mapping[str, Any]) -> str:
    """One block: the header and a line or more for each key, ended by a line break.

    ``values`` has the model's values by the keys' names; keys that are not in it are left out, and
    so are optional ones that are empty, and those whose entries are blocks of their own.
    """
    lines = [table.header]
    for key in table.keys:
        value = values.get(key.name)
        empty = key.optional and value in (None, key.default, "", ())
        if key.name not in values or empty or key.apart:
            continue
        lines.append(f"{key.name} = {written(table, key, value)}")
    return "\n".join(lines) + "\n"


def blocks(name: str, nouns: Iterable[object]) -> Iterator[str]:
    """For each of ``nouns`` its block of the table called ``name``, and those that belong to it."""
    table = fmt.TABLES[name]
    for noun in nouns:
        yield block(table, _fields(table, noun))
        for key in table.keys:
            if key.apart:
                yield from blocks(f"{name}.{key.name}", getattr(noun, key.name))


def _signed(worksheet: Worksheet) -> tuple[Signoff, ...]:
    return () if worksheet.signoff is None else (worksheet.signoff,)


def _fields(table: Table, noun: object) -> dict[str, Any]:
    return {name: getattr(noun, name) for name in table.names}


def _head(worksheet: Worksheet, own: Scale | None = None) -> str:
    title = one_line(worksheet.article.title)
    count = len(worksheet.assertions)
    what = "fact-check worksheet" if title else "Fact-check worksheet"
    number = "1 assertion" if count == 1 else f"{count} assertions"
    scale = own or SCALES.get(worksheet.scale)
    lines = [
        f"#:schema ./{schema_file(worksheet.scale)}",
        f"# {title + ': ' if title else ''}{what}. {number}.",
        "# For each [[assertion]]: set verdict, add evidence. "
        "Then: factcheck check FILE, factcheck report FILE.",
    ]
    if scale:
        lines.append(f"# verdict: {' | '.join(scale.words)}")
    if scale and scale.dismissal:
        lines.append(
            f'# Nothing worth checking in a block? Keep it, with verdict = "{scale.dismissal}"; '
            "a deleted block is missed."
        )
    return "\n".join(lines) + "\n"


def remarks(worksheet: Worksheet) -> tuple[str, ...]:
    """The comments that a new worksheet has, which no person wrote."""
    lines = (_head(worksheet) + _template(fmt.SOURCE)).splitlines()
    return tuple(line.strip() for line in lines)


def one_line(text: str) -> str:
    """``text`` on one line, fit for a comment: no control or direction-changing characters."""
    return " ".join(_CONTROL.sub(" ", _BIDI.sub("", text)).split())


def _template(table: Table) -> str:
    lines = ["A source is described once and named by its id in any evidence.", table.header]
    for key in table.keys:
        if key.example:
            words = f"  # {' | '.join(key.words)}" if key.words else ""
            lines.append(f"{key.name} = {key.example}{words}")
    return "".join(f"# {line}\n" for line in lines)


def written(table: Table, key: Key, value: Any) -> str:
    """``value``, of the model, as TOML writes it at ``key`` of ``table``."""
    match key.type:
        case "snapshot":
            return multiline(value)
        case "prose":
            return multiline(value) if "\n" in value else string(value)
        case "text" | "verdict" | "scale":
            return string(value)
        case "boolean":
            return "true" if value else "false"
        case "datetime":
            return _moment(value)
        case "span":
            return f"[{value.start}, {value.end}]"
        case "texts":
            return f"[{', '.join(entries(table, key, value))}]"
        case "tables":
            return _array(entries(table, key, value))
        case "integer" | "date":
            return str(value)


def entries(table: Table, key: Key, values: Iterable[Any]) -> Iterator[str]:
    """Each of ``values`` as TOML writes it in the array at ``key`` of ``table``."""
    if key.type == "texts":
        yield from map(string, values)
        return
    inner = fmt.TABLES[f"{table.name}.{key.name}"]
    for noun in values:
        if isinstance(noun, Evidence) and (word := bare(noun)):
            yield string(word)
            continue
        pairs = [
            f"{part.name} = {written(inner, part, value)}"
            for part, value in zip(inner.keys, _fields(inner, noun).values(), strict=True)
            if value or not part.optional
        ]
        yield f"{{ {', '.join(pairs)} }}" if pairs else "{}"


def _array(entries: Iterable[str]) -> str:
    lines = "".join(f"  {entry},\n" for entry in entries)
    return f"[\n{lines}]" if lines else "[]"


def _moment(moment: dt.datetime) -> str:
    # TOML knows whole minutes of offset only.
    offset = moment.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        moment = moment.astimezone(dt.UTC)
    return moment.isoformat().replace("+00:00", "Z")


def string(text: str) -> str:
    """``text`` as a TOML string on one line."""
    return tomli_w.dumps({"k": text})[4:-1]


def multiline(text: str) -> str:
    """``text`` as a TOML string over several lines, without escapes where that is possible."""
    if not _NOT_LITERAL.search(text):
        return f"'''\n{text}'''"
    return f'"""\n{_ESCAPED.sub(_escape, text)}"""'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in '\\"':
        return "\\" + character
    return "\\r" if character == "\r" else f"\\u{ord(character):04x}"
