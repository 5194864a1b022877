"""Everything that a phone can send, anywhere: a kind answer in the person's language, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.telegram.render.form_words import FORM_WORDS
from db.models import Draft
from db.repositories import people
from tests.conversations.oddities import CHECKLIST, FILES, GIFT, NOTES, SAID, UNREADABLE, Content
from tests.conversations.papers import LARGE, photo, voice
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_files_from_people import SHOW, carried
from tests.conversations.test_for_another import BACK, CALL, KNOWS, RELATIVE, SEND, SUMMARY, asked, begins
from tests.conversations.words import HOTLINES, OFFER, RECEIVED, WORDING, label, piece

CANNOT = {about: piece("letter-cannot-read", about=about) for about in ("other", "gift", "words-only", "edited")}
NOT_WORDS = piece("form-problem-not-words")
PASS_WORDS = label("button-form-pass-words")
LEAVE_WORDS = label("button-form-leave-words")
DRAFTS = "SELECT count(*) FROM drafts"
FILES_OF_DRAFTS = "SELECT count(*) FROM files WHERE draft_id IS NOT NULL"
PARKED = "SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL"
WALK = (("who", RELATIVE), ("name", "Іван Петрович"), ("born", "75"), ("knows", KNOWS), ("phone", "0501234567"),
        ("agree", CALL))  # fmt: skip
"""A way through the form: each question, and the answer to it in words."""


async def sends(person: Talker, content: Content) -> int:
    """Any content; the message's id."""
    return int((await person.scene.people.write(person.id, person.id, **content))["message_id"])


async def at_birth(stage: Stage) -> Talker:
    """Somebody in the middle of a form: the birth is asked."""
    person = await begins(stage)
    await person.press(RELATIVE)
    at = await person.send("Іван Петрович")
    await asked(person, "born", at)
    return person


