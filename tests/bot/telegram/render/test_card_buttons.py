"""The table of the card's buttons: a few on the card, the rest behind «Ще», for whoever may."""

from __future__ import annotations

import pytest

from bot.telegram.render.card_buttons import LINES, ON_THE_CARD, Line, card_buttons, card_menu
from bot.texts.wording import Wording
from rules.cases import STEPS, State, Turn, Verb, is_open, verbs_in
from rules.permissions import PERMISSIONS
from rules.returning import ReturnState
from rules.roles import Scope
from tests.bot.telegram.render.card_samples import card
from tests.bot.telegram.render.gallery import labels

T = Wording().to("uk")
BUTTONS = frozenset({Verb.TAKE, Verb.RELEASE, Verb.REOPEN, *STEPS})
EVERY_ACT = frozenset(line.act for line in LINES)
QUEUED = card("", crisis=False, files=2, may=verbs_in(State.NEW) & BUTTONS)
TAKEN = card(
    "", crisis=False, state=State.TAKEN, owner="Ірина", may_leave=True, may=verbs_in(State.TAKEN) & BUTTONS, files=2
)
WAITING = card(
    "",
    crisis=False,
    state=State.WAITING_PERSON,
    turn=Turn.PERSON,
    owner="Ірина",
    may=verbs_in(State.WAITING_PERSON) & BUTTONS,
)
CLOSED = card("", state=State.CLOSED, turn=Turn.NOBODY, may=verbs_in(State.CLOSED) & BUTTONS, files=1)


def _on_card(shown: object) -> list[str]:
    return [each.text for each in card_buttons(shown, T)]  # type: ignore[arg-type]  # samples are typed loosely


@pytest.mark.parametrize(
    ("shown", "stands"),
    [
        (QUEUED, ["Беру", "Призначити", "Подробиці", "Ще"]),
        (TAKEN, ["Стан", "Відповідь не потрібна", "Документи", "Готові відповіді", "Ще"]),
        (WAITING, ["Стан", "Завершити", "Подробиці", "Ще"]),
        (CLOSED, ["Відновити", "Подробиці", "Нотатки й мітки", "Файли: 1", "Дані для звіту"]),
    ],
)
def test_the_card_offers_what_is_wanted_next(shown: object, stands: list[str]) -> None:
    assert _on_card(shown) == stands


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("crisis", [True, False])
@pytest.mark.parametrize("turn", Turn)
def test_an_open_case_has_at_most_five_and_nothing_is_lost(state: State, crisis: bool, turn: Turn) -> None:
    may = verbs_in(state, crisis=crisis) & BUTTONS
    everything = {"may_leave": True, "deadlines": True, "may_phone": True, "files": 1, "documents": 2}
    shown = card("", state=state, turn=turn, crisis=crisis, may=may, returning=ReturnState.WAITING, **everything)
    near, behind = _on_card(shown), labels(card_menu(shown, EVERY_ACT, T))
    offered = [line.label(shown, T) for line in LINES if line.offered(shown)]
    assert len(near) <= ON_THE_CARD + 1 or not is_open(state)
    assert sorted({*near, *behind} - {"Ще"}) == sorted(offered)
    assert not set(near) & set(behind)


def test_the_menu_offers_only_what_the_reader_may_begin() -> None:
    assert "Повернути в чергу" in labels(card_menu(TAKEN, EVERY_ACT, T))
    assert "Повернути в чергу" not in labels(card_menu(TAKEN, EVERY_ACT - {"case.release"}, T))
    assert labels(card_menu(TAKEN, frozenset(), T)) == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.act)
def test_every_button_begins_with_an_act_about_a_case(line: Line) -> None:
    assert PERMISSIONS[line.act].scope is not Scope.NONE
