"""Which two cases can become one, by whom; who learns of what they share; what happens with what hangs on them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models import Base
from db.repositories.ties import GOES_OVER
from rules.cases import State, is_open
from rules.duplicates import FATES, UNDO_FOR, Fate, Side, Why, cannot_merge, may_know, may_undo
from rules.roles import Role
from rules.search import told_human

ME, COLLEAGUE = 1, 2
MINE = Side(case_id=1, person_id=10, owner_id=ME, state=State.TAKEN)
OTHER = Side(case_id=2, person_id=10, owner_id=None, state=State.NEW)


@pytest.mark.parametrize(
    ("ends", "goes_on", "why"),
    [
        ({}, {}, None),
        ({}, {"case_id": 1}, Why.SAME),
        ({"state": State.CLOSED}, {}, Why.OVER),
        ({}, {"state": State.REFUSED}, Why.OVER),
        ({}, {"state": State.WITHDRAWN}, Why.OVER),
        ({"erased": True}, {}, Why.OVER),
        ({}, {"person_id": 11}, Why.OTHER_PERSON),
        ({"human": "a"}, {"human": "b"}, Why.OTHER_PERSON),
        ({"human": "a"}, {"human": "a"}, None),
        ({"human": "a"}, {}, None),
        ({"hidden": True}, {}, Why.HIDDEN),
        ({}, {"hidden": True}, Why.HIDDEN),
        ({"crisis": True}, {}, Why.DANGER),
        ({"crisis": True}, {"crisis": True}, None),
        ({}, {"crisis": True}, None),
        ({"crisis": True, "alarm": True}, {"crisis": True}, Why.ALARM),
        ({}, {"crisis": True, "alarm": True}, None),
        ({"answer_waits": True}, {}, Why.ANSWER_WAITS),
        ({}, {"answer_waits": True}, None),
        ({"provider": "court"}, {}, Why.OFFICE),
        ({"provider": "court"}, {"provider": "pension"}, Why.OFFICE),
        ({"provider": "court"}, {"provider": "court"}, None),
        ({"applies": True}, {}, Why.APPLICATION),
        ({}, {"applies": True}, None),
        ({"checking": True}, {}, Why.CHECK),
        ({}, {"checking": True}, Why.CHECK),
    ],
)
def test_what_stands_in_the_way(ends: dict[str, object], goes_on: dict[str, object], why: Why | None) -> None:
    first, second = replace(MINE, **ends), replace(OTHER, **goes_on)  # type: ignore[arg-type]  # names of fields are checked by dataclass itself
    assert cannot_merge(first, second, Role.CASEWORKER, ME) is why


@pytest.mark.parametrize(
    ("owners", "caseworker"),
    [
        ((ME, ME), None),
        ((ME, None), None),
        ((None, ME), None),
        ((None, None), Why.TAKE_FIRST),
        ((ME, COLLEAGUE), Why.NEEDS_LEAD),
        ((COLLEAGUE, ME), Why.NEEDS_LEAD),
        ((COLLEAGUE, COLLEAGUE), Why.NEEDS_LEAD),
        ((COLLEAGUE, None), Why.NEEDS_LEAD),
    ],
)
def test_who_may(owners: tuple[int | None, int | None], caseworker: Why | None) -> None:
    first, second = replace(MINE, owner_id=owners[0]), replace(OTHER, owner_id=owners[1])
    assert cannot_merge(first, second, Role.CASEWORKER, ME) is caseworker
    for lead in (Role.SUPERVISOR, Role.ADMIN):
        assert cannot_merge(first, second, lead, 9) is None


SIDES = st.builds(
    Side,
    case_id=st.integers(1, 3),
    person_id=st.integers(1, 2),
    owner_id=st.sampled_from([None, ME, COLLEAGUE]),
    state=st.sampled_from(State),
    crisis=st.booleans(),
    alarm=st.booleans(),
    hidden=st.booleans(),
)


@given(SIDES, SIDES, st.sampled_from([Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN]))
def test_nobody_in_danger_is_lost_and_nobody_gets_anothers_case(ends: Side, goes_on: Side, role: Role) -> None:
    if cannot_merge(ends, goes_on, role, ME) is None:
        assert goes_on.crisis or not ends.crisis
        assert not ends.alarm
        assert ends.person_id == goes_on.person_id
        assert ends.case_id != goes_on.case_id
        assert is_open(goes_on.state)


@pytest.mark.parametrize(
    ("role", "careful", "own", "knows"),
    [
        (Role.CASEWORKER, False, False, True),
        (Role.CASEWORKER, True, False, False),
        (Role.CASEWORKER, True, True, True),
        (Role.SUPERVISOR, True, False, True),
        (Role.ADMIN, True, False, True),
    ],
)
def test_who_learns_of_a_case_in_danger(role: Role, careful: bool, own: bool, knows: bool) -> None:
    assert may_know(role, careful=careful, own=own) is knows


def test_a_merge_can_be_taken_back_for_thirty_days() -> None:
    at = datetime(2026, 3, 11, 9, tzinfo=UTC)
    assert may_undo(at, at + UNDO_FOR)
    assert not may_undo(at, at + UNDO_FOR + timedelta(seconds=1))


def test_every_table_that_points_at_a_case_has_its_fate() -> None:
    pointing = {
        table.name
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.target_fullname == "cases.id"
    }
    assert pointing <= set(FATES), "say what happens with it when two cases become one"
    assert {each for each in FATES if FATES[each] is Fate.GOES_OVER} == set(GOES_OVER) - {"case_deadlines"}


def test_a_human_is_recognised_by_names_in_any_order_and_the_day_of_birth() -> None:
    known = told_human("Марія Коваленко", "2015-04-01")
    assert known is not None
    for name in ("Коваленко Марія", "марія  КОВАЛЕНКО", "Мaрія Коваленко"):
        assert told_human(name, "2015-04-01") == known
    assert told_human("Марія Коваленко", "2015-04-02") != known
    for unknown, born in product(("", None, "—"), ("2015-04-01", "11", None)):
        assert told_human(unknown, born) is None
    assert told_human("Марія", "11") is None, "an age fits too many"
