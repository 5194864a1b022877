"""A broadcast as its reader gets it, or that it is not true (any more); and runs as their authors see them."""

from __future__ import annotations

from html import unescape

from casework.broadcasts import content
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.broadcasts import (
    BroadcastAnsweredSight,
    BroadcastButton,
    BroadcastLetterSight,
    BroadcastsSight,
    ReadyLine,
    RunLine,
    RunSight,
    SegmentLine,
    StoppedNewsSight,
    WhyLine,
)
from casework.letters.view.files import line_of, to_send
from casework.letters.view.look import Look, view
from db.models import Broadcast, BroadcastRun, StaffMember
from db.repositories import audience, broadcasts, staff
from db.repositories import broadcast_recipients as recipients
from rules.broadcast_words import AREA, TAG, Variable, days_left, to_type
from rules.broadcasts import (
    OVER,
    SPEED_OVER,
    Kind,
    RecipientState,
    State,
    most_stars,
    needs_second,
    progress,
)
from rules.catalogue import Catalogue
from rules.files import FileState
from rules.languages import LANGUAGES
from rules.local_time import local_date
from rules.quiet_hours import morning_after
from rules.segments import Dimension

SAID = "said to many"
LISTED = 12
"""Runs in the list."""
BEGINS = 60
"""Signs of a text by which it is known again."""


@view(kinds.broadcasts.Broadcast)
async def _letter(look: Look, letter: kinds.broadcasts.Broadcast) -> Sight | None:
    session = look.uow.session
    reader = await audience.reader(session, letter.recipient_id)
    if reader is None or reader.state is not RecipientState.QUEUED or reader.run is not State.RUNNING:
        return None
    if not reader.may or reader.stopped:
        return None
    language = (await look.person()).language
    # What a run says stays as it is: letters that are made ready together share it.
    said: dict[tuple[int, str], BroadcastLetterSight] = session.info.setdefault(SAID, {})
    key = reader.broadcast_id, language
    if key not in said:
        said[key] = await _words(look, await broadcasts.by_id(session, reader.broadcast_id), language)
    return look.sight(language, said[key])


async def _words(look: Look, broadcast: Broadcast, language: str) -> BroadcastLetterSight:
    """What it says in a language, or in the first one where it has no text in that."""
    written, on = content.texts(broadcast), content.date_of(broadcast)
    spoken = language if language in written else LANGUAGES[0]
    typed = {Variable(name): value for name, value in content.values_in(broadcast, spoken).items()}
    typed.pop(Variable.DATE, None)
    file = await broadcasts.file_of(look.uow.session, broadcast.id)
    organisation = await staff.organisation_by_id(look.uow.session, broadcast.organisation_id)
    return BroadcastLetterSight(
        html=written.get(spoken, ""),
        typed=typed,
        on=on,
        days=days_left(on, local_date(look.now)) if on is not None else None,
        phone=look.catalogue.organisations[organisation.slug].phone,
        buttons=_buttons(look.catalogue, broadcast, language),
        about=Kind(broadcast.kind),
        file=to_send(file, 0, "") if file is not None and file.state != FileState.REFUSED else None,
    )


def _buttons(catalogue: Catalogue, broadcast: Broadcast, language: str) -> tuple[BroadcastButton, ...]:
    found = []
    for each in content.buttons(broadcast):
        area = catalogue.life.areas.get(each.to.removeprefix(AREA)) if each.to.startswith(AREA) else None
        found.append(BroadcastButton(each.to, area.name[language] if area else each.label.get(language)))
    return tuple(found)


@view(kinds.broadcasts.BroadcastPreview)
async def _preview(look: Look, letter: kinds.broadcasts.BroadcastPreview) -> Sight | None:
    run = await broadcasts.run(look.uow.session, letter.run_id)
    if run is None:
        return None
    broadcast = await broadcasts.by_id(look.uow.session, run.broadcast_id)
    return look.sight(letter.language, await _words(look, broadcast, letter.language))


@view(kinds.broadcasts.StoppedScreen)
async def _stopped(look: Look, letter: kinds.broadcasts.StoppedScreen) -> Sight:
    person = await look.person()
    return look.sight(person.language, StoppedNewsSight(Kind(letter.about), letter.stopped))


@view(kinds.broadcasts.BroadcastsScreen)
async def _list(look: Look, letter: kinds.broadcasts.BroadcastsScreen) -> Sight:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    found = await broadcasts.runs_of(look.uow.session, member.organisation_id, LISTED)
    lines = [
        RunLine(
            run.id,
            title_of(look.catalogue, broadcast, member.language),
            State(run.state),
            run.ended_at or run.started_at or run.due_at,
        )
        for run, broadcast in found
    ]
    ready = tuple(ReadyLine(each.slug, each.title[member.language]) for each in look.catalogue.broadcasts.values())
    return look.sight(member.language, BroadcastsSight(tuple(lines), ready if letter.ready else None))


def title_of(catalogue: Catalogue, broadcast: Broadcast, language: str) -> str:
    """By what a broadcast is known to staff: the ready-made one's title, or how its text begins; empty before that."""
    ready = catalogue.broadcasts.get(broadcast.template or "")
    return ready.title[language] if ready is not None else begins(broadcast)


def begins(broadcast: Broadcast) -> str:
    """How its text begins, without any formatting."""
    text = " ".join(unescape(TAG.sub("", next(iter(content.texts(broadcast).values()), ""))).split())
    return text if len(text) <= BEGINS else f"{text[:BEGINS].rstrip()}…"


