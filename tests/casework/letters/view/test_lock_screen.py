"""What comes to a desk by itself may stand on a lock screen: a number, and nothing of the person."""

from __future__ import annotations

import re

import pytest

from bot.telegram.render import render
from bot.texts.wording import Wording
from casework.context import Actor
from casework.letters.kinds import KINDS
from casework.letters.policies import Form
from db.models import Case, Complaint, Person
from tests.bot.telegram.render.samples import staffs_sights
from tests.bot.telegram.render.telegram_html import read
from tests.casework.letters.view.test_looking import case as case  # the fixture
from tests.casework.letters.view.test_looking import made_of, row
from tests.casework.world import World

IN_TOPICS = {
    "card", "topic-head", "person-message", "person-message-edited", "topic-summary", "case-news", "delivery-mark",
    "reply-undelivered", "group-bound", "person-files", "staff-file-refused", "letters-frozen", "staff-said",
    "document-news", "page-news", "later-answer", "taken-back", "brief-card", "staff-said-before", "same-child",
    "passing-told", "appointment-news",
}  # fmt: skip
"""What a group may show has rules of its own (`design.md` §4)."""
ASKED_FOR = {
    "desk-home", "desk-details", "desk-call", "desk-agreement", "desk-file", "desk-album", "desk-return", "problems",
    "problem-drop-ask", "complaints", "complaint-answer-ask", "ratings", "staff-joined", "join-failed",
    "handover-note", "handover-ask", "handed-over", "away", "away-cases", "away-set",
    "team", "team-member", "team-skills", "team-remove-ask", "team-removed",
    "duty", "duty-shift", "duty-phone", "duty-plan",
    "answers", "answer", "answer-group", "answer-text", "pages", "case-list",
    "review", "review-one", "review-child", "allocation", "allocation-value", "place-desk",
    "trips", "trip", "trip-child", "trip-requeue", "need-asks", "need-desk",
    "noting", "noting-summary", "noting-stop-ask", "noting-over",
    "desk-why", "readings", "hide-text", "campaigns", "campaign", "campaign-field", "agenda", "agenda-one", "hours",
    "desk-events", "desk-event", "desk-event-date", "desk-event-draft", "provider-file", "provider-import",
    "rows-file", "rows-import", "rows-imported", "transfer-look", "exports",
}  # fmt: skip
"""Who gets these has just pressed or typed something: the phone is open in their hand."""
NOTICES = sorted(
    kind
    for kind in set(staffs_sights("Олена", "uk")) - IN_TOPICS - ASKED_FOR
    if KINDS[kind].policy.form not in (Form.TIDY, Form.SWEEP, Form.EXPEL, Form.HUSH, Form.LEAVE)
)
COVERED = re.compile(r"<tg-spoiler>.*?</tg-spoiler>", re.DOTALL)
"""Telegram shows these in no notification."""
NAME, PHONE = "Варвара Нетреба", "+380677654321"
WORDS = ("Потрібна довідка", "субсидію", "Надішліть", "Дзвонити", "образили")


def test_the_lists_name_what_there_is() -> None:
    assert set(KINDS) >= IN_TOPICS | ASKED_FOR
    assert len(NOTICES) > 20


@pytest.mark.parametrize("kind", NOTICES)
async def test_a_notice_says_nothing_of_the_person(
    world: World, olena: Actor, iryna: Actor, case: Case, kind: str
) -> None:
    person = await world.uow.session.get_one(Person, case.person_id)
    letter = await made_of(world, KINDS[kind], case, iryna)
    person.name, person.phone = NAME, PHONE
    for complaint in await world.uow.session.scalars(Complaint.__table__.select().with_only_columns(Complaint.id)):
        (await world.uow.session.get_one(Complaint, complaint)).words = "Мене образили"
    sight = await world.sight(await row(world, letter, olena))
    assert sight is not None
    seen = read(COVERED.sub("", render(sight, Wording()).text))
    service = world.ctx(iryna).catalogue.services[case.service].name["uk"]
    for secret in (*NAME.split(), *WORDS, service, "677", "765", "4321"):
        assert secret not in seen, kind


def test_a_planted_name_is_found() -> None:
    seen = read(COVERED.sub("", f"LUH-2026-000123: {NAME}. <tg-spoiler>Мене образили</tg-spoiler>"))
    assert NAME in seen
    assert "образили" not in seen
