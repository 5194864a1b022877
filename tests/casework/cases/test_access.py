"""Nobody reaches a case that is not theirs to reach, by any id: it looks as if there were no such case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from casework.calls.attempt import AskWhen, Tried, ask_when, attempt
from casework.calls.begin import ChooseCase, choose_case
from casework.calls.done import Reached, done
from casework.calls.open import OpenCall, open_call
from casework.cases.close import AskOutcome, Close, ask_outcome, close
from casework.cases.details import ReadDetails, read_details
from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.facts import AskFacts, RecordFact, ask_facts, record_fact
from casework.cases.open_reply import OpenReply, open_reply
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen, reopen_own
from casework.cases.reply import Reply, reply
from casework.cases.show_own import ShowOwn, show_own
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
from casework.on_behalf.call import Heard, OpenAgreement, hear_agreement, open_agreement, try_agreement
from casework.people.edit_words import EditedWords, edit_words
from casework.people.send_words import SendWords, send_words
from casework.ratings.rate import AskRatingWords, Rate, SayBesideRating, ask_rating_words, rate, say_beside_rating
from casework.returning.decide import ConfirmReturn, RefuseReturn, confirm_return, refuse_return
from casework.returning.look import LookAtReturn, look_at_return
from casework.returning.undo import UndoReturn, undo_return
from db.models import Case
from rules.calls import Attempt
from rules.permissions import PERMISSIONS, Role, Scope
from rules.ratings import Mark
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
    "case.ask_outcome": lambda ctx, case: ask_outcome(ctx, AskOutcome(case)),
    "case.close": lambda ctx, case: close(ctx, Close(case, "helped")),
    "case.reopen": lambda ctx, case: reopen(ctx, Reopen(case)),
    "case.details": lambda ctx, case: read_details(ctx, ReadDetails(case)),
    "case.facts": lambda ctx, case: ask_facts(ctx, AskFacts(case)),
    "call.choose_case": lambda ctx, case: choose_case(ctx, ChooseCase(case)),
    "call.open": lambda ctx, case: open_call(ctx, OpenCall(case)),
    "call.ask_when": lambda ctx, case: ask_when(ctx, AskWhen(case)),
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
    "case.record_fact": lambda ctx, case: record_fact(ctx, RecordFact(case, "audience", "displaced")),
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
    assert set(BY_CASE) | BY_MESSAGE | BY_CALL | BY_COMPLAINT | BY_FORM == scoped


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
