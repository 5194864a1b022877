"""What staff see of who has which case, who is away, and who works here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

from casework.letters import sights as s
from tests.bot.telegram.render.given import NOON, NUMBER

CASES = (s.NumberLink(NUMBER, "https://t.me/c/1/2?a=1&b=2"), s.NumberLink(NUMBER, None))
BACK_ON = date(2026, 12, 7)
REFUSED = ("is-admin", "no-rights", "away")


def team_sights(words: str) -> dict[str, list[object]]:
    """`words`: the names of colleagues, and what one writes to another."""
    [case, bare] = CASES
    here = s.MemberLine(1, words, "caseworker", 12, 3, None)
    away = s.MemberLine(2, words, "supervisor", 0, 0, BACK_ON)
    colleagues = tuple(s.ColleagueLine(number, words, number) for number in (1, 2))
    options = tuple(s.SkillOption(value, words, chosen) for value, chosen in (("advice", True), ("care", False)))
    languages = (s.SkillOption("uk", "uk", chosen=True), s.SkillOption("en", "en", chosen=False))
    some = s.TeamMemberSight(here, ("uk", "en"), (words, words), (words,), may_manage=True)
    return {
        "cases-assigned": [
            s.CasesAssignedSight((case,)),
            s.CasesAssignedSight((case, bare, bare)),
            *(s.CasesAssignedSight((bare,) * 30, more) for more in (1, 2, 5)),
        ],
        "case-handed-over": [s.HandedOverSight(1, case, note) for note in (True, False)],
        "handover-note": [s.HandoverNoteSight(NUMBER, words, words, NOON)],
        "handover-declined": [s.HandedOverSight(1, bare, note=False)],
        "handover-ask": [s.HandoverSight(1, case, 2, words)],
        "handed-over": [s.HandoverSight(1, case, 2, words)],
        "case-came-back": [s.CaseLineSight(each) for each in CASES],
        "case-lapsed": [s.CaseLapsedSight(case, own, words, NOON) for own in (True, False)],
        "case-lapsed-crisis": [s.CaseLapsedSight(case, own, words, NOON) for own in (True, False)],
        "one-human-away": [s.OneHumanAwaySight(case, words, BACK_ON)],
        "away": [s.AwaySight(back_on, (BACK_ON, date(2026, 12, 9))) for back_on in (None, BACK_ON)],
        "away-cases": [s.AwayCasesSight(BACK_ON, 4, colleagues, page, 3) for page in (0, 1, 2)],
        "away-set": [
            s.AwaySetSight(BACK_ON, returned, passed, kept) for returned, passed, kept in ((0, 0, 0), (2, 5, 1))
        ],
        "team": [*(s.TeamSight((here, away), page, 3) for page in (0, 1, 2)), s.TeamSight((here,), 0, 1)],
        "team-member": [some, s.TeamMemberSight(away, (), (), (), may_manage=False)],
        "team-skills": [
            s.TeamSkillsSight(1, words, "lang", languages, any_chosen=True, page=0, pages=1),
            s.TeamSkillsSight(1, words, "group", options, any_chosen=True, page=1, pages=3),
            s.TeamSkillsSight(1, words, "area", options[1:], any_chosen=False, page=0, pages=1),
        ],
        "team-remove-ask": [s.TeamRemoveAskSight(1, words, 3, 2, lost) for lost in (True, False)],
        "team-removed": [s.TeamRemovedSight(1, words, 3, 2, 17, lost) for lost in (True, False)],
        "remove-by-hand": [
            s.RemoveByHandSight(words, url, why) for url, why in product(("https://t.me/c/1/1", None), REFUSED)
        ],
        "desk-sweep": [s.SweepSight((7, 8))],
        "remove-from-group": [s.ExpelSight(5)],
    }


def absent_desk(desk: s.DeskSight) -> s.DeskSight:
    """The desk of somebody who is away."""
    return replace(desk, back_on=BACK_ON)
