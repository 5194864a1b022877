"""Every kind of letter finds its data when it is sent, and says nothing that is no longer true."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from typing import Any

import pytest
from sqlalchemy import delete

from casework.cases.close import Close, close
from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import KINDS, Letter
from casework.letters.view.look import VIEWS
from db.models import Alarm, Case, Complaint, File, FormDraft, Message, OnBehalf, Pair, Person, StaffMember
from db.models import Letter as Row
from db.repositories import people, staff
from rules.reactions import DELIVERED
from rules.roles import Role
from tests.casework.letters.applying import APPLYING, about_application
from tests.casework.letters.broadcasting import BROADCASTING, about_broadcast
from tests.casework.letters.colleagues import OF_COLLEAGUES, about_colleagues
from tests.casework.letters.exporting import EXPORTING, about_export
from tests.casework.letters.handed import HANDED, about_transfer
from tests.casework.letters.late import CALLS, PROMISES, about_call, about_promise
from tests.casework.letters.many_cases import OF_MERGES, OF_RUNS, about_merge, about_run
from tests.casework.letters.meetings import MEETINGS, about_meeting
from tests.casework.letters.on_duty import OF_DUTY, about_duty
from tests.casework.letters.placing import PLACES, about_places
from tests.casework.letters.prepared import PREPARED, about_prepared
from tests.casework.letters.registrations import REGISTRATIONS, about_registration
from tests.casework.letters.reminding import REMINDERS, about_reminder
from tests.casework.letters.returns import RETURNS, about_return
from tests.casework.letters.samples import sample
from tests.casework.letters.view.about_steps import STEPS, about_step
from tests.casework.letters.view.happenings import NO_LONGER_TRUE, TO_LEADS, Happening, file_carried
from tests.casework.problems.parked import parked_update
from tests.casework.world import GROUP, World

CLOSED = {"case-closed"}
"""Kinds that are true of a closed case only."""
OF_COMPLAINTS: set[type[Letter]] = {
    kinds.ComplaintReceived,
    kinds.ComplaintAnswered,
    kinds.ComplaintFiled,
    kinds.ComplaintDue,
    kinds.ComplaintsScreen,
    kinds.ComplaintAnswerAskScreen,
    kinds.RatingsScreen,
}
"""Kinds about what people say of our work: to leads they go only where these had no hand in it."""

ABOUT_FILES: set[type[Letter]] = {
    kinds.FileRefused,
    kinds.PersonFiles,
    kinds.StaffFile,
    kinds.StaffFileEdited,
    kinds.StaffFileRefused,
    kinds.DeskFile,
    kinds.DeskAlbum,
    kinds.OwnFile,
    kinds.OwnFiles,
    kinds.TidyFiles,
    kinds.FilesTidied,
}

TALK: set[type[Letter]] = {
    kinds.LaterAnswer,
    kinds.AnswerWaits,
    kinds.TakeBack,
    kinds.TakenBack,
    kinds.StaffReaction,
    kinds.AnswerMark,
    kinds.LikeTheMark,
}

FORMS: set[type[Letter]] = {
    kinds.FormScreen,
    kinds.FormSummaryScreen,
    kinds.FormResumeScreen,
    kinds.FormWaitsScreen,
    kinds.FormCancelAskScreen,
}


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """A case in the middle of its life: answered in its topic, with words that wait beside it."""
    made = await world.taken(olena, iryna, "Потрібна довідка")
    await world.topic(made)
    await world.answers(iryna, made, "Надішліть копію")
    await world.deliver()
    await world.says(olena, "А ще про субсидію", new=True)
    (await world.row(olena)).place_sought = "Лисичанск"
    return made


async def row(world: World, letter: Letter, olena: Actor) -> Row:
    """The letter as it stands in the outbox."""
    in_general = isinstance(letter, kinds.QueueBoard)
    chat_id = GROUP if in_general else olena.telegram_id
    made = Row(lane="p:1", priority=2, kind=letter.kind, facts=letter.facts(), chat_id=chat_id, written_at=world.now)
    made.person_id = None if in_general else olena.id
    return made


async def made_of(world: World, kind: type[Letter], case: Case, iryna: Actor) -> Letter:
    """A letter of this kind about real things."""
    of_staff = ("staff-reply", "staff-file", "staff-said-b", "delivery", "reply-un", "opened-reply")
    by_staff = kind.kind.startswith(of_staff) or (kind in TALK and kind is not kinds.StaffReaction)
    messages = {message.author_kind: message.id for message in await world.messages(case)}
    if kind in (kinds.StaffReply, kinds.PersonMessage):
        await world.uow.session.execute(delete(Pair).where(Pair.side == "copy"))  # it was not carried yet
    about = await what_it_tells_of(world, kind, case, iryna, messages)
    return sample(
        kind,
        case_id=about.pop("case_id", case.id),
        message_id=messages["staff" if by_staff else "person"],
        part=about.pop("part", 0),
        revision=0,
        topic=1,
        event="withdrawn",
        language=about.pop("language", "uk"),
        cases=1,
        which=about.pop("which", "actual"),
        number=0,
        area="home",
        end="care-at-home",
        **({"staff_id": iryna.id} | about),
    )


async def what_it_tells_of(
    world: World, kind: type[Letter], case: Case, iryna: Actor, messages: dict[str, int]
) -> dict[str, Any]:
    """Makes what a letter of this kind needs to be true; its facts about that."""
    makers: list[tuple[Collection[type[Letter]], Callable[[], Awaitable[dict[str, Any]]]]] = [
        (TO_LEADS, lambda: about_trouble(world, kind, iryna)),
        (CALLS, lambda: about_call(world, case)),
        (OF_COMPLAINTS, lambda: about_complaint(world, kind, case, iryna)),
        (ABOUT_FILES, lambda: about_files(world, kind, messages)),
        (OF_COLLEAGUES, lambda: about_colleagues(world, kind, case, iryna)),
        (STEPS, lambda: about_step(world, kind, case)),
        (RETURNS, lambda: about_return(world, kind, case, iryna)),
        (REGISTRATIONS, lambda: about_registration(world, kind, case, iryna)),
        (REMINDERS, lambda: about_reminder(world, kind, case, iryna)),
        (OF_DUTY, lambda: about_duty(world, kind, iryna)),
        (MEETINGS, lambda: about_meeting(world, kind, case, iryna)),
        (OF_MERGES, lambda: about_merge(world, kind, case, iryna)),
        (OF_RUNS, lambda: about_run(world, kind, case, iryna)),
        (PREPARED, lambda: about_prepared(world, kind, case, iryna, messages)),
        (APPLYING, lambda: about_application(world, kind, case, iryna)),
        (PLACES, lambda: about_places(world, kind, case, iryna)),
        (EXPORTING, lambda: about_export(world, kind, case, iryna)),
        (HANDED, lambda: about_transfer(world, kind, case, iryna)),
        (BROADCASTING, lambda: about_broadcast(world, kind, case, iryna)),
    ]
    about: dict[str, Any] = about_promise(world, case) if kind in PROMISES else {}
    for kinds_of_it, make in makers:
        about |= await make() if kind in kinds_of_it else {}
    if kind is kinds.desks.BriefCard:
        case.brief_chat_id = (await people.by_id(world.uow.session, case.person_id)).telegram_id
    if kind in FORMS:
        about |= {"form_id": await about_form(world, case, summary=kind is kinds.FormSummaryScreen)}
    if kind in (kinds.WhomSentScreen, kinds.AgreementUnheard, kinds.DeskAgreement):
        await about_another(world, case)
    if kind in TALK:
        await about_talk(world, kind, messages)
    return about | await about_danger(world, kind, case)


async def about_talk(world: World, kind: type[Letter], messages: dict[str, int]) -> None:
    """What such letters need to be true: the answer waits, or carries the person's reaction."""
    answer = await world.uow.session.get_one(Message, messages["staff"])
    if kind is kinds.AnswerWaits:
        answer.waits_for, answer.waits_until = "look", world.now
    if kind is kinds.StaffReaction:
        (await world.uow.session.get_one(Message, messages["person"])).reaction = "luhansk"
    if kind is kinds.LikeTheMark:
        answer.reaction = DELIVERED
    await world.uow.session.flush()


