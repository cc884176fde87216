"""Where saved copies are, once the worksheet lies elsewhere."""

from __future__ import annotations

from pathlib import Path

from factcheck import merging, worksheet
from factcheck.model import Source

from .conftest import filled


def test_copies_are_found_from_the_folder_of_the_merged_worksheet(tmp_path: Path) -> None:
    minutes = Source("s1", title="Minutes", file="evidence/minutes.txt")
    notes = Source("s2", title="Notes", file="../notes.txt")
    kept = Source("s3", title="Kept", file="/srv/desk/kept.txt")
    for folder, sources in (("ana", (minutes, kept)), ("ben", (notes,))):
        (tmp_path / folder).mkdir()
        text = filled({}, *sources).text
        (tmp_path / folder / "w.toml").write_text(text, "utf-8")
    out = tmp_path / "desk" / "both" / "w.toml"
    merging.merge([tmp_path / "ana" / "w.toml", tmp_path / "ben" / "w.toml"], out)
    files = {source.title: source.file for source in worksheet.read(out).worksheet.sources}
    assert files == {
        "Minutes": "../../ana/evidence/minutes.txt",
        "Notes": "../../notes.txt",
        "Kept": "/srv/desk/kept.txt",
    }
    beside = tmp_path / "ana" / "both.toml"
    merging.merge([tmp_path / "ana" / "w.toml", tmp_path / "ben" / "w.toml"], beside)
    files = {source.title: source.file for source in worksheet.read(beside).worksheet.sources}
    assert files["Minutes"] == "evidence/minutes.txt"
    assert files["Notes"] == "../notes.txt"
