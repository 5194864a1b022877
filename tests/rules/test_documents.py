"""What may be done with a document in each state, and what is shipped of them."""

from __future__ import annotations

from itertools import product

import pytest

from bot.catalogue import SHIPPED, load_catalogue
from rules.catalogue import FILES, CatalogueError, Evidence, parse
from rules.documents import MISSING, WANTED, DocumentState, DocumentVerb, after, verbs_in

S, V = DocumentState, DocumentVerb
WAYS = {
    (S.PICKED, V.ASK): S.ASKED,
    (S.PICKED, V.UNPICK): S.WAIVED,
    (S.ASKED, V.SEND): S.SENT,
    (S.ASKED, V.REUSE): S.SENT,
    (S.ASKED, V.CANNOT): S.CANNOT,
    (S.ASKED, V.WAIVE): S.WAIVED,
    (S.SENT, V.SEND): S.SENT,
    (S.SENT, V.ACCEPT): S.ACCEPTED,
    (S.SENT, V.RETURN): S.RETURNED,
    (S.SENT, V.LOSE): S.ASKED,
    (S.ACCEPTED, V.PICK): S.PICKED,
    (S.ACCEPTED, V.LOSE): S.ASKED,
    (S.RETURNED, V.SEND): S.SENT,
    (S.RETURNED, V.CANNOT): S.CANNOT,
    (S.RETURNED, V.WAIVE): S.WAIVED,
    (S.CANNOT, V.SEND): S.SENT,
    (S.CANNOT, V.REUSE): S.SENT,
    (S.CANNOT, V.CANNOT): S.CANNOT,
    (S.CANNOT, V.WAIVE): S.WAIVED,
    (S.WAIVED, V.PICK): S.PICKED,
}


@pytest.mark.parametrize(("state", "verb"), list(product(S, V)))
def test_every_state_knows_what_may_be_done(state: DocumentState, verb: DocumentVerb) -> None:
    assert after(verb, state) is WAYS.get((state, verb))
    assert (verb in verbs_in(state)) == ((state, verb) in WAYS)


def test_what_is_missing_is_wanted_and_what_is_only_chosen_is_not() -> None:
    assert MISSING < WANTED
    assert not WANTED & {S.PICKED, S.WAIVED}


def test_checklists_that_nobody_confirmed_are_listed_for_the_operator() -> None:
    catalogue = load_catalogue()
    waiting = {fact.entry for fact in catalogue.unconfirmed() if fact.file == "documents.toml"}
    assert waiting == {each.service for each in catalogue.checklists.values() if each.evidence is not Evidence.SOURCED}
    assert "recreation" in waiting


@pytest.mark.parametrize(
    ("there", "instead", "problem"),
    [
        ('service = "recreation"', 'service = "rest"', "not in services.toml"),
        ('"school-note"]', '"note"]', "'note' is no"),
        ('slug = "application"', f'slug = "{"a" * 29}"', "longer than 28"),
        ('lasts = "once"', 'lasts = "soon"', "lasts"),
        ('uk = "Довідка зі школи"', f'uk = "{"д" * 41}"', "more than 40"),
    ],
)
def test_a_fault_in_the_file_is_named(there: str, instead: str, problem: str) -> None:
    texts = {name: (SHIPPED / name).read_text(encoding="utf-8") for name in FILES}
    assert there in texts["documents.toml"]
    texts["documents.toml"] = texts["documents.toml"].replace(there, instead)
    with pytest.raises(CatalogueError, match=problem):
        parse(texts)
