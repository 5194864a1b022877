"""The kinds of questions. A step is data: what may be answered, whether it may be skipped, and when it is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

Answer = str | list[str] | None
"""As it is kept: a text, an option's slug, an ISO date, a number as digits; several slugs, or the numbers of files.

None for "skipped".
"""
Answers = Mapping[str, Answer]
"""By the slug of the step. Inside a group only the round's own answers, with those before the group."""
When = Callable[[Answers], bool]
ReadOptions = Callable[[str], tuple[str, ...] | None]
"""The options that words name; None where that can't be told for certain."""
FindPlace = Callable[[str], tuple[str, ...]]
"""Codes of the places that a person may mean by what they typed, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question."""

    slug: str
    optional: bool = False
    """Whether it may be skipped, by a button that says what that means («Не знаю»)."""
    when: When | None = None
    """Asked only where this holds for the earlier answers; None: always."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice; offered only where `when` holds for the earlier answers."""

    slug: str
    when: When | None = None
    alone: bool = False
    """Says all there is to say: no other one goes with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Step):
    """Exactly one of the options."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Several(Step):
    """At least one of the options; skipping means none of them."""

    options: tuple[Option, ...]
    catalogued: bool = False
    """The options are named and explained by the catalogue, not by our texts."""
    mostly_one: bool = False
    """One press answers; whoever wants several says so first, by a button of its own."""
    reads: ReadOptions | None = None
    """Where the answer may be written as well. What it can't tell stays, if the person wants, in their own words, for a
    human to read.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Step):
    """The person's own words, `least` to `most` characters long."""

    least: int = 1
    most: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Step):
    """A date. `past`: one that is over, or today; else any that is near enough to be meant.

    `between`: the first and the last one that fit, of a birthday that makes somebody old enough and not too old.
    """

    past: bool = True
    between: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth(Step):
    """A date of birth, or the age in full years where the day is not known; kept as ISO date or as digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(Step):
    """A telephone number, typed or as a contact of Telegram; whose contact that is means nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxNumber(Step):
    """РНОКПП. Some people have none, so a form lets it be skipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Step):
    """The number of a displaced person's certificate. An unusual one is kept as it was typed, with a warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where(Step):
    """A place: what was typed is looked up and always confirmed; what nobody finds stays for a human to read.

    Kept as `rules.places.Told` writes it, or as the person's own words. `abroad`: a country is an answer, too.
    """

    abroad: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Files(Step):
    """One to `most` photos, documents, recordings, albums whole with their captions, until the person says «Готово».

    The answer names the kept files by the numbers under which they wait beside the form.
    """

    most: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Step):
    """Several rounds of the same questions, one to `most`; after each the person says whether there is another.

    `at_summary`: that is not asked but offered below the summary, for where one round is mostly all.
    """

    steps: tuple[Step, ...]
    most: int = 10
    at_summary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Step):
    """One round of questions about somebody whom we know already: nobody asks whether there is another.

    `key`: stands for them in the keys of the answers, below the slug; `number`: which of several, from 1.
    """

    steps: tuple[Step, ...]
    key: str
    number: int | None = None

    @property
    def prefix(self) -> str:
        """Of the keys of its answers."""
        return f"{self.slug}/{self.key}/"
