"""One plausible sight, or several, for every kind of letter; free texts come from the one who asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.catalogue import load_catalogue
from bot.telegram.render.danger import NOT_WRITTEN, WAYS
from bot.telegram.render.problems import WHY
from casework.danger.alarm import PRESSED
from casework.letters import sights as s
from casework.problems.subjects import Subject
from rules.cases import Verb
from rules.duty import Promise, Rung
from rules.files import FileKind
from rules.problems import Way
from tests.bot.telegram.render import broadcast_samples as broadcasts
from tests.bot.telegram.render import duplicate_samples as duplicates
from tests.bot.telegram.render import meeting_samples as meetings
from tests.bot.telegram.render import need_samples as needs
from tests.bot.telegram.render import place_samples as camps
from tests.bot.telegram.render import registration_samples as registrations
from tests.bot.telegram.render import step_samples as steps
from tests.bot.telegram.render import trip_samples as trips
from tests.bot.telegram.render.card_samples import cards, heads
from tests.bot.telegram.render.closing_samples import closing_sights, persons_words
from tests.bot.telegram.render.desk_samples import brief_sights
from tests.bot.telegram.render.duty_samples import duty_to_person, duty_to_staff
from tests.bot.telegram.render.event_samples import ALL_EVENTS, OWN_EVENTS
from tests.bot.telegram.render.export_samples import exports_to_staff
from tests.bot.telegram.render.file_samples import file_lines, files_to_person, files_to_staff
from tests.bot.telegram.render.form_samples import details_for_whom, forms_sights
from tests.bot.telegram.render.form_samples import lines as answer_lines
from tests.bot.telegram.render.given import ELSEWHERE, NOON, NUMBER, away_lines
from tests.bot.telegram.render.later_samples import noting_to_staff
from tests.bot.telegram.render.life_samples import life_sights
from tests.bot.telegram.render.list_samples import list_sights
from tests.bot.telegram.render.my_case_samples import case_line, every_case_line, my_case_sights, timeline
from tests.bot.telegram.render.own_samples import COMPLAINT, EVERYTHING_HELD, leads_sights, own_sights
from tests.bot.telegram.render.page_samples import page_titles
from tests.bot.telegram.render.places import place_sights, told_places
from tests.bot.telegram.render.reading_samples import reading_sights
from tests.bot.telegram.render.recreation_samples import application, recreation_to_person, recreation_to_staff
from tests.bot.telegram.render.return_samples import returns_to_person, returns_to_staff
from tests.bot.telegram.render.samples_calls import calls_to_person, calls_to_staff
from tests.bot.telegram.render.talk_samples import talk_to_person, talk_to_staff
from tests.bot.telegram.render.team_samples import absent_desk, team_sights
from tests.bot.telegram.render.term_samples import terms_to_person
from tests.rules.recreation.widest import WIDEST

CATALOGUE = load_catalogue()


def office(language: str) -> s.Office:
    entry = CATALOGUE.organisations["luhansk"]
    return s.Office(entry.phone, entry.hours_text[language])


def hotlines(language: str) -> tuple[s.HotlineLine, ...]:
    return tuple(
        s.HotlineLine(each.number, each.name[language], each.when[language], each.verified_on)
        for each in CATALOGUE.danger_hotlines()
    )


def family_lines(language: str) -> tuple[s.HotlineLine, ...]:
    return tuple(
        s.HotlineLine(each.number, each.name[language], each.when[language], each.verified_on)
        for each in CATALOGUE.family_lines()
    )


def persons_sights(words: str, language: str) -> dict[str, list[object]]:
    here, numbers = office(language), hotlines(language)
    kept = CATALOGUE.retention["case"].words[language]
    left = s.Kept(NOON, NOON, NOON, NOON)
    number = [s.NumberSight(1, NUMBER, here)]
    bare = [s.OfficeSight(here)]
    verbs = frozenset({Verb.ADD_WORDS, Verb.WITHDRAW, Verb.REOPEN})
    readings = (s.ReadingLine(NOON, words, NUMBER),)
    looked = (
        s.ReadingLine(NOON, words, NUMBER, s.FileLine(FileKind.PHOTO)),
        s.ReadingLine(NOON, words, NUMBER, checked=True),
        s.ReadingLine(NOON, words, NUMBER, searched=True),
    )
    complaints = tuple(s.WaitingComplaint(COMPLAINT, NOON, overdue) for overdue in (False, True))
    return {
        "welcome": [s.WelcomeSight(here)],
        "hotlines": [
            *(s.HotlinesSight(numbers, here, heard) for heard in (True, False)),
            *(
                s.HotlinesSight(numbers, here, heard, promise, NOON, 1, pressed=not heard, called=called)
                for heard in (True, False)
                for promise in Promise
                for called in (Rung.SUPERVISORS, Rung.ADMINS, None)
            ),
        ],
        "safe-way": [s.SafeWaySight(1, way) for way in WAYS],
        **duty_to_person(words, numbers),
        "alarm-mistake": [s.CaseIdSight(1, closed) for closed in (True, False)],
        "clear-chat": [s.NothingSight()],
        "speak-freely": [s.NothingSight()],
        "answer-late": [s.AnswerLateSight(NOON, discreet, discreet) for discreet in (True, False)],
        "opened-reply": [s.OpenedReplySight(1, 2, 0, NUMBER, "Ірина", words)],
        "covered": [s.CoveredSight(1, 2, 0)],
        "family-lines": [s.FamilyLinesSight(family_lines(language))],
        "case-received": [
            s.ReceivedSight(words, NUMBER, words, NOON, watched=False, law_by=NOON, office=here),
            s.ReceivedSight(None, NUMBER, None, NOON, watched=True, law_by=None, office=here),
            s.ReceivedSight(words, NUMBER, None, None, watched=False, law_by=None, office=here),
            s.ReceivedSight(words, NUMBER, None, NOON, False, None, here, decides=words, check_by=NOON),
            s.ReceivedSight(None, NUMBER, None, NOON, False, None, here, decides=words),
            *(
                s.ReceivedSight(words, NUMBER, words, NOON, False, None, here, provider=each, check_by=NOON)
                for each in ELSEWHERE
            ),
        ],
        "case-taken": [s.TakenSight(NUMBER, words)],
        "staff-reply": steps.replies(words),
        "staff-reply-edited": [*steps.replies(words), s.ReplySight(NUMBER, "Ірина", "", part=1, parts=1)],
        "case-closed": [
            s.ClosedSight(1, name, NUMBER, outcome.plain[language], NOON, words, asks, bare)
            for name, asks, bare in (
                (words, True, False),
                (None, True, False),
                (words, False, False),
                (None, False, True),
            )
            for outcome in CATALOGUE.outcomes.values()
            for bare in (False, True)
        ],
        "case-withdrawn": [*number],
        "case-reopened": [*number],
        "update-parked": [s.ParkedSight("7F3A", here)],
        "messages-lost": [
            s.MessagesLostSight(NOON, NOON + timedelta(days=3), restored, here) for restored in (False, True)
        ],
        "cannot-read": [s.CannotReadSight(about, here) for about in ("", "gift", "words-only", "edited")],
        **files_to_person(words, here),
        **registrations.registrations_to_person(here),
        **talk_to_person(here),
        "consent": [s.ConsentSight("2026-11", kept, waiting, 14, call=waiting == 0) for waiting in (0, 1, 3, 12)],
        "consent-more": [s.ConsentSight("2026-11", kept, waiting, 14) for waiting in (0, 1)],
        "consent-given": [*bare],
        "info-only": [s.InfoOnlySight(numbers, here)],
        "watched": [*bare],
        "offer-case": [
            *(s.OfferSight(words, messages, 9, about=about) for messages in (1, 2, 5) for about in (None, words)),
            s.OfferSight(words, 9, 9, file_lines(words), for_another=True, pages=page_titles(words), recreation=True),
        ],
        "choose-case": [s.ChooseSight(words, messages, 9, every_case_line(words)[:3]) for messages in (1, 7)],
        "words-sent": [s.SentSight(1, NUMBER, for_another) for for_another in (True, False)],
        "words-dropped": [*bare],
        "words-added": [
            s.AddedSight(NUMBER, messages, owner, NOON, overdue)
            for messages, owner, overdue in ((1, None, False), (3, words, True), (21, words, False))
        ],
        "my-cases": [
            s.MyCasesSight(every_case_line(words)[:5], 1, 3),
            s.MyCasesSight(every_case_line(words)[5:10], 0, 1),
            s.MyCasesSight(every_case_line(words)[10:], 0, 1),
            s.MyCasesSight((), 0, 1),
            s.MyCasesSight((), 0, 1, meetings=2),
        ],
        "my-case": [*my_case_sights(words, every_case_line(words), verbs, complaints)],
        "add-to-case": [*number],
        "withdraw-ask": [*number],
        "language": [s.LanguageSight(language)],
        "privacy": [
            s.PrivacySight(NOON, True, False, 3, 21, readings * 2 + looked, kept, here, files=4),
            s.PrivacySight(None, False, True, 0, 0, (), kept, here),
            s.PrivacySight(NOON, True, False, 1, 2, (), kept, here, told_places("Сорокине"), may_tell_places=True),
            s.PrivacySight(NOON, True, False, 1, 2, (), kept, here, complaints=1),
            s.PrivacySight(NOON, True, False, 0, 0, (), kept, here, covered=True),
            s.PrivacySight(NOON, True, False, 1, 2, (), kept, here, held=EVERYTHING_HELD),
        ],
        "erase-ask": [
            *(s.EraseAskSight(open_cases, 12, open_cases, 4, left) for open_cases in (0, 1, 3)),
            s.EraseAskSight(1, 12, kept=left, held=EVERYTHING_HELD),
        ],
        "erased": [s.ErasedSight(2, each) for each in (left, s.Kept())],
        "help": [*bare],
        **steps.steps_to_person(words, language, here, CATALOGUE),
        **calls_to_person(words, here, every_case_line(words)),
        **returns_to_person(here),
        **broadcasts.to_person(words),
        **duplicates.to_person(words),
        "cancelled": [*bare],
        **place_sights(words, language),
        **life_sights(language),
        **forms_sights(words, language, here),
        **recreation_to_person(words, language, here),
        **terms_to_person(words, here),
        **own_sights(words, language, here, case_line(words), timeline(*OWN_EVENTS)),
        **closing_sights(words, here),
        **meetings.meetings_to_person(words, here),
        **camps.places_to_person(words, here),
        **trips.trips_to_person(here),
        **needs.needs_to_person(words, here),
    }


def problem_lines() -> tuple[s.ProblemLine, ...]:
    """Every subject and every reason that has words of its own, and one that has none."""
    case = s.NumberLink(NUMBER, "https://t.me/c/1/2")
    subjects = [
        s.ProblemLine(
            way_of(each), 7, "00007", each.value, "own-failure", NOON, number % 3, case if number % 2 else None
        )
        for number, each in enumerate(Subject)
    ]
    reasons = [
        s.ProblemLine(Way.OUT, 8, "L-00008", Subject.REPLY.value, reason, NOON, 5, s.NumberLink(NUMBER, None))
        for reason in (*WHY, "bad-markup")
    ]
    return (*subjects, *reasons)


def way_of(subject: Subject) -> Way:
    incoming = ("person-wrote", "person-pressed", "staff-wrote", "staff-pressed", "group-wrote", "group-pressed")
    return Way.IN if subject.value in (*incoming, "told-by-telegram") else Way.OUT


def staffs_sights(words: str, language: str) -> dict[str, list[object]]:
    lines = every_case_line(words)
    messages = tuple(s.SummaryMessage(NOON, by_person, words[:300]) for by_person in (True, False, True, True, False))
    messages += (s.SummaryMessage(NOON, True, "", s.FileLine(FileKind.PHOTO)),)
    details = s.DetailsSight(NUMBER, words, False, words, words, words, 4, words, words, date(2026, 11, 23))
    return {
        "card": cards(words),
        "topic-head": heads(words),
        **persons_words(words),
        "topic-summary": [s.SummarySight(NUMBER, timeline(*ALL_EVENTS[-16:]), messages)],
        **steps.steps_to_staff(words),
        "case-news": [s.NewsSight(event) for event in ALL_EVENTS],
        **registrations.registrations_to_staff(words, language, office(language), hotlines(language)),
        **talk_to_staff(),
        **brief_sights(words),
        "group-bound": [s.GroupBoundSight(CATALOGUE.organisations["luhansk"].name[language])],
        "staff-joined": [s.StaffJoinedSight(words, role) for role in ("caseworker", "supervisor", "admin")],
        "join-failed": [s.OfficeSight(office(language))],
        "desk-home": [
            s.DeskSight(words, "caseworker", lines, ("https://t.me/c/1/2?a=1&b=2", *[None] * (len(lines) - 1))),
            s.DeskSight(words, "admin", (), ()),
            absent_desk(s.DeskSight(words, "caseworker", (), ())),
            s.DeskSight(words, "caseworker", (), (), calls=s.CallsLine(2, NUMBER, "https://t.me/c/1/2", NOON)),
            s.DeskSight(words, "caseworker", (), (), calls=s.CallsLine(1, NUMBER, None, NOON)),
            s.DeskSight(words, "supervisor", lines, (None,) * len(lines), problems=3, away=away_lines()),
        ],
        "problems": [
            s.ProblemsSight(problem_lines()[:4], 9, 1, 3),
            *(s.ProblemsSight((line,), 1, 0, 1) for line in problem_lines()),
            s.ProblemsSight((), 0, 0, 1),
        ],
        "problem-drop-ask": [s.ProblemDropAskSight(line, 2) for line in problem_lines()],
        "problems-found": [s.ProblemsFoundSight(count) for count in (1, 3, 21, 100)],
        "group-away": [*away_lines()],
        "group-back": [s.GroupBackSight("https://t.me/c/1/1"), s.GroupBackSight(None)],
        "messages-lost-report": [
            s.MessagesLostReportSight(NOON, NOON + timedelta(days=2), True, 1, 0, ()),
            s.MessagesLostReportSight(NOON, NOON + timedelta(days=2), False, 812, 1, (s.NumberLink(NUMBER, None),)),
            s.MessagesLostReportSight(
                NOON, NOON, False, 5, 22, (s.NumberLink(NUMBER, "https://t.me/c/1/2?a=1&b=2"),) * 15
            ),
        ],
        **calls_to_staff(words),
        **returns_to_staff(words),
        **broadcasts.to_staff(words),
        **duplicates.to_staff(words),
        **list_sights(words, CATALOGUE.organisations["luhansk"].name[language]),
        **files_to_staff(words),
        **leads_sights(words),
        **team_sights(words),
        **duty_to_staff(words),
        **recreation_to_staff(words, language),
        **reading_sights(words),
        **meetings.meetings_to_staff(words),
        **camps.places_to_staff(words),
        **exports_to_staff(words),
        **trips.trips_to_staff(words),
        **needs.needs_to_staff(words),
        **noting_to_staff(words),
        "alarm-mistaken": [s.AlarmSight(1, s.NumberLink(NUMBER, None), NOON, NOON, PRESSED, False)],
        "letters-frozen": [s.CaseIdSight(1)],
        "say-it-yourself": [s.CaseToDoSight(s.NumberLink(NUMBER, None), what) for what in (*NOT_WRITTEN, "else")],
        "one-human-wanted": [s.CaseToDoSight(s.NumberLink(NUMBER, None))],
        "desk-details": [
            details,
            replace(details, name=None, telegram_name_hidden=True, consent_on=None, category=None),
            replace(details, places=told_places("Сорокине")),
            replace(details, applied=answer_lines(WIDEST["recreation"], words), children=application(words).children),
            replace(
                details,
                applied=answer_lines(WIDEST["recreation"], words)[:1],
                later=answer_lines(WIDEST["recreation-later"], words),
            ),
            *(replace(details, on_behalf=other) for other in details_for_whom(words)),
        ],
    }


def sights(words: str, language: str) -> list[s.Sight]:
    """Every kind, with `words` wherever somebody's own words or names stand."""
    kinds: dict[str, list[object]] = {**persons_sights(words, language), **staffs_sights(words, language)}
    return [s.Sight(kind, language, shown) for kind, several in kinds.items() for shown in several]
