"""The one place that puts letters and slots into a transaction, and refuses those that must not be written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from casework.context import Context
from casework.letters import kinds
from casework.letters.by_phone import stand_in
from casework.letters.policies import Form, Nature, Priority
from casework.staff.presence import is_present
from casework.staff.unowned import sees_unowned
from db.models import Case, Person, StaffGroup, StaffMember
from db.repositories import outbox, staff
from db.repositories.people import Addressee
from rules.quiet_hours import morning_after
from rules.readings import SHOWN_FOR
from rules.roles import Role

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

    Not written: to a person without Telegram, whom a human tells what they must know; an automatic letter to a watched
    phone, or to somebody with whom one human speaks: whoever has the case is told to say it themselves. To a watched
    phone whose owner did not just write, the letter is held until they do; where letters are frozen, until a second
    human frees them. `key` makes it unique for kinds with `once`.
    """
    if person.telegram_id is None:
        if (to_tell := await stand_in(ctx, person, letter, case, key)) is not None:
            await _ask_to_tell(ctx, *to_tell)
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
        not_before=not_before if at_once else held_until(person) or not_before,
    )


async def _ask_to_tell(ctx: Context, case: Case, key: str) -> None:
    """The card shows the call, and the topic says so once for all that waits."""
    await show_case(ctx, case, head=False)
    await tell_topic(ctx, case, kinds.registering.WordsToTell(case.id), key=key)


def held_until(person: Person | Addressee) -> datetime | None:
    """Until when a letter waits that the person did not cause."""
    if person.frozen_at is not None:
        return FROZEN
    return HELD if person.watched else None


async def _human_instead(ctx: Context, letter: kinds.Letter, case: Case | None, key: str | None) -> None:
    """What the machine may not say, a human does: the owner of the case is told on their desk, else the leads."""
    if case is None:
        return
    session = ctx.uow.session
    owner = await staff.by_id(session, case.owner_id) if case.owner_id is not None else None
    if owner is not None and is_present(owner, ctx.now):
        those: Sequence[StaffMember] = [owner]
    else:
        those = await staff.leads(session, case.organisation_id)
    for member in those:
        stands_in = kinds.SayItYourself(member.id, case.id, letter.kind)
        await tell_desk(ctx, member, stands_in, case=case, key=f"{letter.kind}:{key or case.id}:{member.id}")


def may_be_told(person: Person | Addressee, letter: kinds.Letter) -> bool:
    """Whether a letter of this kind may be written to the person at all."""
    by_humans_only = person.watched or person.human_only
    return person.telegram_id is not None and not (by_humans_only and letter.policy.nature is Nature.AUTOMATIC)


def arrives(person: Person | Addressee, letter: kinds.Letter) -> bool:
    """Whether a letter of this kind may be written, and the person's chat takes letters: where not, a human says it."""
    return person.unreachable_since is None and may_be_told(person, letter)


async def show_person(ctx: Context, person: Person, screen: kinds.Letter, *, slot: str = "screen") -> None:
    """Puts a screen on a person's phone; a later screen of the same slot replaces it.

    A screen answers a press: on a watched phone nobody but its owner puts one.
    """
    by_themselves = ctx.actor.role is Role.PERSON and ctx.actor.id == person.id
    if person.telegram_id is None or (held_until(person) is not None and not by_themselves):
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
    """Asks for the case's card and the head of its topic to show the latest state, and the brief card where the group
    shows that. `head`: whether that changed.
    """
    await show_brief(ctx, case)
    if case.topic_chat_id is None:
        return
    await _show_at_case(ctx, case, f"card:{case.id}", kinds.Card(case.id))
    if head:
        await _show_at_case(ctx, case, head_key(case.id), kinds.TopicHead(case.id))


async def show_topic_head(ctx: Context, case: Case) -> None:
    """The head alone: for a topic that is to be deleted, where no card may follow."""
    await show_brief(ctx, case)
    if case.topic_chat_id is not None:
        await _show_at_case(ctx, case, head_key(case.id), kinds.TopicHead(case.id))