async def test_outside_of_forms_everything_is_kept_or_answered_kindly(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    for count, content in enumerate((*FILES.values(), *SAID.values(), CHECKLIST), start=1):
        at = await sends(olena, content)
        await olena.sees_new(OFFER, at)
        assert await stage.count(DRAFTS) == count, content
    assert await stage.count(FILES_OF_DRAFTS) == len(FILES)
    assert "Що треба\n– дрова\n– ковдри" in {each.text for each in await _drafts(stage)}
    for content in UNREADABLE.values():
        at = await sends(olena, content)
        await olena.sees_new(CANNOT["other"], at)
    at = await sends(olena, GIFT)
    await olena.sees_new(CANNOT["gift"], at)
    await stage.settled()
    before = await olena.got()
    for content in NOTES.values():
        await sends(olena, content)
    await stage.settled()
    assert await olena.got() == before, "Telegram's own notes want no answer"
    assert await stage.count(DRAFTS) == len(FILES) + len(SAID) + 1
    assert await stage.count(PARKED) == 0


async def _drafts(stage: Stage) -> Sequence[Draft]:
    async with stage.app.database.uow() as uow:
        [person_id] = {row[0] for row in await stage.rows("SELECT person_id FROM drafts")}
        return await people.drafts(uow.session, person_id)


async def test_the_answer_is_in_the_persons_language(stage: Stage) -> None:
    john = await stage.person("John", language="en")
    for about, content in (("other", UNREADABLE["poll"]), ("gift", GIFT)):
        at = await sends(john, content)
        await john.sees_new(piece("letter-cannot-read", "en", about=about), at)


async def test_at_every_question_every_kind_is_kept_and_the_question_stays(stage: Stage) -> None:
    person = await begins(stage)
    kept = await stage.count(DRAFTS)
    for step, answer in (*WALK, ("", "")):
        kinds = {name: content for name, content in FILES.items() if (step, name) != ("phone", "contact")}
        for content in (*NOTES.values(), *kinds.values(), CHECKLIST, *UNREADABLE.values()):
            at = await sends(person, content)
        await stage.settled()
        shown = (await person.chat())[-1]
        assert shown.id > at
        assert (label(f"form-whom-{step}") if step else SUMMARY) in shown.text
        assert offers(shown, PASS_WORDS)
        kept += len(kinds) + 1
        assert await stage.count(DRAFTS) == kept, step
        if step:
            at = await person.send(answer)
            await stage.settled()
    assert await stage.count(PARKED) == 0
    await person.press(PASS_WORDS)
    await stage.settled()
    await person.press(SEND)
    await person.sees(RECEIVED)
    await stage.settled()
    assert await stage.count(DRAFTS) == 0
    assert await stage.count("SELECT count(*) FROM messages WHERE author_kind = 'person'") == kept
    assert await stage.count("SELECT count(*) FROM files WHERE message_id IS NOT NULL") == kept - 1 - len(WALK) - 1


async def test_every_unreadable_kind_alone_is_helped_with_in_a_form(stage: Stage) -> None:
    person = await at_birth(stage)
    for name, content in UNREADABLE.items():
        at = await sends(person, content)
        shown = await person.sees_new(NOT_WORDS, at)
        assert label("form-whom-born") in shown.text, name
        assert not offers(shown, PASS_WORDS), "there is nothing to decide about"
    at = await sends(person, GIFT)
    await person.sees_new(CANNOT["gift"], at)
    at = await person.send("75")
    await asked(person, "knows", at)


async def test_an_album_in_the_middle_of_a_form_is_kept_whole_and_goes_along(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await person.attaches_album(
        {"media": photo(), "caption": "дах"}, {"media": photo()}, {"media": photo(), "caption": "стіна"}
    )
    shown = await person.waits(lambda each: each.id > at and "фото × 3" in each.text, "three photos")
    assert all(said in shown.text for said in (NOT_WORDS, "дах", "стіна", label("form-whom-born")))
    await person.press(PASS_WORDS)
    await stage.settled()
    for words in ("75", "Так, знає", "0501234567", CALL):
        await person.send(words)
    await person.press(SEND)
    await person.sees(RECEIVED)
    show_all = label("button-show-files", count=3)
    thread = await stage.the_thread()
    topic = await stage.iryna.finds(thread, lambda each: offers(each, show_all), show_all)
    assert topic.text.index("дах") < topic.text.index("стіна")


async def test_a_voice_message_before_a_form_goes_with_it(stage: Stage) -> None:
    """One voice message is a whole request, for another human, too."""
    person = await stage.agreed("Соломія")
    await person.attaches(voice(42))
    await person.press(label("button-for-another"))
    await asked(person, "who")
    for words in (RELATIVE, "Іван Петрович", "75", "Так, знає", "0501234567", CALL):
        await person.send(words)
    await person.press(SEND)
    await person.sees(RECEIVED)
    thread = await stage.the_thread()
    await stage.iryna.finds(thread, lambda each: "голосове, 0:42" in each.text and offers(each, SHOW), SHOW)
    await stage.iryna.looks(thread, SHOW)
    await stage.iryna.finds(thread, lambda each: carried(each) == ["voice"], "the voice")


async def test_what_came_in_the_middle_can_be_left_out_and_is_gone(stage: Stage) -> None:
    person = await at_birth(stage)
    await person.attaches(photo())
    await person.press(LEAVE_WORDS)
    await stage.settled()
    assert await stage.count(FILES_OF_DRAFTS) == 0
    assert await stage.count(DRAFTS) == 1, "the words it began with"


async def test_a_file_over_20_mb_in_a_form_is_told_and_its_words_are_kept(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await person.attaches({"kind": "video", "name": "дах.mp4", "size": LARGE}, caption="дах згорів")
    await person.sees_new(piece("why-too-large"), at)
    assert "дах згорів" in (await person.sees_new(label("form-whom-born"), at)).text


async def test_dangerous_words_below_a_photo_in_a_form_bring_the_hotlines(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await person.attaches(photo(), caption="Чоловік мене б'є")
    await person.sees_new(HOTLINES, at)
    await asked(person, "born", at)


async def test_a_contact_at_another_question_is_kept_and_at_the_phone_it_is_the_answer(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await sends(person, FILES["contact"])
    await person.waits(lambda each: each.id > at and "контакт" in each.text and offers(each, PASS_WORDS), "contact")
    await person.press(LEAVE_WORDS)
    for words in ("75", "Так, знає"):
        at = await person.send(words)
    await asked(person, "phone", at)
    at = await sends(person, FILES["contact"])
    await asked(person, "agree", at)
    assert "+380671112233" in (await person.chat())[-1].text


async def test_an_answer_that_was_edited_says_how_to_change_it(stage: Stage) -> None:
    person = await at_birth(stage)
    message = await person.send("75")
    await asked(person, "knows", message)
    await person.edits(message, "85")
    assert BACK in (await person.sees_new(CANNOT["edited"], message)).text
    await person.press(BACK)
    at = await person.send("85")
    assert "85" in (await person.sees_new(label("form-whom-knows"), at)).text


async def test_thanks_changed_into_a_request_are_not_lost_in_silence(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    message = await olena.send("дякую")
    await olena.sees_new(piece("screen-thanks"), message)
    await olena.edits(message, "дякую, але дрова не привезли, чоловік мене б'є")
    await olena.sees_new(CANNOT["edited"], message)
    await olena.sees_new(HOTLINES, message)


async def test_a_reaction_to_a_letter_disturbs_nothing(stage: Stage) -> None:
    person = await at_birth(stage)
    shown = (await person.chat())[-1]
    await stage.people.react(person.id, shown.id, person.id, "👍")
    at = await person.send("75")
    await asked(person, "knows", at)
    assert await stage.count(PARKED) == 0


def test_every_step_of_every_form_is_walked_here() -> None:
    assert {step for step, _ in WALK} | {"where", "reporter"} == {step for form, step in FORM_WORDS if form == "whom"}


@pytest.mark.parametrize("language", WORDING.languages)
def test_the_kinds_of_help_are_told_apart(language: str) -> None:
    told = {piece("letter-cannot-read", language, about=about) for about in CANNOT}
    assert len(told) == len(CANNOT)
