"""A department of one practice: an organisation, a group and people that exist only until its transaction is undone.

Everything is done by the acts and worded by the renderers of real life. Accounts and the group have numbers that
Telegram gives to nobody, so that no letter could reach anybody even if it were kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.telegram.render import render
from bot.telegram.rendered import Rendered
from bot.texts.wording import Wording, Words
from casework.context import OPERATOR, Actor, Context
from casework.danger.press import InDanger, in_danger
from casework.letters.sent import SentLetter, letter_dropped, letter_sent, topic_made
from casework.letters.view import sight_of
from casework.people.consent import Agree, agree
from casework.people.meet import Met, meet
from casework.people.send_words import SendWords, send_words
from casework.people.write import Went, Written, write
from casework.staff.bind_group import BindGroup, bind_group
from casework.staff.invite import Invite, NewBindCode, invite, new_bind_code
from casework.staff.join import Join, join
from db.models import Letter
from db.repositories import cases, people, rehearsals
from rules.practice import Cue, Line
from rules.roles import Role

NOBODY = 8 * 10**18
"""Accounts and groups from here on belong to nobody at Telegram."""
FIRST_SHOWN = 10**9
"""What is shown gets numbers of messages from here on, far from those of the private chat."""
TOPIC = "topic"
SAID: Mapping[str, Callable[[Words], str]] = {
    "question": lambda t: t.plain("practice-says-question"),
    "thanks": lambda t: t.plain("practice-says-thanks"),
    "papers": lambda t: t.plain("practice-says-papers"),
    "burnt": lambda t: t.plain("practice-says-burnt"),
    "danger": lambda t: t.plain("practice-says-danger"),
    "hidden": lambda t: t.plain("practice-says-hidden"),
    "twice": lambda t: t.plain("practice-says-twice"),
    "again": lambda t: t.plain("practice-says-again"),
}
"""What the invented people say."""
LEAD: Callable[[Words], str] = lambda t: t.plain("practice-lead")  # noqa: E731 - a name among the others


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is shown. `number`: counted from 1; `whose`: `topic`, `person`, `desk` or `whisper`."""

    number: int
    whose: str
    rendered: Rendered
    thread: int | None = None
    topic: str = ""
    """The number of the case in whose topic it stands."""
    card: bool = False

    @property
    def message_id(self) -> int:
        """The message that it is in the group."""
        return FIRST_SHOWN + self.number


