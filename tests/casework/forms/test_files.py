"""A question that is answered with files: one or several, albums, the last taken back, and where they end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import count

import pytest
from sqlalchemy import text

from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import Stale
from casework.files.attachment import Attachment
from casework.files.fetched import Fetched, fetched
from casework.forms.answer import AnswerForm, answer
from casework.forms.begin import BeginForm, begin
from casework.forms.cancel import anew, drop
from casework.forms.choose import choose_done
from casework.forms.files import take_back_file
from casework.forms.filling import Filling, Pressed, Went
from casework.forms.move import back, edit, skip
from casework.forms.submit import SENDERS, submit
from casework.letters import kinds
from casework.letters.sights import FormSight, FormSummarySight
from casework.people.edit_words import EditedWords, edit_words
from casework.people.erase import Erase, erase
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Case, FormDraft, Letter
from db.repositories import files
from rules.files import MOST_BYTES, FileKind, Flaw
from rules.forms import FORMS, SUMMARY, Files, Form, Problem, Said, Text
from tests.casework.world import World, machine

PAPERS = Form("papers", 1, (Text(slug="name"), Files(slug="papers", most=3, optional=True), Text(slug="more")))
NUMBERS = count(700_000)


def picture(**more: object) -> Attachment:
    number = next(NUMBERS)
    return Attachment(FileKind.PHOTO, f"id{number}", f"unique{number}", size=900, **more)  # type: ignore[arg-type]  # fields of the dataclass


class Bringing:
    """Somebody at the question for papers, about a case of theirs."""

    def __init__(self, world: World, actor: Actor, case: Case, form_id: int) -> None:
        self.world, self.actor, self.case, self.form_id = world, actor, case, form_id

    async def sends(self, attached: Attachment | None, caption: str = "", words: str | None = None) -> int:
        at = next(NUMBERS)
        data = AnswerForm(self.form_id, Said(words), self.actor.telegram_id or 0, at, caption, attached)
        assert await answer(self.world.ctx(self.actor), data) is Went.ON
        return at

    async def draft(self) -> FormDraft:
        return await self.world.uow.session.get_one(FormDraft, self.form_id)

    async def pressed(self, number: int = 0) -> Pressed:
        return Pressed(self.form_id, (await self.draft()).revision, number)

    async def count(self, query: str) -> int:
        await self.world.uow.session.flush()
        return int((await self.world.uow.session.execute(text(query))).scalar_one())

    async def shown(self) -> FormSight | FormSummarySight:
        screen = await self.world.screen(self.actor, f"form:{PAPERS.slug}")
        assert screen is not None
        letter = Letter(
            kind=screen.kind, facts=screen.facts(), person_id=self.actor.id, chat_id=self.actor.telegram_id or 0
        )
        sight = await self.world.sight(letter)
        assert sight is not None
        assert isinstance(sight.shows, FormSight | FormSummarySight)
        return sight.shows

    async def comes(self, flaw: Flaw | None = None) -> None:
        """What waits is fetched, or turns out to be none."""
        await self.world.uow.session.flush()
        for claimed in await files.claim(self.world.uow.session, limit=9, lease=180, worker=None):
            lease: datetime = claimed.lease
            await fetched(machine(self.world), Fetched(claimed.id, lease, b"" if flaw else b"picture", flaw))


@pytest.fixture
async def bringing(world: World, olena: Actor, monkeypatch: pytest.MonkeyPatch) -> Bringing:
    async def keep(filling: Filling, case: Case | None) -> Case:
        assert case is not None
        return case

    monkeypatch.setitem(FORMS, PAPERS.slug, PAPERS)
    monkeypatch.setitem(SENDERS, PAPERS.slug, keep)
    case = await world.case(olena)
    await world.topic(case)
    form_id = await begin(world.ctx(olena), BeginForm(PAPERS.slug, case.id))
    made = Bringing(world, olena, case, form_id)
    await made.sends(None, words="Олена")
    return made


async def lines(bringing: Bringing) -> Sequence[tuple[str, str, Flaw | None]]:
    shown = await bringing.shown()
    assert isinstance(shown, FormSight)
    return [(each.state.value, each.words, each.flaw) for each in shown.files]


async def test_files_are_gathered_until_done_and_stand_in_the_summary(bringing: Bringing) -> None:
    await bringing.sends(picture(), "паспорт")
    await bringing.sends(picture(album="7"))
    await bringing.sends(picture(album="7"), "довідка")
    await bringing.comes()
    assert await lines(bringing) == [("kept", "паспорт", None), ("kept", "", None), ("kept", "довідка", None)]
    assert await choose_done(bringing.world.ctx(bringing.actor), await bringing.pressed()) is Went.ON
    assert (await bringing.draft()).at == "more"
    await bringing.sends(None, words="усе")
    assert (await bringing.draft()).at == SUMMARY
    summary = await bringing.shown()
    assert isinstance(summary, FormSummarySight)
    assert [len(each.files) for each in summary.answers] == [0, 3, 0]


async def test_words_are_no_file_and_done_needs_one(bringing: Bringing) -> None:
    await bringing.sends(None, words="зараз знайду")
    screen = await bringing.world.screen(bringing.actor, f"form:{PAPERS.slug}")
    assert screen == kinds.FormScreen(bringing.form_id, Problem.NO_FILE.value)
    await choose_done(bringing.world.ctx(bringing.actor), await bringing.pressed())
    assert (await bringing.draft()).at == "papers"
    assert await bringing.count("SELECT count(*) FROM drafts WHERE form_id IS NULL") == 1, "the words wait beside it"


async def test_no_more_than_the_question_takes_and_the_rest_waits(bringing: Bringing) -> None:
    for _ in range(4):
        await bringing.sends(picture())
    screen = await bringing.world.screen(bringing.actor, f"form:{PAPERS.slug}")
    assert screen == kinds.FormScreen(bringing.form_id, Problem.TOO_MANY_FILES.value)
    assert len(await lines(bringing)) == 3
    assert await bringing.count("SELECT count(*) FROM files") == 4, "nothing that came is lost"


async def test_the_last_one_is_taken_back(bringing: Bringing) -> None:
    await bringing.sends(picture(), "перше")
    await bringing.sends(picture(), "друге")
    ctx = bringing.world.ctx(bringing.actor)
    await take_back_file(ctx, await bringing.pressed())
    assert [words for _, words, _ in await lines(bringing)] == ["перше"]
    await take_back_file(ctx, await bringing.pressed())
    await take_back_file(ctx, await bringing.pressed())
    assert await lines(bringing) == []
    assert await bringing.count("SELECT count(*) FROM files") == 0


@pytest.mark.parametrize("flaw", [Flaw.EMPTY, Flaw.BROKEN, Flaw.LOCKED, Flaw.MISNAMED, Flaw.LOST])
async def test_a_bad_file_is_said_within_the_question_and_does_not_count(bringing: Bringing, flaw: Flaw) -> None:
    await bringing.sends(picture())
    await bringing.comes(flaw)
    assert await lines(bringing) == [("refused", "", flaw)]
    assert await bringing.world.waiting(kinds.FileRefused) == [], "it stands in the list, not beside it"
    await choose_done(bringing.world.ctx(bringing.actor), await bringing.pressed())
    assert (await bringing.draft()).at == "papers", "nothing good came yet"
    await bringing.sends(picture())
    await choose_done(bringing.world.ctx(bringing.actor), await bringing.pressed())
    assert (await bringing.draft()).at == "more"
    assert await bringing.count("SELECT count(*) FROM files") == 1


async def test_too_large_is_said_at_once(bringing: Bringing) -> None:
    await bringing.sends(Attachment(FileKind.DOCUMENT, "id", "unique", "відео.pdf", size=MOST_BYTES + 1))
    assert await lines(bringing) == [("refused", "", Flaw.TOO_LARGE)]


async def test_skipped_it_holds_nothing(bringing: Bringing) -> None:
    await bringing.sends(picture())
    await skip(bringing.world.ctx(bringing.actor), await bringing.pressed())
    assert (await bringing.draft()).at == "more"
    assert await bringing.count("SELECT count(*) FROM files") == 0


async def filed(bringing: Bringing) -> None:
    ctx = bringing.world.ctx(bringing.actor)
    await choose_done(ctx, await bringing.pressed())
    await bringing.sends(None, words="усе")
    assert await submit(ctx, await bringing.pressed()) is Went.OVER


async def test_filed_the_files_hang_at_the_case_in_order_with_their_words(bringing: Bringing) -> None:
    await bringing.sends(picture(), "паспорт")
    await bringing.comes()
    await bringing.sends(picture(), "довідка")
    await filed(bringing)
    said = [each.text for each in await bringing.world.messages(bringing.case)][-2:]
    assert said == ["паспорт", "довідка"]
    assert await bringing.count("SELECT count(*) FROM files WHERE message_id IS NOT NULL AND draft_id IS NULL") == 2
    assert await bringing.count("SELECT count(*) FROM drafts") == 0
    assert await bringing.count("SELECT count(*) FROM slots WHERE key LIKE 'files:%'") == 2
    tidied = [each.facts["message_ids"] for each in await bringing.world.waiting(kinds.TidyFiles)]
    assert [len(each) for each in tidied] == [1], "the chat keeps what is still on its way"


async def test_a_way_not_taken_leaves_no_file(bringing: Bringing) -> None:
    await bringing.sends(picture())
    ctx = bringing.world.ctx(bringing.actor)
    await choose_done(ctx, await bringing.pressed())
    await bringing.sends(None, words="усе")
    await edit(ctx, await bringing.pressed(1))
    await skip(ctx, await bringing.pressed())
    assert (await bringing.draft()).at == SUMMARY
    await submit(ctx, await bringing.pressed())
    assert await bringing.count("SELECT count(*) FROM files") == 0


async def test_back_and_again_keeps_what_was_sent_and_takes_more(bringing: Bringing) -> None:
    await bringing.sends(picture(), "перше")
    ctx = bringing.world.ctx(bringing.actor)
    await choose_done(ctx, await bringing.pressed())
    await back(ctx, await bringing.pressed())
    await bringing.sends(picture(), "друге")
    await filed(bringing)
    assert [each.text for each in await bringing.world.messages(bringing.case)][-2:] == ["перше", "друге"]


async def test_a_changed_caption_is_the_one_that_goes_along(bringing: Bringing) -> None:
    attached = picture()
    at = await bringing.sends(attached, "паспрот")
    ctx = bringing.world.ctx(bringing.actor)
    assert await edit_words(ctx, EditedWords("паспорт", bringing.actor.telegram_id or 0, at, attached))
    assert [words for _, words, _ in await lines(bringing)] == ["паспорт"]
    assert await bringing.world.screen(bringing.actor) != kinds.OfferCaseScreen()


@pytest.mark.parametrize("how", ["drop", "anew", "erase", "retention"])
async def test_whatever_ends_the_form_ends_its_files(bringing: Bringing, how: str) -> None:
    await bringing.sends(picture())
    await bringing.comes()
    assert await bringing.count("SELECT count(*) FROM file_chunks") == 1
    ctx = bringing.world.ctx(bringing.actor)
    match how:
        case "drop":
            await drop(ctx, await bringing.pressed())
        case "anew":
            await anew(ctx, await bringing.pressed())
        case "erase":
            await erase(ctx, Erase())
        case _:
            bringing.world.wait(days=15)
            await drop_drafts(machine(bringing.world), DropDrafts())
    for table in ("files", "file_chunks", "drafts"):
        assert await bringing.count(f"SELECT count(*) FROM {table}") == 0, table


async def test_words_of_the_draft_retention_do_not_outrun_the_form(bringing: Bringing) -> None:
    await bringing.sends(picture())
    bringing.world.wait(days=13)
    await bringing.sends(picture())
    bringing.world.wait(days=3)
    await drop_drafts(machine(bringing.world), DropDrafts())
    assert len(await lines(bringing)) == 2


async def test_nobody_takes_back_the_file_of_another(bringing: Bringing, mykola: Actor) -> None:
    await bringing.sends(picture())
    button = await bringing.pressed()
    async with bringing.world.refused(Stale):
        await take_back_file(bringing.world.ctx(mykola), button)
    assert len(await lines(bringing)) == 1


async def test_the_case_is_over_meanwhile_and_the_files_wait(bringing: Bringing) -> None:
    await bringing.sends(picture())
    await withdraw(bringing.world.ctx(bringing.actor), Withdraw(bringing.case.id))
    assert len(await lines(bringing)) == 1
