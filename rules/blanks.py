"""What is still to be filled in: blanks that a template, or a hurried hand, left in a text."""

import re

_BLANK = re.compile(
    r"""
    _{3,} | (?<!\w)__(?!\w)                             # a line to write on
    | \[\s*(?:…|\.{2,})?\s*\] | \[[^\W\d][^\[\]\n]{0,60}\]  # a hint in square brackets, no footnote
    | \{[^{}]*\} | (?<![:;=-])[{}]                      # a variable, a brace without its twin that is no face
    | <[^\W\d][^<>\n]{0,40}>
    | \?{3,} | (?<!\w)[xхXХ]{3,}(?!\w)
    """,
    re.VERBOSE,
)


def blanks_in(text: str) -> tuple[str, ...]:
    """The blanks of a text as they are written, each once: ____, […], [ім’я], {дата}, a lone brace, <ім’я>, ???."""
    return tuple(dict.fromkeys(found[0] for found in _BLANK.finditer(text)))
