"""Sights of a person's own: ratings, complaints, the data we hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.catalogue import load_catalogue
from casework.letters import sights as s
from db.models.counted import COUNTED
from rules.files import FileKind
from rules.forms.for_whom import FOR_WHOM
from tests.bot.telegram.render.canned_samples import canned_sights
from tests.bot.telegram.render.document_samples import document_news, document_sights
from tests.bot.telegram.render.form_samples import details_for_whom, lines
from tests.bot.telegram.render.given import NOON, NUMBER
from tests.bot.telegram.render.page_samples import page_sights, pages_to_staff
from tests.bot.telegram.render.places import told_places
from tests.bot.telegram.render.provider_samples import provider_sights
from tests.bot.telegram.render.transfer_samples import own_transfer, transfers_to_person, transfers_to_staff

CATALOGUE = load_catalogue()
COMPLAINT = "LUH-C-00007"
EVERYTHING_HELD = s.HeldSight(
    True, 2, (s.HeldForm("whom", 3, date(2026, 12, 6)),), 1, 1, 2, 3, applications=1, meetings=2
)


def by_name(words: str) -> tuple[s.TimelineLine, ...]:
    """What staff did, with their name."""
    return tuple(s.TimelineLine(NOON, event, words) for event in ("taken", "replied", "complaint-answered"))


def own_sights(
    words: str, language: str, here: s.Office, line: s.CaseLine, happened: tuple[s.TimelineLine, ...]
) -> dict[str, list[object]]:
    """What a person sees of their own; `line` and `happened`: of their case."""
    elsewhere = CATALOGUE.organisations["luhansk"].complaint[language]
    number = [s.NumberSight(1, NUMBER, here)]
    purposes = tuple(
        s.PurposeLine(each.what[language], each.ground[language], each.basis[language])
        for each in CATALOGUE.purposes.values()
    )
    return {
        "thanks": [s.OfficeSight(here)],
        "not-solved-yet": [*number],
        "rated": [*number],
        "rating-words": [*number],
        "rating-words-kept": [*number],
        "complaint-ask": [s.ComplaintAskSight(1, NUMBER, who, elsewhere, here) for who in (words, None)],
        "complaint-received": [
            s.ComplaintReceivedSight(COMPLAINT, NUMBER, words, NOON, NOON + timedelta(days=30), elsewhere)
        ],
        "complaint-answered": [
            s.ComplaintAnsweredSight(COMPLAINT, "Світлана", words, part, parts, elsewhere)
            for part, parts in ((0, 1), (0, 2), (1, 2))
        ],
        "privacy-why": [s.PrivacyWhySight(purposes), s.PrivacyWhySight((replace(purposes[0], basis=None),))],
        "privacy-who": [s.OfficeSight(here)],
        "rename": [s.RenameSight(words, words), s.RenameSight(None, None), s.RenameSight(words, words, refused=True)],
        "renamed": [s.RenameSight(words, words)],
        "consent-withdraw-ask": [s.ConsentWithdrawSight(open_cases, here) for open_cases in (0, 1, 4)],
        "consent-withdrawn": [s.ConsentWithdrawSight(ended, here) for ended in (0, 1, 4)],
        "export-ask": [s.OfficeSight(here)],
        "own-data": [
            own_data(words, language, here, line, happened),
            *with_files(words, language, here, line, happened),
        ],
        "chat-sweep": [s.SweepSight((7, 8))],
        **document_sights(words),
        **transfers_to_person(words),
        **page_sights(words),
    }


def own_data(
    words: str, language: str, here: s.Office, line: s.CaseLine, happened: tuple[s.TimelineLine, ...]
) -> s.OwnDataSight:
    """A person of whom everything is held, erased things among it."""
    facts = tuple(s.FactLine(name, words) for name in COUNTED)
    said = (s.SaidLine(NOON, None, words), s.SaidLine(NOON, words, words))
    case = s.OwnCase(line, NOON, words, True, facts, by_name(words) + happened, said)
    return s.OwnDataSight(
        made_at=NOON,
        name=words,
        telegram_id=1000,
        language=language,
        watched=True,
        known_since=NOON,
        consents=(s.ConsentLine("2026-11", NOON, NOON), s.ConsentLine("2026-11", NOON, None)),
        facts=facts,
        cases=(case, replace(case, closed_at=None, outcome=None, crisis=False, facts=(), messages=())),
        complaints=(
            s.OwnComplaint(COMPLAINT, NUMBER, NOON, words, said[1]),
            s.OwnComplaint(COMPLAINT, NUMBER, NOON, None, None),
        ),
        drafts=said[:1],
        looks=(s.LookLine(NOON, words, NUMBER),),
        retention=tuple(each.words[language] for each in CATALOGUE.retention.values()),
        office=here,
        phone="+380 50 123 45 67",
        places=told_places("Сорокине"),
        calls=(s.OwnCall(NOON, "+380 50 123 45 67", words, words), s.OwnCall(NOON, None, None, None)),
        forms=(s.OwnForm("whom", NOON, lines(FOR_WHOM, words)),),
        others=tuple(s.OtherLine(NUMBER, each) for each in details_for_whom(words)),
        told=tuple(s.OtherLine(NUMBER, each) for each in details_for_whom(words)),
        transfers=own_transfer(words),
        meetings=said,
    )


def with_files(
    words: str, language: str, here: s.Office, line: s.CaseLine, happened: tuple[s.TimelineLine, ...]
) -> Iterator[s.OwnDataSight]:
    """The same with an archive, in one part and in several."""
    place = '{"lat": 48.5, "lon": 39.3}'
    beside = (
        s.FileBeside(s.FileLine(FileKind.DOCUMENT, words), "7-a b.pdf", None),
        s.FileBeside(s.FileLine(FileKind.PHOTO), None, None),
        s.FileBeside(s.FileLine(FileKind.LOCATION), None, place),
    )
    everything = own_data(words, language, here, line, happened)
    said = tuple(s.SaidLine(NOON, None, "", each) for each in beside)
    taken = (s.TakenFile(7, "7-a b.pdf"),)
    for parts in (1, 3):
        yield replace(everything, drafts=said, files=taken, parts=parts)


def leads_sights(words: str) -> dict[str, list[object]]:
    """What leads see of complaints and ratings, and of canned answers."""
    lines = tuple(s.ComplaintLine(7, COMPLAINT, NUMBER, NOON, overdue) for overdue in (False, True))
    month = s.RatingMonth(date(2026, 11, 1), 3, 1, 2, (words, words))
    return {
        "complaint-filed": [
            s.ComplaintFiledSight(7, COMPLAINT, NUMBER, NOON, NOON, words, part, parts)
            for part, parts in ((0, 1), (0, 2), (1, 2))
        ],
        "complaint-due": [s.ComplaintDueSight(line) for line in lines],
        "complaints": [s.ComplaintsSight(lines), s.ComplaintsSight(())],
        "complaint-answer-ask": [s.ComplaintAnswerAskSight(lines[0], words)],
        "ratings": [s.RatingsSight((month, replace(month, words=())))],
        **canned_sights(words),
        "document-news": document_news(words),
        **transfers_to_staff(words, CATALOGUE.organisations["luhansk"]),
        **provider_sights(words),
        **pages_to_staff(words),
    }
