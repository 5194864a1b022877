"""Why something is no answer: facts, each with words of its own."""

from enum import StrEnum


class Problem(StrEnum):
    """What is wrong with what was said."""

    NOT_WORDS = "not-words"
    """A photo, a sticker, a poll where words are needed."""
    NO_OPTION = "no-option"
    """Words that are none of the answers of a choice."""
    NOTHING_CHOSEN = "nothing-chosen"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    NO_DATE = "no-date"
    NO_SUCH_DATE = "no-such-date"
    """The 31st of a month that has thirty days."""
    IN_THE_FUTURE = "in-the-future"
    TOO_FAR = "too-far"
    """More than 120 years ago, or many years ahead."""
    NO_AGE = "no-age"
    NO_PHONE = "no-phone"
    NOT_TEN_DIGITS = "not-ten-digits"
    WRONG_CHECK_DIGIT = "wrong-check-digit"
    NO_CERTIFICATE = "no-certificate"
    NO_PLACE = "no-place"
    NO_FILE = "no-file"
    """Words, or nothing yet, where a photo or document is needed."""
    TOO_MANY_FILES = "too-many-files"
    NO_WORDS = "no-words"
    """Sent without a word about what is needed."""