async def show_brief(ctx: Context, case: Case) -> None:
    """The brief card in the group, where no word of a person may stand there."""
    if case.brief_chat_id is None:
        return
    card, chat_id = kinds.desks.BriefCard(case.id), case.brief_chat_id
    await _show(ctx, card, lane=f"b:{case.id}", chat_id=chat_id, key=brief_key(case.id), case_id=case.id)


def brief_key(case_id: int) -> str:
    """The slot of a case's brief card in its group."""
    return f"brief:{case_id}"


def moved_key(case: Case, key: str) -> str:
    """The key of what a topic holds once: anew where the conversation has come to another chat."""
    return f"{key}:m{case.topic_moves}" if case.topic_moves else key


async def leave_place(ctx: Context, case: Case, chat_id: int, letter: kinds.Letter) -> None:
    """Writes the taking away of what stands of a case in a chat that it has left, in a lane of its own: a group that
    does not let the bot delete must not hold up what goes to the desk.
    """
    await _write(ctx, letter, lane=f"l:{case.id}:{chat_id}", chat_id=chat_id, case_id=case.id)


async def show_record(ctx: Context, case: Case, key: str, letter: kinds.Letter) -> None:
    """Puts a record into a case's topic, or changes the one of this key; nothing while no group shows the case."""
    if case.topic_chat_id is not None:
        await _show_at_case(ctx, case, key, letter)


async def tell_group(ctx: Context, chat_id: int, letter: kinds.Letter) -> bool:
    """Writes a letter into a group's General."""
    return await _write(ctx, letter, lane=f"g:{chat_id}", chat_id=chat_id)


async def show_in_group(ctx: Context, chat_id: int, key: str, letter: kinds.Letter) -> None:
    """Puts a message that always shows the latest state into a group's General."""
    await _show(ctx, letter, lane=f"g:{chat_id}", chat_id=chat_id, key=key)


async def expel(ctx: Context, group: StaffGroup, action: kinds.Letter, *, key: str) -> bool:
    """Writes the taking out of somebody from a group, in a lane of its own: it neither waits for letters of the group
    nor do they wait for it.
    """
    return await _write(ctx, action, lane=f"x:{group.id}:{key}", chat_id=group.chat_id, key=key)


async def hide_later(ctx: Context, chat_id: int, action: kinds.Letter) -> None:
    """Writes the taking away of what shows somebody's data: a while from now, in a lane of its own, so that it neither
    waits for letters of the chat nor do they wait for it.
    """
    await _write(ctx, action, lane=f"h:{chat_id}", chat_id=chat_id, not_before=ctx.now + SHOWN_FOR)


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


async def show_on_desk(ctx: Context, member: StaffMember, screen: kinds.Letter, *, slot: str = "screen") -> None:
    """Puts a screen on a staff member's desk; a later one of the same slot replaces it."""
    if member.telegram_id is None:
        return
    chat_id = member.telegram_id
    await _show(ctx, screen, lane=private_lane(chat_id), chat_id=chat_id, key=slot)


def _priority(ctx: Context, letter: kinds.Letter) -> int:
    """How urgent it is here; what nobody waits for goes behind all others, a crisis never."""
    own = letter.policy.priority
    return max(own, Priority.BROADCAST).value if ctx.unhurried and own is not Priority.CRISIS else own.value


def morning_of(ctx: Context, letter: kinds.Letter) -> datetime | None:
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
        priority=_priority(ctx, letter),
        kind=letter.kind,
        facts=letter.facts(),
        chat_id=chat_id,
        written_at=ctx.now,
        person_id=person_id,
        case_id=case_id,
        unique_key=f"{letter.kind}:{key}" if key is not None else None,
        not_before=not_before or morning_of(ctx, letter),
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
        priority=_priority(ctx, screen),
        kind=screen.kind,
        facts=screen.facts(),
        written_at=ctx.now,
        person_id=person_id,
        case_id=case_id,
    )
    ctx.uow.nudge("outbox")
