"""Telephone numbers as people write them, and as we keep them: `+380501234567` (E.164).

Sources: Ukraine's numbering plan (ITU operational bulletin: nine national digits, trunk prefix 0, the old trunk prefix
8), ITU-T E.164 for country codes and the fifteen digits that no number exceeds.
"""

import re

LONGEST = 15
ATTEMPT_DIGITS = 5
"""Somebody who writes so many digits, and few letters, means a number."""
FEW_LETTERS = 12

_DASHES = "\u00ad\u2010-\u2015\u2212\\-"
_WRITTEN = re.compile(rf"\+?\s*\(?[0-9](?:[\s().,/_{_DASHES}]*[0-9])*")
_NATIONAL = re.compile(r"[3-79][0-9]{8}|8[1-9][0-9]{7}")
"""What follows the trunk 0: not 0800 and not 0900, which are nobody's own; see also `_PAID`."""
_PAID = re.compile(r"90[0-9]{7}")
_MOBILE = re.compile(r"(?:39|50|6[3678]|7[357]|89|9[1-9])[0-9]{7}")

_COUNTRY_CODES = (
    "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 "
    "86 90 91 92 93 94 95 98 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 "
    "237 238 239 240 241 242 243 244 245 246 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 "
    "267 268 269 290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 372 373 374 375 376 377 378 380 "
    "381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 "
    "598 599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 850 852 853 855 856 "
    "880 886 960 961 962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 992 993 994 995 996 998"
)
_CODES = frozenset(_COUNTRY_CODES.split())
_LENGTHS = {
    "1": (10, 10), "7": (10, 10), "33": (9, 9), "34": (9, 9), "36": (8, 9), "39": (8, 11), "40": (9, 9), "44": (9, 10),
    "47": (8, 8), "45": (8, 8), "48": (9, 9), "90": (10, 10), "351": (9, 9), "359": (8, 9), "370": (8, 8),
    "371": (8, 8), "372": (7, 8), "373": (8, 8), "420": (9, 9), "421": (9, 9), "972": (8, 9), "995": (9, 9),
}  # fmt: skip
"""National digits of the countries where displaced people mostly live; elsewhere from six up to what E.164 allows."""
_SHORTEST = 6


def read_phone(written: str) -> str | None:
    """The one number in a text, as `+<country><number>`; None where there is none, or more than one.

    A number without a country is Ukrainian.
    """
    found = {phone for piece in _WRITTEN.findall(written) if (phone := _read(piece)) is not None}
    return found.pop() if len(found) == 1 else None


def without_phone(written: str) -> str:
    """What a person wrote beside the number, on one line; empty where nothing but the number was there."""
    rest = " ".join(_WRITTEN.sub(lambda piece: " " if _read(piece.group()) else piece.group(), written).split())
    return rest.strip(" ,.;:–-") if re.search(r"[^\W\d_]{2}", rest) else ""


def means_a_phone(written: str) -> bool:
    """Whether somebody who was asked for a number tried to write one, rightly or not; else they are telling us
    something.
    """
    digits, letters = len(re.findall(r"[0-9]", written)), len(re.findall(r"[^\W\d_]", written))
    return read_phone(written) is not None or (digits >= ATTEMPT_DIGITS and letters <= FEW_LETTERS)


def masked(phone: str) -> str:
    """Enough to know one's own number by, and no more: «… 45 67»."""
    return f"… {phone[-4:-2]} {phone[-2:]}"


def spaced(phone: str) -> str:
    """For somebody who dials: «+380 50 123 45 67»; numbers of other countries in groups of three."""
    if phone.startswith("+380") and len(phone) == 13:
        return f"{phone[:4]} {phone[4:6]} {phone[6:9]} {phone[9:11]} {phone[11:]}"
    code = _code(phone[1:]) or ""
    rest = phone[1 + len(code) :]
    groups = [rest[start : start + 3] for start in range(0, len(rest), 3)]
    return " ".join([f"+{code}", *groups])


def _read(piece: str) -> str | None:
    digits = "".join(re.findall(r"[0-9]", piece))
    if piece.lstrip().startswith("+") or digits.startswith("00"):
        foreign = _foreign(digits.removeprefix("00"))
        # Half of the world writes a plus before whatever it dials at home: +050…, +8 050….
        return foreign or _ukrainian(digits)
    return _ukrainian(digits)


def _ukrainian(digits: str) -> str | None:
    for trunk in ("380", "80", "0"):
        if digits.startswith(trunk) and len(digits) == len(trunk) + 9:
            national = digits[len(trunk) :]
            return f"+380{national}" if _NATIONAL.fullmatch(national) and not _PAID.fullmatch(national) else None
    return f"+380{digits}" if _MOBILE.fullmatch(digits) else None


def _foreign(digits: str) -> str | None:
    code = _code(digits)
    if code is None or len(digits) > LONGEST:
        return None
    national = digits[len(code) :]
    if code == "380":
        return _ukrainian(digits)
    least, most = _LENGTHS.get(code, (_SHORTEST, LONGEST - len(code)))
    return f"+{digits}" if least <= len(national) <= most else None


def _code(digits: str) -> str | None:
    return next((digits[:length] for length in (1, 2, 3) if digits[:length] in _CODES), None)
