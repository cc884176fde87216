"""Comments are found wherever they stand, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.worksheet import comments, layout

TEXT = '''\
# one
[worksheet]  # two
format = 1 #three
a = "# no"
b = '# no'  # four
c = """
# no \\""" # no
"""" # five
d = \'\'\'
# no
\'\'\'\' # six
e = [ # seven
  "x", # eight
] #'''


def found(text: str) -> list[str]:
    return [span.of(text) for span in comments.find(text)]


def test_comments_are_told_from_strings() -> None:
    assert found(TEXT) == [
        "# one",
        "# two",
        "#three",
        "# four",
        "# five",
        "# six",
        "# seven",
        "# eight",
        "#",
    ]
    assert found(TEXT.replace("\n", "\r\n")) == found(TEXT)


@given(st.text(max_size=30), st.booleans())
def test_no_string_holds_a_comment(text: str, long: bool) -> None:
    written = layout.multiline(text) if long else layout.string(text)
    assert found(f"a = {written} # one\n") == ["# one"]
