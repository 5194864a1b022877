"""The one place that puts letters and slots into a transaction, and refuses those that must not be written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from casework.context import Context
from casework.letters import kinds
from casework.letters.policies import Form, Nature
from casework.staff.unowned import sees_unowned
from db.models import Case, Person, StaffMember
from db.repositories import outbox, staff
from db.repositories.outbox import NewLetter
from rules.permissions import Role
from rules.quiet_hours import morning_after

HELD = datetime(9999, 1, 1, tzinfo=UTC)
"""`not_before` of a letter that waits until the person writes."""
FROZEN = datetime(9998, 1, 1, tzinfo=UTC)
"""`not_before` of a letter that waits until a second human says that it may go."""


def case_lane(case_id: int) -> str:
    """The lane of a case's topic."""
    return f"c:{case_id}"


def private_lane(chat_id: int) -> str:
    """The lane of a private chat."""
    return f"p:{chat_id}"


async def tell_person(
    ctx: Context,
    person: Person,
    letter: kinds.Letter,
    *,
    case: Case | None = None,
    key: str | None = None,
    not_before: datetime | None = None,
) -> bool:
    """Writes a letter to a person; returns whether it was written.

    Not written: to a person without Telegram; an automatic letter to a watched phone, or to somebody with whom one
    human speaks: whoever has the case is told to say it themselves. To a watched phone whose owner did not just write,
    the letter is held until they do; where letters are frozen, until a second human frees them. `key` makes it unique
    for kinds with `once`.
    """
    if person.telegram_id is None:
        return False
    if not may_be_told(person, letter):
        await _human_instead(ctx, letter, case, key)
        return False
    by_themselves = ctx.actor.role is Role.PERSON and ctx.actor.id == person.id
    # To take something away says nothing: that waits for nobody.
    at_once = by_themselves or letter.policy.form is Form.TIDY
    return await _write(
        ctx,
        letter,
        lane=private_lane(person.telegram_id),
        chat_id=person.telegram_id,
        person_id=person.id,
        case_id=case.id if case else None,
        key=key,
        not_before=not_before if at_once else _held(person) or not_before,
    )


def _held(person: Person) -> datetime | None:
    """Until when a letter waits that the person did not cause."""
    if person.frozen_at is not None:
        return FROZEN
    return HELD if person.watched else None


async def _human_instead(ctx: Context, letter: kinds.Letter, case: Case | None, key: str | None) -> None:
    """What the machine may not say, a human does: the owner of the case is told on their desk, else the leads."""
    if case is None:
        return
    session = ctx.uow.session
    if case.owner_id is not None:
        those: Sequence[StaffMember] = [await staff.by_id(session, case.owner_id)]
    else:
        those = await staff.leads(session, case.organisation_id)
    for member in those:
        stands_in = kinds.SayItYourself(member.id, case.id, letter.kind)
        await tell_desk(ctx, member, stands_in, case=case, key=f"{letter.kind}:{key or case.id}:{member.id}")


def may_be_told(person: Person, letter: kinds.Letter) -> bool:
    """Whether a letter of this kind may be written to the person at all."""
    by_humans_only = person.watched or person.human_only
    return person.telegram_id is not None and not (by_humans_only and letter.policy.nature is Nature.AUTOMATIC)


async def tell_people(ctx: Context, those: Sequence[Person], letter: kinds.Letter, *, key: str) -> int:
    """Writes the same automatic letter to many, in one statement; returns to how many it was written.

    The refusals of `tell_person` hold for each. `key` makes it unique for each person.
    """
    policy = letter.policy
    if policy.nature is not Nature.AUTOMATIC:
        raise TypeError(f"a letter of kind {letter.kind} answers one person and is not for many")
    new = [
        NewLetter(private_lane(person.telegram_id), person.telegram_id, person.id, f"{letter.kind}:{key}:{person.id}")
        for person in those
        if person.telegram_id is not None and may_be_told(person, letter)
    ]
    written = await outbox.write_many(
        ctx.uow.session,
        new,
        priority=policy.priority.value,
        kind=letter.kind,
        facts=letter.facts(),
        written_at=ctx.now,
        not_before=_morning(ctx, letter),
        expires_at=ctx.now + policy.expires_after if policy.expires_after else None,
    )
    ctx.uow.nudge("outbox")
    return written


async def show_person(ctx: Context, person: Person, screen: kinds.Letter, *, slot: str = "screen") -> None:
    """Puts a screen on a person's phone; a later screen of the same slot replaces it.

    A screen answers a press: on a watched phone nobody but its owner puts one.
    """
    by_themselves = ctx.actor.role is Role.PERSON and ctx.actor.id == person.id
    if person.telegram_id is None or (_held(person) is not None and not by_themselves):
        return
    await _show(
        ctx,
        screen,
        lane=private_lane(person.telegram_id),
        chat_id=person.telegram_id,
        key=slot,
        person_id=person.id,
    )


async def tell_topic(ctx: Context, case: Case, letter: kinds.Letter, *, key: str | None = None) -> bool:
    """Writes a letter into a case's topic; not written while no group shows the case."""
    if case.topic_chat_id is None:
        return False
    return await _write(ctx, letter, lane=case_lane(case.id), chat_id=case.topic_chat_id, case_id=case.id, key=key)


