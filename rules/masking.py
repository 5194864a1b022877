"""Numbers that must not be seen in the staff chat, made unreadable; the rest of the text stays as it was.

Masked: phones, tax numbers, bank cards and accounts, certificates of displaced people, passports, unit numbers, e-mail.
Left readable: case numbers, dates, years, times, sums of money, short numbers, hotlines written with spaces (0 800 …).
Where a number could be either, it is masked: a caseworker can open the details.
"""

import re

DOT = "•"
LONGEST_READABLE = 6
"""Never more digits than this in a row are left."""

_SEP = r"[ \t\u00a0\u00ad\u2007\u2009-\u2015\u202f\u2060\u2212\ufeff\-.()/_]"
_LETTER = r"[^\W\d_]"
_UNIT_LETTER = r"[A-ZА-ЯІЇЄҐ]"

_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_UNIT = re.compile(
    rf"(?P<head>(?<!\w)(?:в\s*/\s*ч|вч|в\.\s*ч\.|п\s*/\s*п|військов\w+\s+частин\w+|войсков\w+\s+част\w+|"
    rf"польов\w+\s+пошт\w+|полев\w+\s+почт\w+|military\s+unit)\s*[№#]?\s*{_LETTER}?)[-\s]?\d{{4,5}}(?!\d)",
    re.IGNORECASE,
)
_BARE_UNIT = re.compile(rf"(?<!\w)(?P<head>{_UNIT_LETTER})-?\d{{4}}(?!\w)")
_PASSPORT = re.compile(
    r"(?P<head>(?<!\w)паспорт\w*\W{0,3}(?:сер\w+\W{1,2})?[^\W\d_]{0,2}\s*[№#N]?\s*)\d{6}(?!\d)", re.IGNORECASE
)
_SERIES = re.compile(
    rf"(?P<head>(?<![^\W\d_]){_UNIT_LETTER}{{2}}\s*[№#N]?\s*)\d{{6}}(?!\d|\s*(?:грн|гривень|гривні|тис|млн|₴|uah))",
    re.IGNORECASE,
)

# What may stay although it has many digits. None of them may continue or be continued by more digits: a phone written
# with dots must not pass for a date.
_NOT_AFTER_DIGITS = rf"(?<!\d)(?<!\d{_SEP})(?<![\d{DOT}]{DOT})"
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,6}"
_READABLE = re.compile(
    "|".join(
        (
            rf"(?<!\w)[A-Za-zА-ЯІЇЄҐа-яіїєґ]{{2,5}}-20\d\d-\d{{1,6}}(?!\d|{_SEP}\d)",
            rf"(?<!\d)(?<!\d[.\-/]){_DAY}(?P<sep>[./-]){_MONTH}(?P=sep){_YEAR}(?!\d|[.\-/]\d)",
            rf"{_NOT_AFTER_DIGITS}{_DAY}([./]){_MONTH}\2\d\d(?!\d|{_SEP}\d)",
            rf"(?<!\d)(?<!\d[.\-/]){_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d|[.\-/]\d)",
            rf"(?<!\d)(?<!\d[.\-/])(?:0[1-9]|1[0-2])\.{_YEAR}(?!\d|[.\-/]\d)",
            rf"{_NOT_AFTER_DIGITS}(?:{_NUMBER})(?:\s?[-–—]\s?(?:{_NUMBER}))?\s?(?:грн|гривень|гривні|тис|млн|₴|uah|дол|євро|\$|€)",
            rf"(?<![+\d])(?<!\d{_SEP})0[ \u00a0-]?800(?:[ \u00a0-]?\d{{2,3}}){{2,4}}(?!\d|{_SEP}\d)",
        )
    ),
    re.IGNORECASE,
)
_DIGITS = re.compile(rf"\+?\(?\d(?:{_SEP}{{0,3}}\d)*")
_THOUSANDS = re.compile(r"[1-9]\d{0,1}(?:[ \u00a0\u202f]\d{3}){2}")


def mask(text: str) -> str:
    """The text with every number that could be somebody's made of dots, two last digits at most left readable.

    Masking a masked text changes nothing.
    """
    text = _EMAIL.sub(f"{DOT * 3}@{DOT * 3}", text)
    text = _UNIT.sub(_hide_all, text)
    text = _BARE_UNIT.sub(_hide_all, text)
    text = _PASSPORT.sub(_hide_six, text)
    text = _SERIES.sub(_hide_six, text)
    masked: list[str] = []
    position = 0
    for readable in _READABLE.finditer(text):
        if max(map(len, re.findall(r"\d+", readable.group()))) > LONGEST_READABLE:
            continue
        masked += _DIGITS.sub(_hide_number, text[position : readable.start()]), readable.group()
        position = readable.end()
    masked.append(_DIGITS.sub(_hide_number, text[position:]))
    return "".join(masked)


def _hide_all(found: re.Match[str]) -> str:
    return found["head"] + DOT * 4


def _hide_six(found: re.Match[str]) -> str:
    return found["head"] + DOT * 4 + found.group()[-2:]


def _hide_number(found: re.Match[str]) -> str:
    written = found.group()
    groups = re.findall(r"\d+", written)
    digits = "".join(groups)
    if len(digits) <= LONGEST_READABLE or _is_years(groups) or _THOUSANDS.fullmatch(written):
        return written
    if len(digits) == 12 and digits.startswith("380"):
        return "+380" + DOT * 7 + digits[-2:]
    return ("+" if written[0] == "+" else "") + DOT * (len(digits) - 2) + digits[-2:]


def _is_years(groups: list[str]) -> bool:
    return all(re.fullmatch(_YEAR, group) for group in groups)
