"""Nobody reaches a case that is not theirs to reach, by any id: it looks as if there were no such case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from casework.awaited.got_it import GotIt, got_it
from casework.calls.attempt import AskWhen, Tried, ask_day, ask_when, attempt
from casework.calls.begin import ChooseCase, choose_case
from casework.calls.done import Reached, done
from casework.calls.open import OpenCall, open_call
from casework.cases.close import AskOutcome, Close, ask_outcome, close
from casework.cases.details import ReadDetails, read_details
from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.facts import AskFacts, RecordFact, ask_facts, record_fact
from casework.cases.open_reply import OpenReply, open_reply
from casework.cases.refuse import AskReason, LookAtRefusal, Refuse, ask_reason, look_at_refusal, refuse
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen, reopen_own
from casework.cases.reply import reply
from casework.cases.show_own import ShowOwn, show_own
from casework.cases.step import AskStep, LookAtStep, Step, ask_step, look_at_step, step
from casework.cases.take import Take, take
from casework.cases.withdraw import Withdraw, withdraw
from casework.complaints.file import AskComplaint, FileComplaint, ask_complaint, file_complaint
from casework.context import Actor, Context
from casework.danger.press import AfterAll, Mistaken, after_all, mistaken
from casework.danger.see import See, see
from casework.danger.ways import ChooseWay, SafeWay, choose_way
from casework.errors import NoSuchCase
from casework.families.fate import FateChanged, FreeLetters, fate_changed, free_letters
from casework.files.own import ListOwnFiles, ShowOwnFile, list_own_files, show_own_file
from casework.files.read import ListFiles, ReadFiles, list_files, read_files
from casework.forms.begin import BeginForm, begin
from casework.notes.prioritise import AskPriority, SetPriority, ask_priority, set_priority
from casework.notes.read import ReadNotes, read_notes
from casework.notes.tag import AskTags, SetTag, ask_tags, set_tag
from casework.on_behalf.call import Heard, OpenAgreement, hear_agreement, open_agreement, try_agreement
from casework.people.edit_words import EditedWords, edit_words
from casework.people.send_words import SendWords, send_words
from casework.ratings.rate import AskRatingWords, Rate, SayBesideRating, ask_rating_words, rate, say_beside_rating
from casework.readings.ask import AskWhy, Looks, ask_why
from casework.returning.decide import ConfirmReturn, RefuseReturn, confirm_return, refuse_return
from casework.returning.look import LookAtReturn, look_at_return
from casework.returning.undo import UndoReturn, undo_return
from casework.talk.again import send_again
from casework.talk.decide import Decide, make_note, send_now
from casework.talk.mute import Mute, OfCase, ask_mute, mute, unmute
from casework.talk.sending import Reply
from casework.talk.spam import not_spam, spam
from db.models import Case
from rules.calls import Attempt
from rules.cases import Verb
from rules.permissions import PERMISSIONS
from rules.ratings import Mark
from rules.roles import Role, Scope
from tests.casework.cases.further_acts import FURTHER
from tests.casework.world import ELSEWHERE, GROUP, NOBODYS_CASE, OTHER_GROUP, World, kept

ByCase = Callable[[Context, int], Awaitable[Any]]

BY_CASE: dict[str, ByCase] = {
    "case.show_own": lambda ctx, case: show_own(ctx, ShowOwn(case)),
    "case.withdraw": lambda ctx, case: withdraw(ctx, Withdraw(case)),
    "case.reopen_own": lambda ctx, case: reopen_own(ctx, Reopen(case)),
    "rating.give": lambda ctx, case: rate(ctx, Rate(case, Mark.GOOD)),
    "rating.ask_words": lambda ctx, case: ask_rating_words(ctx, AskRatingWords(case)),
    "rating.say": lambda ctx, case: say_beside_rating(ctx, SayBesideRating(case, "Мене б’ють")),
    "complaint.ask": lambda ctx, case: ask_complaint(ctx, AskComplaint(case)),
    "complaint.file": lambda ctx, case: file_complaint(ctx, FileComplaint(case, "Мене б’ють")),
    "person.send_words": lambda ctx, case: send_words(ctx, SendWords(10**9, case)),
    "file.list_own": lambda ctx, case: list_own_files(ctx, ListOwnFiles(case)),
    "file.show_own": lambda ctx, case: show_own_file(ctx, ShowOwnFile(case, 1)),
    "case.open_reply": lambda ctx, case: open_reply(ctx, OpenReply(case, 1)),
    "person.danger_mistake": lambda ctx, case: mistaken(ctx, Mistaken(case)),
    "person.danger_after_all": lambda ctx, case: after_all(ctx, AfterAll(case)),
    "person.choose_way": lambda ctx, case: choose_way(ctx, ChooseWay(case, SafeWay.SILENT)),
    "danger.see": lambda ctx, case: see(ctx, See(case)),
    "family.fate_changed": lambda ctx, case: fate_changed(ctx, FateChanged(case)),
    "family.free_letters": lambda ctx, case: free_letters(ctx, FreeLetters(case, send=True)),
    "case.take": lambda ctx, case: take(ctx, Take(case)),
    "case.release": lambda ctx, case: release(ctx, Release(case)),
    "case.ask_step": lambda ctx, case: ask_step(ctx, AskStep(case)),
    "case.look_at_step": lambda ctx, case: look_at_step(ctx, LookAtStep(case, Verb.ASSESS)),
    "case.step": lambda ctx, case: step(ctx, Step(case, Verb.ASSESS)),
    "case.ask_reason": lambda ctx, case: ask_reason(ctx, AskReason(case)),
    "case.look_at_refusal": lambda ctx, case: look_at_refusal(ctx, LookAtRefusal(case, "RF1")),
    "case.refuse": lambda ctx, case: refuse(ctx, Refuse(case, "RF1")),
    "note.read": lambda ctx, case: read_notes(ctx, ReadNotes(case)),
    "tag.ask": lambda ctx, case: ask_tags(ctx, AskTags(case)),
    "tag.set": lambda ctx, case: set_tag(ctx, SetTag(case, "language", on=True)),
    "priority.ask": lambda ctx, case: ask_priority(ctx, AskPriority(case)),
    "priority.set": lambda ctx, case: set_priority(ctx, SetPriority(case, "deadline")),
    "case.ask_outcome": lambda ctx, case: ask_outcome(ctx, AskOutcome(case)),
    "case.close": lambda ctx, case: close(ctx, Close(case, "helped")),
    "case.reopen": lambda ctx, case: reopen(ctx, Reopen(case)),
    "case.details": lambda ctx, case: read_details(ctx, ReadDetails(case)),
    "reading.ask_why": lambda ctx, case: ask_why(ctx, AskWhy(case, Looks.DETAILS)),
    "case.facts": lambda ctx, case: ask_facts(ctx, AskFacts(case)),
    "call.choose_case": lambda ctx, case: choose_case(ctx, ChooseCase(case)),
    "call.open": lambda ctx, case: open_call(ctx, OpenCall(case)),
    "call.ask_when": lambda ctx, case: ask_when(ctx, AskWhen(case)),
    "call.ask_day": lambda ctx, case: ask_day(ctx, AskWhen(case)),
    "awaited.got_it": lambda ctx, case: got_it(ctx, GotIt(case)),
    "call.attempt": lambda ctx, case: attempt(ctx, Tried(case, Attempt.NO_ANSWER, 0)),
    "call.done": lambda ctx, case: done(ctx, Reached(case, 0)),
    "file.read": lambda ctx, case: read_files(ctx, ReadFiles(case, 1)),
    "file.list": lambda ctx, case: list_files(ctx, ListFiles(case)),
    "agreement.open": lambda ctx, case: open_agreement(ctx, OpenAgreement(case)),
    "agreement.hear": lambda ctx, case: hear_agreement(ctx, Heard(case, 0, agreed=True)),
    "agreement.attempt": lambda ctx, case: try_agreement(ctx, Tried(case, Attempt.NO_ANSWER, 0)),
    "form.begin": lambda ctx, case: begin(ctx, BeginForm("whom", case)),
    "return.look": lambda ctx, case: look_at_return(ctx, LookAtReturn(case)),
    "return.confirm": lambda ctx, case: confirm_return(ctx, ConfirmReturn(case, 1)),
    "return.refuse": lambda ctx, case: refuse_return(ctx, RefuseReturn(case)),
    "return.undo": lambda ctx, case: undo_return(ctx, UndoReturn(case)),
    "case.ask_mute": lambda ctx, case: ask_mute(ctx, OfCase(case)),
    "case.mute": lambda ctx, case: mute(ctx, Mute(case, 1)),
    "case.unmute": lambda ctx, case: unmute(ctx, OfCase(case)),
    "case.spam": lambda ctx, case: spam(ctx, OfCase(case)),
    "case.not_spam": lambda ctx, case: not_spam(ctx, OfCase(case)),
    "reply.send_now": lambda ctx, case: send_now(ctx, Decide(case, 1)),
    "reply.make_note": lambda ctx, case: make_note(ctx, Decide(case, 1)),
    "reply.send_again": lambda ctx, case: send_again(ctx, Decide(case, 1)),
    "case.record_fact": lambda ctx, case: record_fact(ctx, RecordFact(case, "audience", "displaced")),
    **FURTHER,
}
"""Acts that name their case by its id."""
BY_CALL = {"call.ask", "call.cancel"}
"""Acts that find their case by a call: tried in `tests/casework/calls`."""
BY_COMPLAINT = {"complaint.ask_answer", "complaint.answer"}
"""Acts that find their case by a complaint: tried with the complaints."""
BY_FORM = {"form.submit"}
"""The case stands in the person's own form, where `form.begin` put it: tried beside the forms."""
BY_MESSAGE = {"person.edit_words", "case.edit_reply", "case.reply", "call.say_when_safe", "return.name_case"}
"""Acts that find their case by a message, a topic or the person: tried below, or beside danger."""
BY_NOTE = {"note.add", "note.edit"}
"""Acts that find their case by a topic or a note: tried with the notes."""
BY_DOCUMENT = {
    f"document.{each}" for each in ("send", "cannot", "accept", "date", "return", "waive")
}  # fmt: skip
BY_HANDOVER = {"case.read_note", "case.decline"}
BY_DEADLINE = {"deadline.extend"}
BY_PAIR = {f"duplicate.{each}" for each in ("pair", "link", "unlink", "not_same", "ask_merge", "merge")}
"""Acts on two cases: tried in `tests/casework/duplicates`."""
BY_TRANSFER = {
    f"transfer.{each}"
    for each in (
        "show_own", "agree", "decline", "withdraw", "show", "pick", "ask_summary", "summarise", "look", "ask",
        "ask_how", "hear", "sheet", "sent", "ask_who", "confirm", "turn_away", "stop",
    )
}  # fmt: skip
BY_APPOINTMENT = {
    f"appointment.{each}"
    for each in (
        "show", "pick", "confirm", "unsuited", "move", "cancel_own", "coming", "open", "agenda_one", "shape", "choose",
        "offer", "book", "cancel", "came", "missed",
    )
}  # fmt: skip
BY_APPLICATION = {
    "place.answer",
    "place.choose",
    "place.record",
    "trip.mark",
    "trip.miss",
    "trip.requeue",
    "need.answer",
    "need.record",
} | {f"review.{each}" for each in ("open", "check", "ask_papers", "category", "confirm", "doubt")}
BY_ROW = BY_DOCUMENT | BY_HANDOVER | BY_DEADLINE | BY_TRANSFER | BY_APPOINTMENT | BY_APPLICATION
"""Acts that find their case by a row of its own: tried beside documents, handovers, deadlines, transfers,
appointments, and applications with their places.
"""
BY_MESSAGE |= {
    "duplicate.name", "registration.new_code", "reply.later", "reply.take_back", "reaction.to_person",
    "reaction.to_staff",
}  # fmt: skip
"""Acts that find their case by a message, a topic or the person: tried below, beside danger, or in `talk`."""
OWN = [name for name in BY_CASE if PERMISSIONS[name].scope is Scope.OWN]
OF_STAFF = [name for name in BY_CASE if PERMISSIONS[name].scope is not Scope.OWN]


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Олена's case, which Ірина has, in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


