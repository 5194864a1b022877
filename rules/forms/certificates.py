"""Numbers of displaced people's certificates: four digits, a hyphen, nine or ten more.

Source: the mask that several state forms use for the certificate of Cabinet resolution № 509 of 01.10.2014. It is not
confirmed for every office, so an unusual number is only warned about.
"""

import re

_USUAL = re.compile(r"[0-9]{4}-[0-9]{9,10}")
_DASHES = re.compile(r"[\s\u00ad\u2010-\u2015\u2212]+")
FEWEST_DIGITS = 4
LONGEST = 30


def tidy_certificate(written: str) -> str | None:
    """The number with one plain hyphen where a person put spaces or dashes; None where hardly any digits are."""
    bare = re.sub(r"^[\s№#]+", "", written.strip())
    if len(re.findall(r"[0-9]", bare)) < FEWEST_DIGITS or len(bare) > LONGEST:
        return None
    return _DASHES.sub("-", bare).strip("-.,")


def is_usual_certificate(number: str) -> bool:
    """Whether the number looks like nearly all of them."""
    return _USUAL.fullmatch(number) is not None