@dataclass
class Stage:
    """One story as it stands. `ctx`: of the unit of work that is taken back; `member`: the trainee's number."""

    ctx: Context
    wording: Wording
    words: Words
    member: int
    role: Role
    name: str
    items: list[Item] = field(default_factory=list)
    reactions: list[tuple[int, str]] = field(default_factory=list)
    """Marks below the trainee's own messages: the message, and the emoji."""
    now: datetime = field(init=False)
    trainee: Actor = field(init=False)
    person: Actor = field(init=False)
    _messages: int = 0

    def __post_init__(self) -> None:
        self.now = self.ctx.now

    @property
    def group(self) -> int:
        """The group of this practice."""
        return -(NOBODY + self.member * 10)

    def as_(self, actor: Actor) -> Context:
        """What an act of this actor is given now."""
        return replace(self.ctx, actor=actor, now=self.now)

    async def furnish(self, person: str) -> None:
        """Trainee, a lead, a group, and somebody who asks for help; nothing of it is shown."""
        self.trainee = await self._joins(self.role, self.name, 1)
        lead = await self._joins(Role.SUPERVISOR, LEAD(self.words), 2)
        code = await new_bind_code(self.as_(OPERATOR), NewBindCode())
        await bind_group(self.as_(lead), BindGroup(self.group, code, is_forum=True))
        account = self._account(3)
        met = await meet(self.as_(Actor(Role.STRANGER)), Met(account, "uk", wrote=True))
        self.person = Actor(Role.PERSON, met.id, None, account)
        await agree(self.as_(self.person), Agree(person))
        await self.deliver()
        self.items.clear()

    def _account(self, number: int) -> int:
        return NOBODY + self.member * 10 + number

    async def _joins(self, role: Role, name: str, number: int) -> Actor:
        account = self._account(number)
        code = await invite(self.as_(OPERATOR), Invite(role, name))
        member = await join(self.as_(Actor(Role.PERSON, None, None, account)), Join(code, account, "uk"))
        assert member is not None, "the invitation is a moment old"
        return Actor(role, member.id, member.organisation_id, account)

    async def plays(self, lines: Sequence[Line]) -> None:
        """The person does what the story says, a moment after what was before."""
        for line in lines:
            self.now += timedelta(seconds=1)
            if line.cue is Cue.IN_DANGER:
                await in_danger(self.as_(self.person), InDanger())
            else:
                await self._writes(SAID[line.words](self.words), new=line.cue is Cue.WRITES_ANEW)
            await self.deliver()

    async def _writes(self, text: str, *, new: bool) -> None:
        self._messages += 1
        said = Written(text, self.person.telegram_id or 0, self._messages, new=new)
        if await write(self.as_(self.person), said) is Went.ASKED_WHERE:
            [*_, last] = await people.drafts(self.ctx.uow.session, self.person.id or 0)
            await send_words(self.as_(self.person), SendWords(last.id))

    async def happened(self) -> Sequence[str]:
        """Everything that happened in the cases of this practice."""
        return await rehearsals.happened(self.ctx.uow.session, self.trainee.organisation_id or 0)

    async def deliver(self) -> None:
        """What is due is shown, as the deliverer would send it."""
        session = self.ctx.uow.session
        chats = {self.group, *(self._account(number) for number in (1, 2, 3))}
        while True:
            for case in await rehearsals.without_topic(session, self.trainee.organisation_id or 0):
                await topic_made(self.ctx.uow, case.id, case.id, self.now, self.ctx.catalogue)
            due = await rehearsals.due(session, chats, self.now)
            if not due:
                return
            for letter in due:
                await self._deliver(letter)

    async def _deliver(self, letter: Letter) -> None:
        uow, catalogue = self.ctx.uow, self.ctx.catalogue
        sight = await sight_of(uow, letter, self.now, catalogue)
        slot = await rehearsals.slot_of(uow.session, letter)
        if sight is None:
            letter.dropped_at = self.now
            if slot is None:
                await letter_dropped(uow, letter, self.now, catalogue)
            return
        rendered = render(sight, self.wording)
        if rendered.reaction is not None and sight.edit is not None and letter.chat_id == self.group:
            self.reactions.append((sight.edit, rendered.reaction))
        item = await self._shown(letter, rendered)
        letter.sent_at, letter.telegram_message_id = self.now, sight.edit or item.message_id
        if slot is not None:
            slot.message_id, slot.shown_rev = letter.telegram_message_id, slot.wanted_rev
        await letter_sent(
            uow, SentLetter(letter.kind, letter.facts, letter.chat_id, item.message_id), self.now, catalogue
        )

    async def _shown(self, letter: Letter, rendered: Rendered) -> Item:
        whose = {self.group: TOPIC, self._account(3): "person", self._account(1): "desk"}.get(letter.chat_id, "")
        card = letter.kind == "card"
        if (letter.slot_id is not None and not card) or not rendered.text or rendered.reaction is not None:
            whose = ""
        return await self.show(whose, rendered, case_id=letter.case_id, card=card)

    async def show(self, whose: str, rendered: Rendered, *, case_id: int | None = None, card: bool = False) -> Item:
        """Puts it behind everything that is shown; `whose` empty: it is counted, and seen by nobody."""
        case = await cases.by_id(self.ctx.uow.session, case_id) if case_id is not None and whose == TOPIC else None
        thread = case.topic_thread_id if case else None
        item = Item(len(self.items) + 1, whose, rendered, thread, case.number if case else "", card)
        self.items.append(item)
        return item

    async def whisper(self, rendered: Rendered, pressed: Item | None) -> None:
        """What only the trainee sees, in the topic of what they pressed."""
        thread, topic = (pressed.thread, pressed.topic) if pressed is not None else (None, "")
        self.items.append(Item(len(self.items) + 1, "whisper", rendered, thread, topic))
