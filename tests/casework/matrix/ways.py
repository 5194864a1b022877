"""The ways in which rights stand to an act: whoever tries, in whose case, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping

TRIERS = (
    "stranger", "person", "another", "owner", "colleague", "supervisor", "admin",
    "caseworker elsewhere", "supervisor elsewhere", "admin elsewhere", "operator", "machine",
)  # fmt: skip
"""`owner` has the case where somebody of the caseworkers has it."""
CASES = ("taken", "unowned", "danger", "covered", "elsewhere")
"""The owner's; nobody's; the owner's with a standing alarm; the owner's, of a family with whom one human speaks;
nobody's of another organisation.
"""
NEVER = "rrrrr"
Way = Mapping[str, str]
"""Who tries → what comes of it; whoever is not named may never."""

PEOPLE = {"person": ".....", "another": "....."}
STAFF = ("owner", "colleague", "supervisor", "admin", "caseworker elsewhere", "supervisor elsewhere", "admin elsewhere")
LEADS = ("supervisor", "admin", "supervisor elsewhere", "admin elsewhere")
OF_STAFF = dict.fromkeys(STAFF, "....n") | dict.fromkeys(STAFF[4:], "nnnn.")

# Without a case: what somebody does about themselves, their work, or by itself.
THEMSELVES: Way = PEOPLE
AT_WORK: Way = dict.fromkeys(STAFF, ".....")
LEADING: Way = dict.fromkeys(LEADS, ".....")
UNKNOWN: Way = {"stranger": "....."}
JOINING: Way = {**THEMSELVES, **AT_WORK}
NOTING: Way = {**THEMSELVES, **AT_WORK}
"""In a form of one's own, or in which staff write down what somebody says: whose it is, tests beside it try."""
BY_ITSELF: Way = {"machine": "....."}
AT_THE_MACHINE: Way = {"operator": "....."}
MACHINE_OR_OPERATOR: Way = {**BY_ITSELF, **AT_THE_MACHINE}

# In a case.
OWN: Way = {"person": "....n", "another": "nnnn."}
OURS: Way = OF_STAFF
LEADS_CASE: Way = {name: OF_STAFF[name] for name in LEADS}
OWNERS: Way = {**OF_STAFF, "owner": ".t..n", "colleague": "otoon", "caseworker elsewhere": "nnnnt"}
"""The owner, and leads in their place."""
ANSWER: Way = {**OF_STAFF, "colleague": "o.oon"}
"""Who answers takes what nobody has; what a colleague has stays theirs."""
LEAVE: Way = {**ANSWER, "colleague": "o..on"}
"""The same; where somebody may be in danger nobody at all may, and that is said first."""
GIVE: Way = {
    **OWNERS,
    **dict.fromkeys(("supervisor", "admin"), "oooon"),
    **dict.fromkeys(STAFF[5:], "nnnno"),
}
"""The owner alone gives it from hand to hand: leads assign."""
LOOK: Way = {
    "owner": ".w..n",
    **dict.fromkeys(("colleague", "supervisor", "admin"), "ww.wn"),
    **dict.fromkeys(STAFF[4:], "nnnnw"),
}
"""Whose case it is not says why; nobody is kept waiting while an alarm stands."""