@view(
    kinds.broadcasts.BroadcastScreen,
    kinds.broadcasts.BroadcastToConfirm,
    kinds.broadcasts.BroadcastProgress,
    kinds.broadcasts.BroadcastResult,
)
async def _run(look: Look, letter: kinds.broadcasts.OfRun) -> Sight | None:
    run = await broadcasts.run(look.uow.session, letter.run_id)
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if run is None or member.removed_at is not None:
        return None
    if isinstance(letter, kinds.broadcasts.BroadcastToConfirm) and run.state != State.AWAITING:
        return None
    sure = isinstance(letter, kinds.broadcasts.BroadcastScreen) and letter.sure and run.state == State.DRAFT
    return look.sight(member.language, await _sight(look, run, member, sure=sure))


async def _sight(look: Look, run: BroadcastRun, member: StaffMember, *, sure: bool) -> RunSight:
    session, language = look.uow.session, member.language
    broadcast = await broadcasts.by_id(session, run.broadcast_id)
    written, file = content.texts(broadcast), await broadcasts.file_of(session, broadcast.id)
    begun = run.started_at is not None
    whom = await content.audience_of(look.uow, look.catalogue, broadcast, run)
    reach = audience.Reach() if begun else await audience.reach(session, whom, look.now)
    counts = await recipients.counts(session, run.id) if begun else {}
    lately = await recipients.sent_since(session, run.id, look.now - SPEED_OVER) if begun else 0
    names = await staff.work_names(session, [each for each in (broadcast.author_id, run.confirmed_by) if each])
    spoken = language if language in written else LANGUAGES[0]
    typed = content.values_in(broadcast, spoken)
    return RunSight(
        run_id=run.id,
        title=title_of(look.catalogue, broadcast, language),
        about=Kind(broadcast.kind),
        state=State(run.state),
        author=names[broadcast.author_id],
        confirmed_by=names.get(run.confirmed_by or 0),
        is_author=broadcast.author_id == member.id,
        languages=tuple(written),
        begins=begins(broadcast),
        file=line_of(file, named=True) if file is not None else None,
        file_state=FileState(file.state) if file is not None else None,
        buttons=_buttons(look.catalogue, broadcast, language),
        segment=_segment(look.catalogue, broadcast, language),
        to_type=tuple(to_type(written)),
        typed={Variable(name): value for name, value in typed.items()},
        gets=reach.gets,
        unreachable=reach.unreachable,
        stopped=reach.stopped,
        other_language=sum(count for each, count in reach.by_language.items() if each not in written),
        due_at=run.due_at,
        expires_at=run.expires_at,
        keep_hours=broadcast.keep_hours,
        repeat=content.repeat(broadcast),
        by_rule=broadcast.by_rule,
        repeats_ended=broadcast.ended_at is not None,
        is_again=run.source_id is not None,
        second=needs_second(reach.gets),
        stars=most_stars(sum(counts.values()) if begun else reach.gets) if run.paid else 0,
        until_morning=morning_after(look.now) > look.now,
        progress=progress(counts, lately, run.went_on_at, look.now) if begun else None,
        ended_at=run.ended_at,
        why=await _why(look, run) if State(run.state) in OVER else (),
        sure=sure,
    )


async def _why(look: Look, run: BroadcastRun) -> tuple[WhyLine, ...]:
    found = await recipients.reasons(look.uow.session, run.id)
    return tuple(WhyLine(state, reason, count) for state, reason, count in found)


def _segment(catalogue: Catalogue, broadcast: Broadcast, language: str) -> tuple[SegmentLine, ...]:
    chosen = content.segment(broadcast)
    return tuple(
        SegmentLine(each, tuple(named(catalogue, each, value, language) or value for value in chosen[each]))
        for each in Dimension
        if chosen[each]
    )


def named(catalogue: Catalogue, dimension: Dimension, value: str, language: str) -> str | None:
    """The catalogue's name of a value; None where it is no entry of the catalogue, but a word of ours."""
    match dimension:
        case Dimension.CATEGORY if value in catalogue.categories:
            return catalogue.categories[value].name[language]
        case Dimension.REGISTERED if value in catalogue.hromadas:
            return catalogue.hromadas[value].name
        case Dimension.OBLAST if value in catalogue.oblasts:
            return catalogue.oblasts[value].name[language]
        case Dimension.SERVICE if value in catalogue.services:
            return catalogue.services[value].name[language]
        case Dimension.HROMADA:
            place = catalogue.places.book.get(value)
            return f"{place.name} ({place.oblast})" if place is not None else None
        case _:
            return None


@view(kinds.broadcasts.BroadcastAnswered)
async def _answered(look: Look, letter: kinds.broadcasts.BroadcastAnswered) -> Sight | None:
    run = await broadcasts.run(look.uow.session, letter.run_id)
    if run is None:
        return None
    broadcast = await broadcasts.by_id(look.uow.session, run.broadcast_id)
    member = await staff.by_id(look.uow.session, letter.staff_id)
    by = await staff.by_id(look.uow.session, letter.by)
    title = title_of(look.catalogue, broadcast, member.language)
    shows = BroadcastAnsweredSight(run.id, title, by.work_name, letter.confirmed, run.due_at)
    return look.sight(member.language, shows)
