"""The keys of one block in two worksheets, and in what both came from, as one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from factcheck.errors import WorksheetError
from factcheck.merging.record import Difference
from factcheck.merging.regions import Pair, Region
from factcheck.worksheet import edit
from factcheck.worksheet.edit import Edit

_ABSENT = object()
_BLANK: tuple[object, ...] = (_ABSENT, "", [], None)


@dataclass(frozen=True, slots=True)
class Keys:
    """What has to be changed in our block, and what nobody but a person can settle."""

    edits: tuple[Edit, ...]
    differences: tuple[Difference, ...]


def joined(pair: Pair, skip: Collection[str]) -> Keys:
    """The keys of both in our block, but for those to ``skip``.

    A key that only one side changed is as that side has it; without a base, one that is blank
    gives way. Where both say something else ours stays and the other stands below as a comment.
    """
    ours, theirs, base = pair.ours, pair.theirs, pair.base
    edits: list[Edit] = []
    differences: list[Difference] = []
    for name in dict.fromkeys((*theirs.block.values, *ours.block.values)):
        mine, yours = (each.block.data.get(name, _ABSENT) for each in (ours, theirs))
        before = base.block.data.get(name, _ABSENT) if base else _ABSENT
        if name in skip or mine == yours or (base and yours == before):
            continue
        if base and mine == before and yours is _ABSENT:
            edits.append(edit.remove_key(ours.document, ours.block, name))
        elif mine in _BLANK or (base and mine == before):
            edits.append(edit.put(ours.document, ours.block, name, _raw(theirs, name)))
        elif yours not in _BLANK:
            difference = Difference(ours.called, name, _raw(ours, name), _raw(theirs, name))
            told = [line for line in remark(difference) if line not in ours.comments]
            edits += edit.remark(ours.document, ours.block, told)
            if told:
                differences.append(difference)
    return Keys(tuple(edits), tuple(differences))


def remark(difference: Difference) -> Iterator[str]:
    """The other value as comment lines."""
    for number, line in enumerate(difference.other.split("\n")):
        yield f"# the other worksheet: {difference.key} = {line}" if not number else f"# {line}"


def _raw(region: Region, name: str) -> str:
    """The value as it is written, with line feeds."""
    block, text = region.block, region.document.text
    value = block.values[name]
    if isinstance(block.data[name], dict) and not text.startswith("{", value.start):
        line = block.keys[name][0]
        raise WorksheetError(
            f"{region.document.path}:{line}: a key with dots cannot be merged: {name}.…",
            f"write it as {name} = {{ … }}, then merge; nothing was changed",
        )
    return value.of(text).replace("\r\n", "\n")
