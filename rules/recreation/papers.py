"""Which documents are asked for, of whom, and what has to be settled before a need is confirmed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.recreation.applications import Standing
from rules.recreation.terms import By, Per, Step, Terms

OF_CATEGORY = "category"
"""The document of a campaign that stands for whatever proves the categories of a child."""
DAYS_TO_BRING = 14
"""So many days a family has for the documents that were asked for."""


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """A document to be asked for in the chat."""

    document: str
    required: bool


def of_family(terms: Terms, step: Step) -> tuple[WantedPaper, ...]:
    """What a family is asked for once, however many children it names."""
    return _once(
        WantedPaper(each.document, each.required)
        for each in terms.papers_at(step)
        if each.per is Per.FAMILY and each.by is By.CHAT
    )


def of_child(terms: Terms, step: Step, categories: Sequence[str]) -> tuple[WantedPaper, ...]:
    """What is asked for a child. Where the campaign wants proof of the category, it is what proves those that were
    named: nothing where there are none.
    """
    found: list[WantedPaper] = []
    for each in terms.papers_at(step):
        if each.per is not Per.CHILD or each.by is not By.CHAT:
            continue
        names = _proofs(terms, categories) if each.document == OF_CATEGORY else (each.document,)
        found += [WantedPaper(name, each.required) for name in names]
    return _once(found)


def step_for(standing: Standing) -> Step | None:
    """At which step of the campaign a child stands, as far as documents go; None: nothing is asked for now."""
    match standing:
        case Standing.SUBMITTED | Standing.CHECKING | Standing.NEEDS_DOCUMENTS:
            return Step.CONFIRMATION
        case Standing.OFFERED:
            return Step.OFFER
        case Standing.ACCEPTED:
            return Step.DEPARTURE
        case _:
            return None


def undecided(categories: Sequence[str], confirmed: Sequence[str], denied: Sequence[str]) -> tuple[str, ...]:
    """The categories of a child of which nobody has said whether they hold."""
    said = {*confirmed, *denied}
    return tuple(code for code in categories if code not in said)


def _proofs(terms: Terms, categories: Sequence[str]) -> tuple[str, ...]:
    return tuple(proof for each in terms.categories if each.code in categories for proof in each.proofs)


def _once(papers: Iterable[WantedPaper]) -> tuple[WantedPaper, ...]:
    """Each document once; required where any of its lines says so."""
    found: dict[str, bool] = {}
    for each in papers:
        found[each.document] = found.get(each.document, False) or each.required
    return tuple(WantedPaper(document, required) for document, required in found.items())
