"""Every kind of letter renders in every language into what Telegram accepts, whatever people wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.telegram.render import RENDERERS, render
from bot.telegram.render.names import EVENTS
from bot.telegram.render.topic import ICONS
from bot.telegram.rendered import Rendered
from bot.texts.wording import Wording
from casework.cases.history import FOR_THE_PERSON, Event
from casework.letters import sights as s
from casework.letters.kinds import KINDS
from casework.letters.policies import Form
from rules.cases import State, Turn
from rules.languages import LANGUAGES
from rules.places import Which
from rules.reactions import DELIVERED
from simulator.botapi.reactions import EMOJI as REACTIONS
from simulator.world.topics import ICONS as TELEGRAM_ICONS
from tests.bot.telegram.render.card_samples import card
from tests.bot.telegram.render.event_samples import ALL_EVENTS, OWN_EVENTS
from tests.bot.telegram.render.gallery import labels
from tests.bot.telegram.render.given import NOON, NUMBER
from tests.bot.telegram.render.my_case_samples import case_line
from tests.bot.telegram.render.places import place_lines
from tests.bot.telegram.render.samples import sights
from tests.bot.telegram.render.telegram_html import BrokenHtml, read, units

WORDING = Wording()
PLAIN = "Ірина Коваль"
WORDLESS = (Form.TOPIC, Form.SWEEP, Form.TIDY, Form.EXPEL, Form.HUSH, Form.LEAVE)
PROTECTED = {
    "handover-note",
    "desk-details",
    "desk-why",
    "desk-album",
    "desk-call",
    "desk-agreement",
    "desk-file",
    "desk-notes",
    "duty",
    "duty-shift",
    "duty-phone",
    "desk-return",
    "return-matched",
    "complaint-filed",
    "complaint-answer-ask",
    "registration",
    "registered",
    "link-code",
    "desk-to-tell",
    "transfer-summary",
    "transfer-look",
    "transfer-sheet",
    "transfer-handed",
    "agenda",
    "agenda-one",
    "desk-event-date",
}
PIECES = [
    *"<>&\"'/;!ab \n\u200f\u202eשלום\ue000",
    "👩‍👩‍👧",
    "🇺🇦",
    "😀",
    "<b>",
    "</b>",
    "&amp;",
    "<!--",
    "<a href=x>",
    "&lt;",
]
NASTY = st.lists(
    st.one_of(st.sampled_from(PIECES), st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=40
).map("".join)


def everything(words: str) -> Iterator[tuple[s.Sight, Rendered]]:
    for language in LANGUAGES:
        for sight in sights(words, language):
            yield sight, render(sight, WORDING)


def test_every_kind_of_letter_has_its_function_and_its_samples() -> None:
    assert set(RENDERERS) == set(KINDS)
    assert {sight.kind for sight in sights(PLAIN, "uk")} == set(KINDS)


def test_samples_know_every_event_of_a_case() -> None:
    assert set(ALL_EVENTS) == {event.value for event in Event} == set(EVENTS)
    assert set(OWN_EVENTS) == {event.value for event in FOR_THE_PERSON}


def test_every_letter_is_telegram_html_of_at_most_4096_units() -> None:
    for sight, rendered in everything(PLAIN):
        text = read(rendered.text)
        assert units(text) <= 4096, sight.kind
        assert bool(text.strip()) or KINDS[sight.kind].policy.form in WORDLESS, sight.kind


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY)
def test_peoples_own_words_arrive_as_they_were_written_and_never_as_our_tags(words: str) -> None:
    for sight, rendered in everything(words):
        text = read(rendered.text)
        covered = getattr(sight.shows, "opens", None) is not None
        if not covered and sight.kind in {"staff-reply", "person-message", "offer-case", "choose-case", "case-taken",
                                          "desk-home", "opened-reply"}:  # fmt: skip
            assert words in text, sight.kind


def test_the_largest_parts_still_fit_with_their_headings() -> None:
    words = "&" * 3500
    for language in LANGUAGES:
        for kind, shown in (
            ("staff-reply", s.ReplySight(NUMBER, "Ірина " * 10, words, 8, 9)),
            ("staff-reply-edited", s.ReplySight(NUMBER, "Ірина " * 10, words, 8, 9)),
            ("person-message", s.PersonMessageSight(words, 8, 9, edited=False)),
            ("person-message-edited", s.PersonMessageSight(words, 8, 9, edited=True)),
        ):
            assert units(read(render(s.Sight(kind, language, shown), WORDING).text)) <= 4096


def test_the_reader_of_html_refuses_what_telegram_refuses() -> None:
    for broken in ("<b>", "</b>", "<b><i></b></i>", "<p>x</p>", "a & b", "<!-- x -->", "&nbsp;", '<a name="x">y</a>'):
        with pytest.raises(BrokenHtml):
            read(broken)


def test_a_humans_words_come_first_and_their_name_and_number_below() -> None:
    shown = s.ReplySight(NUMBER, "Ірина", "Добрий день.", part=0, parts=1)
    text = read(render(s.Sight("staff-reply", "uk", shown), WORDING).text)
    assert text == f"Добрий день.\n\nІрина, звернення {NUMBER}"


def test_parts_are_counted_from_one_for_readers() -> None:
    shown = s.ReplySight(NUMBER, "Ірина", "Добрий день.", part=0, parts=2)
    assert "частина 1 з 2" in render(s.Sight("staff-reply", "uk", shown), WORDING).text


def test_a_time_that_is_over_is_never_promised() -> None:
    date = WORDING.to("uk").moment(NOON)
    late = s.AddedSight(NUMBER, 1, None, NOON, overdue=True)
    in_time = s.AddedSight(NUMBER, 1, None, NOON, overdue=False)
    assert date not in render(s.Sight("words-added", "uk", late), WORDING).text
    assert date in render(s.Sight("words-added", "uk", in_time), WORDING).text
    line = case_line(reply_by=NOON)
    own = s.MyCaseSight(line, None, None, True, (), frozenset(), None)
    assert date not in render(s.Sight("my-case", "uk", own), WORDING).text


def test_the_card_says_that_a_deadline_is_over_and_names_no_time_left() -> None:
    text = render(s.Sight("card", "uk", card(PLAIN, overdue=True)), WORDING).text
    assert "Строк минув: відповідь – до 23 листопада, 12:00" in text


def test_only_a_crisis_has_the_sign_of_a_crisis() -> None:
    assert "‼️" in render(s.Sight("card", "uk", card(PLAIN)), WORDING).text
    assert "‼️" not in render(s.Sight("card", "uk", card(PLAIN, crisis=False)), WORDING).text


def test_the_head_of_a_topic_fits_and_its_icon_tells_whose_turn_it_is() -> None:
    for sight, rendered in everything("Довга назва групи послуг " * 20):
        if sight.kind == "topic-head":
            assert rendered.title is not None
            assert len(rendered.title) <= 128
    shown = s.TopicSight(NUMBER, "Житло", State.TAKEN, Turn.PERSON, crisis=False, open=True, gone=False)
    theirs = render(s.Sight("topic-head", "uk", shown), WORDING)
    ours = render(s.Sight("topic-head", "uk", replace(shown, turn=Turn.STAFF)), WORDING)
    assert theirs.title == ours.title == f"{NUMBER} · взяте · Житло"
    assert (theirs.icon, ours.icon) == ("🗣", "📝")


def test_icons_and_the_mark_stand_in_telegrams_own_sets() -> None:
    assert {emoji for _, emoji in TELEGRAM_ICONS} >= ICONS
    assert DELIVERED in REACTIONS
    icons = {rendered.icon for sight, rendered in everything(PLAIN) if sight.kind == "topic-head"}
    assert icons == ICONS


def test_what_identifies_a_person_is_protected() -> None:
    for sight, rendered in everything(PLAIN):
        assert rendered.protect == (sight.kind in PROTECTED), sight.kind


def test_screens_that_are_edited_carry_inline_keyboards_only() -> None:
    for sight, rendered in everything(PLAIN):
        if KINDS[sight.kind].policy.form is not Form.MESSAGE:
            assert not isinstance(rendered.keyboard, ReplyKeyboardMarkup), sight.kind


def test_labels_are_plain_and_not_escaped() -> None:
    for sight, rendered in everything("Я & ти"):
        for label in labels(rendered):
            assert "&amp;" not in label, sight.kind
            assert "<" not in label, sight.kind


def test_buttons_speak_only_of_the_words_that_were_shown() -> None:
    for kind, shown in (
        ("offer-case", s.OfferSight("слова", 1, upto=77)),
        ("choose-case", s.ChooseSight("слова", 1, 77, (case_line(),))),
    ):
        keyboard = render(s.Sight(kind, "uk", shown), WORDING).keyboard
        assert isinstance(keyboard, InlineKeyboardMarkup)
        pressed = [button.callback_data or "" for row in keyboard.inline_keyboard for button in row]
        assert pressed
        assert all(data.endswith(":77") for data in pressed)


def test_places_of_one_name_differ_on_their_buttons_by_what_is_around_them() -> None:
    shown = s.PlaceChoicesSight(Which.ACTUAL, "краснодон", place_lines("Сорокине"), more=False)
    found = labels(render(s.Sight("place-choices", "uk", shown), WORDING))
    assert found[:3] == [
        "Сорокине (раніше Сорокине), Сорокинська громада, Довжанський район",
        "Сорокине, Сорокинська громада, Довжанський район",
        "Сорокине, Сорокинська громада, Довжанський район, Полтавська область",
    ]
    assert found[4:6] == ["Сорокине", "Сорокине, Київська область"]


def test_abroad_is_offered_only_where_somebody_lives_not_where_they_are_registered() -> None:
    abroad = WORDING.to("uk").plain("button-place-abroad")
    for which, offered in ((Which.ACTUAL, True), (Which.REGISTERED, False)):
        for kind, shown in (
            ("place-ask", s.PlaceAskSight(which)),
            ("place-choices", s.PlaceChoicesSight(which, "щастя", place_lines("Щастя"), more=False)),
        ):
            assert (abroad in labels(render(s.Sight(kind, "uk", shown), WORDING))) == offered


def test_an_unknown_kind_and_the_wrong_data_are_errors() -> None:
    with pytest.raises(KeyError):
        render(s.Sight("nothing", "uk", s.MarkSight()), WORDING)
    with pytest.raises(TypeError, match="welcome shows WelcomeSight, not MarkSight"):
        render(s.Sight("welcome", "uk", s.MarkSight()), WORDING)