def test_every_act_within_a_scope_is_tried_here() -> None:
    scoped = {name for name, line in PERMISSIONS.items() if line.scope is not Scope.NONE}
    assert set(BY_CASE) | BY_MESSAGE | BY_CALL | BY_COMPLAINT | BY_FORM | BY_NOTE | BY_PAIR | BY_ROW == scoped


@pytest.mark.parametrize("name", OWN)
async def test_another_persons_case_is_no_case(world: World, mykola: Actor, case: Case, name: str) -> None:
    await world.says(mykola, "А що в інших?", new=True)
    for case_id in (case.id, NOBODYS_CASE, 0, -case.id):
        async with world.refused(NoSuchCase):
            await BY_CASE[name](world.ctx(mykola), case_id)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        (name, role)
        for name in OF_STAFF
        for role in (Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN)
        if role in PERMISSIONS[name].roles
    ],
)
async def test_a_case_of_another_organisation_is_no_case(world: World, case: Case, name: str, role: Role) -> None:
    member = await world.staff(role, "Чужа", ELSEWHERE)
    for case_id in (case.id, NOBODYS_CASE, 0, -case.id):
        async with world.refused(NoSuchCase):
            await BY_CASE[name](world.ctx(member), case_id)


async def test_a_person_with_the_id_of_a_staff_member_is_still_a_person(world: World, case: Case) -> None:
    for actor in (Actor(Role.PERSON, case.owner_id, case.organisation_id, 1), Actor(Role.PERSON, None, 1, 1)):
        for name in OF_STAFF:
            with pytest.raises(Exception, match="not-allowed"):
                await BY_CASE[name](world.ctx(actor), case.id)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN])
