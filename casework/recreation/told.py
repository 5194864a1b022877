"""What the answers of an application say, child by child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.models.search import human_hash
from rules.catalogue import Catalogue
from rules.forms import UNFOUND, Answer, Answers, chosen
from rules.places import ABROAD, Place, Told
from rules.recreation.eligibility import Verdict, verdict
from rules.recreation.forms import CHILDREN, only_stay, rounds
from rules.recreation.terms import Terms


@dataclass(frozen=True, slots=True)
class ToldChild:
    """A child as the guardian named them, and what the rule says."""

    name: str
    born: date
    registered: str | None
    stay: str | None
    periods: tuple[str, ...]
    """Those that were chosen; none for own words."""
    verdict: Verdict

    @property
    def hash(self) -> bytes:
        """By which the same child is found."""
        return human_hash(self.name, self.born.isoformat())


def told_children(catalogue: Catalogue, terms: Terms, answers: Answers) -> list[ToldChild]:
    """Every child that was named, in order. The form is whole: each has a name and a birthday."""
    return [_told(catalogue, terms, answers, f"{CHILDREN}/{index}") for index in range(rounds(answers))]


def _told(catalogue: Catalogue, terms: Terms, answers: Answers, at: str) -> ToldChild:
    def said(slug: str) -> Answer:
        return answers.get(f"{at}/{slug}")

    name, born, categories = said("child"), said("born"), said("categories")
    assert isinstance(name, str), "a question that can't be left out"
    assert isinstance(born, str), "the same"
    day, registered, stay = date.fromisoformat(born), word(said("registered")), only_stay(terms)
    found = verdict(
        terms,
        catalogue.hromadas,
        registered=place_of(catalogue, registered),
        born=day,
        categories=categories if isinstance(categories, list) else (),
    )
    kind = word(said("stay")) or (stay.value if stay is not None else None)
    return ToldChild(name, day, registered, kind, chosen(said("period")), found)


def word(answer: Answer) -> str | None:
    """An answer that is one text; None where the question was left out."""
    return answer if isinstance(answer, str) else None


def place_of(catalogue: Catalogue, answer: str | None) -> Place | Told | None:
    """The place behind an answer: of KATOTTG, or abroad; None where there is none, or nobody found it."""
    if answer is None or answer.startswith(UNFOUND):
        return None
    told = Told.read(answer)
    return told if told.what == ABROAD else catalogue.places.book.get(told.code or "")
