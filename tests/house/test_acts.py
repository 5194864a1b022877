"""Nothing can be done without a permission, and no permission stands for nothing."""

import pytest

from rules.permissions import PERMISSIONS
from rules.roles import Scope
from tests.house.acts import acts, acts_that_call_acts, case_not_asked_for, without_act, without_permission
from tests.house.source_tree import ROOT, Source, read_sources

CASEWORK = read_sources(ROOT, "casework")
SCOPED = [name for name, line in PERMISSIONS.items() if line.scope is not Scope.NONE]

TAKE = Source(
    "casework/cases/take.py",
    """
from casework.act import act
from casework.cases.access import locked

@act("case.take")
async def take(ctx, data):
    case = await locked(ctx, data.case_id, "case.take")
""",
)


def test_every_act_has_a_permission() -> None:
    assert acts(CASEWORK), "no act found: the rule would hold for nothing"
    assert without_permission(CASEWORK, PERMISSIONS) == []


def test_every_permission_is_for_an_act() -> None:
    assert without_act(CASEWORK, PERMISSIONS) == []


def test_an_act_has_one_name_and_one_place() -> None:
    names = [act.name for act in acts(CASEWORK)]
    assert sorted(names) == sorted(set(names))


def test_an_act_with_a_scope_asks_for_its_case_under_its_own_name() -> None:
    assert case_not_asked_for(CASEWORK, SCOPED) == []


def test_acts_do_not_call_acts() -> None:
    assert acts_that_call_acts(CASEWORK) == []


def test_an_act_in_order_passes() -> None:
    assert without_permission([TAKE], {"case.take"}) == []
    assert without_act([TAKE], {"case.take"}) == []
    assert case_not_asked_for([TAKE], {"case.take"}) == []
    assert acts_that_call_acts([TAKE]) == []


def test_a_planted_act_without_permission_is_caught() -> None:
    assert without_permission([TAKE], {"case.close"}) == ["casework/cases/take.py:6: case.take: no permission"]


def test_a_planted_permission_without_an_act_is_caught() -> None:
    assert without_act([TAKE], {"case.take", "case.close"}) == ["case.close: a permission without an act"]


@pytest.mark.parametrize(
    ("good", "planted"),
    [
        ('locked(ctx, data.case_id, "case.take")', "cases.by_id(ctx.uow.session, data.case_id)"),
        ('locked(ctx, data.case_id, "case.take")', 'locked(ctx, data.case_id, "case.details")'),
        ('locked(ctx, data.case_id, "case.take")', "locked(ctx, data.case_id, data.act)"),
    ],
)
def test_a_planted_case_taken_past_its_scope_is_caught(good: str, planted: str) -> None:
    source = Source(TAKE.path, TAKE.text.replace(good, planted))
    assert case_not_asked_for([source], {"case.take"})[0].startswith(
        "casework/cases/take.py:6: case.take takes no case"
    )


@pytest.mark.parametrize(
    "text",
    [
        "from casework.cases.take import take\nasync def f(ctx, data):\n    await take(ctx, data)\n",
        "from casework.cases import take\nasync def f(ctx, data):\n    await take.take(ctx, data)\n",
    ],
)
def test_a_planted_call_of_an_act_is_caught(text: str) -> None:
    assert acts_that_call_acts([TAKE, Source("casework/people/write.py", text)]) == [
        "casework/people/write.py:3: calls the act case.take"
    ]