async def test_another_organisation_cannot_answer(world: World, case: Case, role: Role) -> None:
    member = await world.staff(role, "Чужа", ELSEWHERE)
    said = Reply(GROUP, case.topic_thread_id or 0, 900, None, "Вітаю", on_purpose=True)
    async with world.refused(NoSuchCase):
        await reply(world.ctx(member), said)


async def test_another_person_changes_nobodys_words(world: World, olena: Actor, mykola: Actor) -> None:
    _, sent = await world.says(olena, "Моє", new=True)
    draft_only = EditedWords("Чуже", olena.telegram_id or 0, sent)
    before = await kept(world)
    assert not await edit_words(world.ctx(mykola), draft_only)
    assert await kept(world) == before
    await world.case(olena, "Ще моє")
    before = await kept(world)
    assert not await edit_words(world.ctx(mykola), draft_only)
    assert await kept(world) == before


async def test_another_organisation_changes_nobodys_reply(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "Вітаю")
    for role in (Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN):
        member = await world.staff(role, "Чужа", ELSEWHERE)
        assert not await edit_reply(world.ctx(member), EditedReply(GROUP, number, "Ні"))
    moved = Actor(Role.ADMIN, iryna.id, (await world.staff(organisation=ELSEWHERE)).organisation_id, 1)
    async with world.refused(NoSuchCase):
        await edit_reply(world.ctx(moved), EditedReply(GROUP, number, "Я вже працюю деінде"))


async def test_words_sent_to_anothers_case_stay_where_they_were(world: World, mykola: Actor, case: Case) -> None:
    theirs = await world.case(mykola, "Моє")
    await world.says(mykola, "Ще одне", case_id=case.id)
    assert [message.text for message in await world.messages(case)] == ["Потрібна допомога з документами"]
    assert [message.text for message in await world.messages(theirs)] == ["Моє"]
    assert [draft.text for draft in await world.drafts(mykola)] == ["Ще одне"]


async def test_new_cases_of_each_organisation_come_into_its_own_group(world: World, olena: Actor, iryna: Actor) -> None:
    there = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    await world.bind(there, OTHER_GROUP, ELSEWHERE)
    here = await world.case(olena)
    world.organisation = ELSEWHERE
    elsewhere = await world.case(olena)
    assert (here.topic_chat_id, elsewhere.topic_chat_id) == (GROUP, OTHER_GROUP)
    assert (here.number[:3], elsewhere.number[:3]) == ("LUH", "SVD")
    async with world.refused(NoSuchCase):
        await take(world.ctx(iryna), Take(elsewhere.id))
    assert (await take(world.ctx(there), Take(elsewhere.id))).owner_id == there.id
