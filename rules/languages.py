"""The languages we speak, and the shape of a text that exists in each of them."""

from dataclasses import dataclass

LANGUAGES = ("uk", "en")

# Whose Telegram speaks one of these almost surely reads Ukrainian better than English: the languages of Ukraine's
# people, and those of the Slavic neighbours where displaced families live now.
_READ_UKRAINIAN = frozenset(
    {"uk", "ru", "be", "rue", "crh", "pl", "cs", "sk", "bg", "sr", "hr", "sl", "mk", "bs", "sh", "hsb", "dsb", "cu"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """One short text in each language: `words["uk"]`, or `words.uk` where the language is fixed."""

    uk: str
    en: str

    def __getitem__(self, language: str) -> str:
        """The text in one of LANGUAGES; KeyError for another code (see `language_for`)."""
        if language == "uk":
            return self.uk
        if language == "en":
            return self.en
        raise KeyError(language)


def language_for(code: str | None) -> str:
    """Our language for an IETF code as Telegram gives it ("uk", "ru-RU", None): `uk` or `en`.

    Without a code it is Ukrainian; the person can always switch.
    """
    if not code:
        return "uk"
    primary = code.replace("_", "-").partition("-")[0].strip().lower()
    return "uk" if primary in _READ_UKRAINIAN else "en"