async def about_complaint(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Somebody complained of Ірина's work; a lead who speaks her language looks into it."""
    lead = await world.uow.session.get_one(StaffMember, (await world.staff(Role.SUPERVISOR, "Оксана")).id)
    lead.language = (await world.uow.session.get_one(StaffMember, iryna.id)).language
    complaint = Complaint(
        organisation_id=case.organisation_id,
        case_id=case.id,
        person_id=case.person_id,
        reviewer_id=lead.id,
        words="Довго чекали",
        written_at=world.now,
        simple_by=world.now,
        answer_by=world.now,
    )
    if kind is kinds.ComplaintAnswered:
        complaint.answer, complaint.answered_by, complaint.answered_at = "Перепрошуємо", lead.id, world.now
    world.uow.session.add(complaint)
    await world.uow.session.flush()
    return {"staff_id": lead.id, "complaint_id": complaint.id}


async def about_files(world: World, kind: type[Letter], messages: dict[str, int]) -> dict[str, Any]:
    """The person's message and the caseworker's carry a photo each, of which we have a copy."""
    photos = {
        side: File(message_id=message, kind="photo", state="kept", came_at=world.now)
        for side, message in messages.items()
    }
    world.uow.session.add_all(photos.values())
    if kind is kinds.StaffFileEdited:
        await file_carried(world, messages["staff"])
    await world.uow.session.flush()
    theirs = photos["person"]
    if kind is kinds.FilesTidied:
        theirs.in_chat = "gone"
    every = {"file_ids": [theirs.id], "files": [theirs.id], "message_ids": [theirs.message_id]}
    return {"file_id": theirs.id, "file_kind": "photo", "flaw": "broken", **every}


async def about_form(world: World, case: Case, *, summary: bool) -> int:
    """Whoever writes in the case has begun to say for whom it is."""
    draft = FormDraft(person_id=case.person_id, form="whom", version=1, at="" if summary else "name", revision=0)
    draft.answers, draft.begun_at, draft.touched_at = '{"who": "child"}', world.now, world.now
    world.uow.session.add(draft)
    await world.uow.session.flush()
    return draft.id


async def about_another(world: World, case: Case) -> None:
    """The case is for a relative of the one who writes."""
    they = Person(language="uk", watched=False, created_at=world.now)
    world.uow.session.add(they)
    await world.uow.session.flush()
    row = OnBehalf(case_id=case.id, beneficiary_id=they.id, relation="relative", agreement="by-call")
    row.reporter_shown = True
    world.uow.session.add(row)
    await world.uow.session.flush()


async def about_danger(world: World, kind: type[Letter], case: Case) -> dict[str, Any]:
    """What such letters need to be true: a standing alarm, letters that are frozen, a case that nobody has."""
    person = await people.by_id(world.uow.session, case.person_id)
    if kind is kinds.LettersFrozen:
        person.frozen_at = world.now
    if kind is kinds.OneHumanWanted:
        case.owner_id = None
    if "alarm_id" not in kind.__dataclass_fields__:
        return {}
    alarm = Alarm(
        case_id=case.id,
        cause="pressed",
        opened_case=False,
        raised_at=world.now,
        promise="on-duty",
        promised_at=world.now,
        rung="admins",
    )
    if kind is kinds.AlarmConfirmed:
        alarm.seen_at, alarm.seen_by = world.now, case.owner_id
    world.uow.session.add(alarm)
    await world.uow.session.flush()
    return {"alarm_id": alarm.id, "rounds": 0, "rung": "admins"}


async def about_trouble(world: World, kind: type[Letter], iryna: Actor) -> dict[str, Any]:
    """Something was put aside, the group is away (or back), and Ірина leads: what such a letter names."""
    (await world.uow.session.get_one(StaffMember, iryna.id)).role = "supervisor"
    group = await staff.group(world.uow.session, GROUP)
    assert group is not None
    if kind is kinds.GroupAway:
        group.away_since, group.away_reason = world.now, "removed"
    problem = await parked_update(world, "p:1")
    listed = {"by": "all", "of": 0}
    return {"unowned": True, "way": "in", "id": problem, "group_id": group.id, "reason": "removed"} | listed


def test_every_kind_has_a_view() -> None:
    assert sorted(VIEWS) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_true_is_shown(world: World, olena: Actor, iryna: Actor, case: Case, kind: str) -> None:
    if kind in CLOSED:
        await close(world.ctx(iryna), Close(case.id, "helped"))
    sight = await world.sight(await row(world, await made_of(world, KINDS[kind], case, iryna), olena))
    assert sight is not None
    assert (sight.kind, sight.language) == (kind, "uk")
    if KINDS[kind].policy.form in ("edit", "reaction"):
        assert sight.edit is not None


@pytest.mark.parametrize("kind", [name for name in KINDS if name not in {"join-failed"}])
async def test_a_person_reads_their_own_language_and_the_group_ukrainian(
    world: World, olena: Actor, iryna: Actor, case: Case, kind: str
) -> None:
    (await world.row(olena)).language = "en"
    member = await world.uow.session.get_one(StaffMember, iryna.id)
    member.language = "en"
    if kind in CLOSED:
        await close(world.ctx(iryna), Close(case.id, "helped"))
    sight = await world.sight(await row(world, await made_of(world, KINDS[kind], case, iryna), olena))
    assert sight is not None
    in_group = {
        "card", "topic-head", "person-message", "person-message-edited", "topic-summary", "case-news", "delivery-mark",
        "reply-undelivered", "group-bound", "person-files", "staff-file-refused",
        "letters-frozen", "queue-board", "later-answer", "taken-back", "answer-mark", "like-the-mark",
        "hide-whisper", "hide-text", "hide-files",  # nothing to read
        "brief-card", "staff-said-before", "topic-left", "place-left",
        "staff-said", "merged-news", "took-in-news", "parted-news", "document-news", "page-news", "words-to-tell",
        "same-child", "passing-told", "appointment-news", "transfer-news", "transfer-offered",
    }  # fmt: skip
    assert sight.language == ("uk" if kind in in_group else "en")


@pytest.mark.parametrize(("happening", "kind"), NO_LONGER_TRUE, ids=lambda value: getattr(value, "__name__", value))
async def test_what_is_no_longer_true_is_not_said(
    world: World, olena: Actor, iryna: Actor, case: Case, happening: Happening, kind: str
) -> None:
    letter = await made_of(world, KINDS[kind], case, iryna)
    await happening(world, olena, iryna, case)
    assert await world.sight(await row(world, letter, olena)) is None


async def test_another_persons_case_is_not_shown_as_ones_own(
    world: World, olena: Actor, mykola: Actor, case: Case
) -> None:
    assert await world.sight(await row(world, kinds.MyCaseScreen(case.id), mykola)) is None


async def test_what_was_written_for_an_account_is_not_said_to_whoever_has_the_row_now(
    world: World, olena: Actor, case: Case
) -> None:
    letter = await row(world, kinds.CaseReceived(case.id), olena)
    assert await world.sight(letter) is not None
    (await world.row(olena)).telegram_id = 777
    assert await world.sight(letter) is None
