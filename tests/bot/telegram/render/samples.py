"""One plausible sight, or several, for every kind of letter; free texts come from the one who asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.catalogue import load_catalogue
from bot.telegram.render.danger import NOT_WRITTEN, WAYS
from bot.telegram.render.problems import WHY
from casework.danger.alarm import CALL, HEARD, PRESSED
from casework.letters import sights as s
from casework.problems.subjects import Subject
from casework.staff.group_away import Away
from rules.cases import State, Turn, Verb
from rules.duty import Promise
from rules.files import FileKind
from rules.problems import Way
from tests.bot.telegram.render.card_samples import cards, heads
from tests.bot.telegram.render.file_samples import file_lines, files_to_person, files_to_staff
from tests.bot.telegram.render.form_samples import (
    details_for_whom,
    forms_sights,
)
from tests.bot.telegram.render.given import ELSEWHERE, NOON, NUMBER
from tests.bot.telegram.render.life_samples import life_sights
from tests.bot.telegram.render.own_samples import COMPLAINT, EVERYTHING_HELD, by_name, leads_sights, own_sights
from tests.bot.telegram.render.places import place_sights, told_places
from tests.bot.telegram.render.return_samples import returns_to_person, returns_to_staff
from tests.bot.telegram.render.samples_calls import calls_to_person, calls_to_staff

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


def case_line(words: str = "Соціальний супровід сім’ї", **changes: object) -> s.CaseLine:
    line = s.CaseLine(
        case_id=1,
        number=NUMBER,
        service=words,
        state=State.TAKEN,
        turn=Turn.STAFF,
        opened_at=NOON,
        reply_by=NOON + timedelta(days=1),
        owner=words,
        begins=words,
    )
    return replace(line, **changes)  # type: ignore[arg-type]  # names of fields are checked by dataclass itself


def every_case_line(words: str) -> tuple[s.CaseLine, ...]:
    return (
        case_line(words, state=State.NEW, owner=None, service=None),
        case_line(words),
        case_line(words, owner=None),
        case_line(words, turn=Turn.PERSON),
        case_line(words, state=State.CLOSED, turn=Turn.NOBODY),
        case_line(words, state=State.WITHDRAWN, turn=Turn.NOBODY),
        case_line(words, service=None, begins=None, begins_with=s.FileLine(FileKind.VOICE, duration=42)),
    )


def timeline(*events: str) -> tuple[s.TimelineLine, ...]:
    return tuple(s.TimelineLine(NOON, event) for event in events)


def replies(words: str) -> list[object]:
    return [
        s.ReplySight(NUMBER, "Ірина", words, part=0, parts=1),
        s.ReplySight(NUMBER, "Ірина", words, part=1, parts=2),
        s.ReplySight(NUMBER, "Ірина", words, part=0, parts=1, opens=(1, 2)),
    ]


OWN_EVENTS = ("opened", "words-added", "taken", "released", "replied", "closed", "reopened", "withdrawn", "call-asked",
              "call-cancelled", "call-reached", "call-unanswered", "call-wrong-number", "call-later",
              "promise-missed", "complained", "complaint-answered", "return-confirmed", "return-undone")  # fmt: skip
ALL_EVENTS = (*OWN_EVENTS, "reply-edited", "words-edited", "fact-recorded", "topic-made", "erased",
              "run-again", "sent-again", "given-up", "call-needed", "check-due", "for-another", "agreed", "not-agreed",
              "alarm-raised", "alarm-passed-on", "alarm-seen", "alarm-late",
              "alarm-mistake", "way-chosen", "one-human", "letters-frozen", "letters-freed",
              "return-asked", "return-seen-once", "return-refused")  # fmt: skip


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
    )
    complaints = tuple(s.WaitingComplaint(COMPLAINT, NOON, overdue) for overdue in (False, True))
    return {
        "welcome": [s.WelcomeSight(here)],
        "hotlines": [
            *(s.HotlinesSight(numbers, here, heard) for heard in (True, False)),
            *(
                s.HotlinesSight(numbers, here, heard, promise, NOON, 1, pressed=not heard)
                for heard in (True, False)
                for promise in Promise
            ),
        ],
        "safe-way": [s.SafeWaySight(1, way) for way in WAYS],
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
        "staff-reply": replies(words),
        "staff-reply-edited": [*replies(words), s.ReplySight(NUMBER, "Ірина", "", part=1, parts=1)],
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
        "consent": [s.ConsentSight("2026-11", kept, waiting, 14, call=waiting == 0) for waiting in (0, 1, 3, 12)],
        "consent-more": [s.ConsentSight("2026-11", kept, waiting, 14) for waiting in (0, 1)],
        "consent-given": [*bare],
        "info-only": [s.InfoOnlySight(numbers, here)],
        "watched": [*bare],
        "offer-case": [
            *(s.OfferSight(words, messages, 9, about=about) for messages in (1, 2, 5) for about in (None, words)),
            s.OfferSight(words, 9, 9, file_lines(words), for_another=True),
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
            s.MyCasesSight(every_case_line(words)[5:], 0, 1),
            s.MyCasesSight((), 0, 1),
        ],
        "my-case": [
            *(
                s.MyCaseSight(
                    line,
                    words,
                    NOON,
                    overdue,
                    timeline(*OWN_EVENTS),
                    verbs,
                    NOON,
                    files=file_lines(words),
                    files_of_staff=file_lines(words) if overdue else (),
                    for_another=overdue,
                    family_lines=overdue,
                )
                for line in every_case_line(words)
                for overdue in (True, False)
            ),
            s.MyCaseSight(
                case_line(words), None, None, False, (), verbs, None, decides=words, check_by=NOON, call_by=NOON
            ),
            s.MyCaseSight(
                case_line(words),
                None,
                None,
                False,
                by_name(words),
                verbs,
                None,
                messages=21,
                complaints=complaints,
                may_complain=True,
            ),
        ],
        "add-to-case": [*number],
        "withdraw-ask": [*number],
        "language": [s.LanguageSight(language)],
        "privacy": [
            s.PrivacySight(NOON, True, False, 3, 21, readings * 3 + looked, kept, here, files=4),
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
        **calls_to_person(words, here, every_case_line(words)),
        **returns_to_person(here),
        "cancelled": [*bare],
        **place_sights(words, language),
        **life_sights(language),
        **forms_sights(words, here),
        **own_sights(words, language, here, case_line(words), timeline(*OWN_EVENTS)),
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


def away_lines() -> tuple[s.AwayLine, ...]:
    return tuple(
        s.AwayLine(reason.value, waiting, url)
        for reason in Away
        for waiting, url in ((0, None), (1, "https://t.me/c/1/1"), (3, None), (40, None))
    )


def staffs_sights(words: str, language: str) -> dict[str, list[object]]:
    lines = every_case_line(words)
    messages = tuple(s.SummaryMessage(NOON, by_person, words[:300]) for by_person in (True, False, True, True, False))
    messages += (s.SummaryMessage(NOON, True, "", s.FileLine(FileKind.PHOTO)),)
    details = s.DetailsSight(NUMBER, words, False, words, words, words, 4, words, words, date(2026, 11, 23))
    return {
        "card": cards(words),
        "topic-head": heads(words),
        "person-message": [s.PersonMessageSight(words, part, part + 1, edited=False) for part in (0, 1)],
        "person-message-edited": [
            s.PersonMessageSight(words, 0, 1, edited=True),
            s.PersonMessageSight(words, 1, 2, edited=True),
            s.PersonMessageSight("", 1, 1, edited=True),
        ],
        "topic-summary": [s.SummarySight(NUMBER, timeline(*ALL_EVENTS[-10:]), messages)],
        "case-news": [s.NewsSight(event) for event in ALL_EVENTS],
        "delivery-mark": [s.MarkSight()],
        "reply-undelivered": [s.UndeliveredSight(True), s.UndeliveredSight(False)],
        "group-bound": [s.GroupBoundSight(CATALOGUE.organisations["luhansk"].name[language])],
        "staff-joined": [s.StaffJoinedSight(words, role) for role in ("caseworker", "supervisor", "admin")],
        "join-failed": [s.OfficeSight(office(language))],
        "desk-home": [
            s.DeskSight(words, "caseworker", lines, ("https://t.me/c/1/2?a=1&b=2", *[None] * 6)),
            s.DeskSight(words, "admin", (), ()),
            s.DeskSight(words, "caseworker", (), (), calls=s.CallsLine(2, NUMBER, "https://t.me/c/1/2", NOON)),
            s.DeskSight(words, "caseworker", (), (), calls=s.CallsLine(1, NUMBER, None, NOON)),
            s.DeskSight(words, "supervisor", lines, (None,) * 7, problems=3, away=away_lines()),
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
        **files_to_staff(words),
        **leads_sights(words),
        "alarm-raised": [
            s.AlarmSight(1, case, NOON, NOON, cause, late, call)
            for case in (s.NumberLink(NUMBER, None), s.NumberLink(NUMBER, "https://t.me/c/1/2"))
            for cause in (PRESSED, HEARD, CALL)
            for late in (True, False)
            for call in (True, False)
        ],
        "alarm-mistaken": [s.AlarmSight(1, s.NumberLink(NUMBER, None), NOON, NOON, PRESSED, False)],
        "letters-frozen": [s.CaseIdSight(1)],
        "say-it-yourself": [s.CaseToDoSight(s.NumberLink(NUMBER, None), what) for what in (*NOT_WRITTEN, "else")],
        "one-human-wanted": [s.CaseToDoSight(s.NumberLink(NUMBER, None))],
        "desk-details": [
            details,
            replace(details, name=None, telegram_name_hidden=True, consent_on=None, category=None),
            replace(details, places=told_places("Сорокине")),
            *(replace(details, on_behalf=other) for other in details_for_whom(words)),
        ],
    }


def sights(words: str, language: str) -> list[s.Sight]:
    """Every kind, with `words` wherever somebody's own words or names stand."""
    kinds: dict[str, list[object]] = {**persons_sights(words, language), **staffs_sights(words, language)}
    return [s.Sight(kind, language, shown) for kind, several in kinds.items() for shown in several]