def head_key(case_id: int) -> str:
    """The slot of the head of a case's topic, in the group that shows it."""
    return f"topic:{case_id}"


def head_of(case: Case) -> tuple[object, ...]:
    """What the head of a case's topic shows: while it stays the same there is nothing to show anew."""
    return case.number, case.service, case.state, case.turn, case.crisis, case.erased_at


async def show_case(ctx: Context, case: Case, *, head: bool = True) -> None:
    """Asks for the case's card and the head of its topic to show the latest state. `head`: whether that changed."""
    if case.topic_chat_id is None:
        return
    await _show_at_case(ctx, case, f"card:{case.id}", kinds.Card(case.id))
    if head:
        await _show_at_case(ctx, case, head_key(case.id), kinds.TopicHead(case.id))


async def show_topic_head(ctx: Context, case: Case) -> None:
    """The head alone: for a topic that is to be deleted, where no card may follow."""
    if case.topic_chat_id is not None:
        await _show_at_case(ctx, case, head_key(case.id), kinds.TopicHead(case.id))


async def show_record(ctx: Context, case: Case, key: str, letter: kinds.Letter) -> None:
    """Puts a record into a case's topic, or changes the one of this key; nothing while no group shows the case."""
    if case.topic_chat_id is not None:
        await _show_at_case(ctx, case, key, letter)


async def tell_group(ctx: Context, chat_id: int, letter: kinds.Letter) -> bool:
    """Writes a letter into a group's General."""
    return await _write(ctx, letter, lane=f"g:{chat_id}", chat_id=chat_id)


async def tell_newcomer(ctx: Context, chat_id: int, letter: kinds.Letter) -> bool:
    """Writes a letter to a private chat whose owner may be neither a person nor a staff member to us yet."""
    return await _write(ctx, letter, lane=private_lane(chat_id), chat_id=chat_id)


async def tell_desk(
    ctx: Context, member: StaffMember, letter: kinds.Letter, *, case: Case | None = None, key: str | None = None
) -> bool:
    """Writes a letter to a staff member's desk. `key` makes it unique for kinds with `once`."""
    if member.telegram_id is None:
        return False
    chat_id = member.telegram_id
    case_id = case.id if case else None
    return await _write(ctx, letter, lane=private_lane(chat_id), chat_id=chat_id, case_id=case_id, key=key)


async def show_desk(ctx: Context, member: StaffMember) -> None:
    """Puts the home screen on a staff member's desk."""
    unowned = await sees_unowned(ctx, member.organisation_id)
    await show_on_desk(ctx, member, kinds.DeskHome(member.id, unowned))


async def show_on_desk(ctx: Context, member: StaffMember, screen: kinds.Letter) -> None:
    """Puts a screen on a staff member's desk; a later one replaces it."""
    if member.telegram_id is None:
        return
    chat_id = member.telegram_id
    await _show(ctx, screen, lane=private_lane(chat_id), chat_id=chat_id, key="screen")


def _morning(ctx: Context, letter: kinds.Letter) -> datetime | None:
    """When a letter that is not for the night may leave; None: at once."""
    morning = morning_after(ctx.now) if letter.policy.quiet_hours else ctx.now
    return morning if morning > ctx.now else None


async def _show_at_case(ctx: Context, case: Case, slot: str, letter: kinds.Letter) -> None:
    assert case.topic_chat_id is not None, "a group shows the case"
    await _show(
        ctx,
        letter,
        lane=case_lane(case.id),
        chat_id=case.topic_chat_id,
        key=slot,
        case_id=case.id,
    )


async def _write(
    ctx: Context,
    letter: kinds.Letter,
    *,
    lane: str,
    chat_id: int,
    person_id: int | None = None,
    case_id: int | None = None,
    key: str | None = None,
    not_before: datetime | None = None,
) -> bool:
    policy = letter.policy
    if policy.once and key is None:
        raise TypeError(f"a letter of kind {letter.kind} is written once and needs its key")
    written = await outbox.write(
        ctx.uow.session,
        lane=lane,
        priority=policy.priority.value,
        kind=letter.kind,
        facts=letter.facts(),
        chat_id=chat_id,
        written_at=ctx.now,
        person_id=person_id,
        case_id=case_id,
        unique_key=f"{letter.kind}:{key}" if key is not None else None,
        not_before=not_before or _morning(ctx, letter),
        expires_at=ctx.now + policy.expires_after if policy.expires_after else None,
    )
    ctx.uow.nudge("outbox")
    return written


async def _show(
    ctx: Context,
    screen: kinds.Letter,
    *,
    lane: str,
    chat_id: int,
    key: str,
    person_id: int | None = None,
    case_id: int | None = None,
) -> None:
    if screen.policy.form not in (Form.SCREEN, Form.CARD, Form.RECORD, Form.TOPIC):
        raise TypeError(f"{screen.kind} is no slot")
    await outbox.show(
        ctx.uow.session,
        chat_id=chat_id,
        key=key,
        lane=lane,
        priority=screen.policy.priority.value,
        kind=screen.kind,
        facts=screen.facts(),
        written_at=ctx.now,
        person_id=person_id,
        case_id=case_id,
    )
    ctx.uow.nudge("outbox")
