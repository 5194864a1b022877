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
_CAPITAL = r"[A-ZА-ЯІЇЄҐ]"
_CURRENCY = r"(?:грн|гривень|гривні|тис|млн|₴|uah|дол|євро|\$|€)"

_WITHOUT_BLANKS = re.compile(r"[\w.+%@-]+")
_EMAIL = re.compile(r"[\w.+%-]@[\w-]+\.[\w-]")
_UNIT_WORDS = (
    r"в\s*/\s*ч|вч|в\.\s*ч\.|п\s*/\s*п|військов\w+\s+частин\w+|войсков\w+\s+част\w+|"
    r"польов\w+\s+пошт\w+|полев\w+\s+почт\w+|military\s+unit"
)
_NAMED_UNIT = re.compile(
    rf"(?P<head>(?<!{_LETTER})(?:{_UNIT_WORDS})[\s№#]{{0,4}}{_LETTER}?)[-\s]?\d{{4,5}}(?!\d)", re.IGNORECASE
)
_BARE_UNIT = re.compile(rf"(?<!\w)(?P<head>{_CAPITAL})-?\d{{4}}(?!\w)")
_PASSPORT = re.compile(
    rf"(?P<head>(?<!{_LETTER})паспорт\w*\W{{0,3}}(?:сер\w+\W{{1,2}})?{_LETTER}{{0,2}}[\s№#]{{0,4}})\d{{6}}(?!\d)",
    re.IGNORECASE,
)
_SERIES = re.compile(
    rf"(?P<head>(?<!{_LETTER}){_CAPITAL}{{2}}[\s№#]{{0,4}})\d{{6}}(?!\d|\s*{_CURRENCY}|\s*{_CURRENCY.upper()})"
)

# What may stay although it has many digits. None of them may continue other digits or be continued by them: a phone
# written with dots must not pass for a date.
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_DATE = (
    rf"(?:(?:{_DAY}[./-])?{_MONTH}[./]{_YEAR}|{_DAY}-{_MONTH}-{_YEAR}|"
    rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
)
_SUM = r"(?:[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,2}|[1-9]\d{0,5}|0)"
_APART = rf"(?<!\d)(?<!\d{_SEP})"
_READABLE = re.compile(
    "|".join(
        (
            rf"(?<!\w){_LETTER}{{2,5}}-20\d\d-\d{{1,6}}(?!\d|[.\-/]\d)",
            rf"(?<!\d)(?<!\d[.\-/]){_DATE}(?:\s?[-–—]\s?{_DATE})?(?!\d|[.\-/]\d)",
            rf"{_APART}{_DAY}[./]{_MONTH}[./]\d\d(?!\d|{_SEP}\d)",
            rf"{_APART}{_SUM}(?:\s?[-–—]\s?{_SUM})?\s?{_CURRENCY}",
            rf"(?<!\+){_APART}0[ \u00a0-]?800(?:[ \u00a0-]?\d{{2,3}}){{2,4}}(?!\d|{_SEP}\d)",
        )
    ),
    re.IGNORECASE,
)
_ANYTHING = re.compile(r"[\d@]")
_ANY_NUMBER = re.compile(rf"\+?\(?\d(?:{_SEP}{{0,3}}\d)*")
_THOUSANDS = re.compile(r"[1-9]\d?(?:[ \u00a0\u202f]\d{3}){2}")


def mask(text: str) -> str:
    """The text with every number that could be somebody's made of dots, two last digits at most left readable.

    Masking a masked text changes nothing.
    """
    if not _ANYTHING.search(text):
        return text
    text = _WITHOUT_BLANKS.sub(_hide_email, text)
    for unit in (_NAMED_UNIT, _BARE_UNIT):
        text = unit.sub(lambda found: found["head"] + DOT * 4, text)
    for passport in (_PASSPORT, _SERIES):
        text = passport.sub(lambda found: found["head"] + DOT * 4 + found.group()[-2:], text)
    masked: list[str] = []
    position = 0
    for readable in _READABLE.finditer(text):
        if max(map(len, re.findall(r"\d+", readable.group()))) <= LONGEST_READABLE:
            masked += _ANY_NUMBER.sub(_hide, text[position : readable.start()]), readable.group()
            position = readable.end()
    masked.append(_ANY_NUMBER.sub(_hide, text[position:]))
    return "".join(masked)


def _hide_email(found: re.Match[str]) -> str:
    written = found.group()
    if "@" not in written or not _EMAIL.search(written):
        return written
    return f"{DOT * 3}@{DOT * 3}" + written[len(written.rstrip(".+%-")) :]


def _hide(found: re.Match[str]) -> str:
    written = found.group()
    groups = re.findall(r"\d+", written)
    digits = "".join(groups)
    if len(digits) <= LONGEST_READABLE or _are_years(groups) or _THOUSANDS.fullmatch(written):
        return written
    if len(digits) == 12 and digits.startswith("380"):
        return "+380" + DOT * 7 + digits[-2:]
    return ("+" if written[0] == "+" else "") + DOT * (len(digits) - 2) + digits[-2:]


def _are_years(groups: list[str]) -> bool:
    return all(re.fullmatch(_YEAR, group) for group in groups)
