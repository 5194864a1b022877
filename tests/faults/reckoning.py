"""What was said against what is held and what stands: each invariant counted, every breach named.

An answer of Telegram's was *never seen* where a call was carried out, its result never got into the database, and that
is excused: the answer was kept back by a fault, or the process that called was killed before it had written the result
down. Triggers keep every id that ever committed, so that a later one does not hide it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import text as sql

from db.repositories import cases
from simulator.world.updates import FIRST_UPDATE_ID
from tests.conversations.words import CLOSED, RECEIVED, TAKEN_BY, WELCOME, piece
from tests.faults.crowd import INSIDE, REOPENED, Crowd, text_of
from tests.faults.open_transactions import Watched
from tests.faults.talk import Line, Talk
from tests.faults.world import World

WATCH = (
    "CREATE TABLE watched (chat_id bigint NOT NULL, message_id bigint NOT NULL)",
    """
    CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE made bigint := to_jsonb(NEW) ->> TG_ARGV[1];
    BEGIN
        IF made IS NOT NULL THEN
            INSERT INTO watched VALUES (CAST(to_jsonb(NEW) ->> TG_ARGV[0] AS bigint), made);
        END IF;
        RETURN NEW;
    END $$
    """,
    *(
        f"CREATE TRIGGER watch AFTER UPDATE OF {made} ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION watch('{chat}', '{made}')"
        for table, chat, made in (
            ("letters", "chat_id", "telegram_message_id"),
            ("slots", "chat_id", "message_id"),
            ("cases", "topic_chat_id", "topic_thread_id"),
        )
    ),
)
SUMMARY = piece("letter-topic-summary")
KEY = re.compile(r"[лв]\d+-\d+\.")
"""What tells a line from all others, as the crowd makes it."""
WITHOUT_COPY = """
SELECT count(*) FROM messages JOIN cases ON cases.id = messages.case_id
WHERE NOT EXISTS (SELECT FROM pairs WHERE pairs.message_id = messages.id AND pairs.side = 'copy')
  AND NOT EXISTS (SELECT FROM files WHERE files.message_id = messages.id AND files.album IS NOT NULL)
  AND topics_made = 1
"""
"""An album has one copy in a topic, and what stood in a topic that is gone has none."""
MAKING = ("sendMessage", "createForumTopic")
"""The calls that leave something new behind: only a repeat of these is seen by anybody."""


@dataclass
class Counts:
    """One line of the table."""

    run: str
    kills: int
    calls: int
    updates: int = 0
    cases: int = 0
    messages: int = 0
    answers: int = 0
    letters: int = 0
    lost: int = 0
    doubled: int = 0
    repeats: int = 0
    never_seen: int = 0
    empty_topics: int = 0
    said_again: int = 0
    oldest_transaction: float = 0.0
    seconds: float = 0.0


@dataclass
class Reckoning:
    """The counts of a run, and its breaches in words."""

    counts: Counts
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """Breaches that are neither."""

    @property
    def breaches(self) -> list[str]:
        """All of them."""
        return [*self.lost, *self.doubled, *self.wrong]

    def note(self, transactions: Watched) -> None:
        """How long a transaction stayed open is printed: on a busy machine it says as much of others as of us."""
        self.counts.oldest_transaction = transactions.oldest


async def watch(world: World) -> None:
    """Begin to keep every id that commits."""
    async with world.database.engine.begin() as connection:
        for statement in WATCH:
            await connection.execute(sql(statement))


async def reckon(world: World, crowd: Crowd, name: str, kills: int) -> Reckoning:
    """Count, once everything has settled. `name`, `kills`: what the table says of the run."""
    counts = Counts(name, kills, world.simulator.api.calls.count, said_again=crowd.said_again)
    found = Reckoning(counts)
    await _updates(world, found)
    await _cases(world, crowd, found)
    await _letters(world, found)
    for talk in crowd.talks:
        _topic(world, talk, found)
        _phone(world, talk, found)
    await _never_seen(world, crowd, found)
    counts.lost, counts.doubled = len(found.lost), len(found.doubled)
    if counts.repeats > counts.never_seen:
        found.wrong.append(f"{counts.repeats} repeats, though only {counts.never_seen} answers were never seen")
    return found


async def _updates(world: World, found: Reckoning) -> None:
    """Whatever Telegram accepted was received once and handled."""
    accepted = world.simulator.world.updates._last_id - FIRST_UPDATE_ID + 1
    rows, distinct, done, parked = (
        await world.rows("SELECT count(*), count(DISTINCT update_id), count(done_at), count(parked_at) FROM inbox")
    )[0]
    found.counts.updates = accepted
    if distinct != accepted:
        found.lost.append(f"{accepted - distinct} of {accepted} updates never reached the inbox")
    if rows != distinct:
        found.doubled.append(f"{rows - distinct} updates stand twice in the inbox")
    if done != rows:
        found.wrong.append(f"{rows - done} updates are not done, {parked} of them parked")


async def _cases(world: World, crowd: Crowd, found: Reckoning) -> None:
    """Each talk is one case that holds what both sides said, each thing once, in order, as it reads now."""
    held: dict[str, tuple[int, list[str], list[str]]] = {}
    ids = [row[0] for row in await world.rows("SELECT id FROM cases ORDER BY id")]
    async with world.database.uow() as uow:
        for case_id in ids:
            said = await cases.messages(uow.session, case_id)
            # Without words are files: of an album only the first has some.
            theirs = [each.text for each in said if each.author_kind == "person" and each.text]
            ours = [each.text for each in said if each.author_kind == "staff" and each.text]
            key = theirs[0].split()[0] if theirs else f"nothing in case {case_id}"
            if key in held:
                found.doubled.append(f"case {case_id} begins as another one")
            held[key] = (case_id, theirs, ours)
    found.counts.cases = len(ids)
    for talk in crowd.talks:
        case_id, theirs, ours = held.pop(talk.first, (0, [], []))
        if not case_id:
            found.lost.append(f"the case of {talk.first}")
            continue
        _compare(f"case {case_id}, person", theirs, talk.lines, found)
        _compare(f"case {case_id}, staff", ours, talk.answers, found)
        found.counts.messages += len(theirs)
        found.counts.answers += len(ours)
    found.wrong += [f"a case of nobody's: {key}" for key in held]
    await _history(world, crowd, found)


def _compare(where: str, held: Sequence[str], said: Sequence[Line], found: Reckoning) -> None:
    expected = [line.now for line in said]
    if list(held) == expected:
        return
    keys = Counter(words.split()[0] for words in held)
    found.lost += [f"{where}: {line.key}" for line in said if line.key not in keys]
    found.doubled += [f"{where}: {key}" for key, times in keys.items() if times > 1]
    if len(keys) == len(held) == len(said):
        found.wrong.append(f"{where}: in another order or an older version")


async def _history(world: World, crowd: Crowd, found: Reckoning) -> None:
    """Each act left its line in the history once; numbers are given once; each message has one source and one copy."""
    talks = crowd.talks
    expected = {
        "opened": len(talks),
        "taken": sum(talk.taken or bool(talk.answers) for talk in talks),
        "replied": sum(len(talk.answers) for talk in talks),
        "closed": sum(talk.closed for talk in talks),
        "reopened": sum(talk.reopened for talk in talks),
        "topic-made": sum(len(talk.places) for talk in talks),
        "words-edited": sum(len(line.versions) - 1 for talk in talks for line in talk.lines),
        "reply-edited": sum(len(line.versions) - 1 for talk in talks for line in talk.answers),
    }
    there = {row[0]: row[1] for row in await world.rows("SELECT kind, count(*) FROM case_events GROUP BY kind")}
    for kind, times in expected.items():
        if there.get(kind, 0) < times:
            found.lost.append(f"{times - there.get(kind, 0)} × {kind} in the history")
        elif there.get(kind, 0) > times:
            found.doubled.append(f"{there[kind] - times} × {kind} in the history")
    checks = {
        "numbers given twice": "SELECT count(*) - count(DISTINCT number) FROM cases",
        "numbers left out": "SELECT coalesce(max(last), 0) - (SELECT count(*) FROM cases) FROM case_numbers",
        "sources too many": "SELECT count(*) - count(DISTINCT message_id) FROM pairs WHERE side = 'source'",
        "copies too many": "SELECT count(*) - count(DISTINCT message_id) FROM pairs WHERE side = 'copy'",
        "people known twice": "SELECT count(*) - count(DISTINCT telegram_id) FROM people",
        "drafts left": "SELECT count(*) FROM drafts",
    }
    for what, query in checks.items():
        if number := await world.count(query):
            found.doubled.append(f"{number} {what}")
    if number := await world.count(WITHOUT_COPY):
        found.lost.append(f"{number} messages were never paired with a copy")


async def _letters(world: World, found: Reckoning) -> None:
    """Every letter was sent, or dropped because it was no longer true; every slot shows what is wanted."""
    found.counts.letters = await world.count("SELECT count(*) FROM letters")
    unsent = await world.rows(
        "SELECT kind, coalesce(reason, 'waiting'), count(*) FROM letters WHERE sent_at IS NULL AND dropped_at IS NULL"
        " GROUP BY kind, reason"
    )
    found.wrong += [f"{times} × {kind} neither sent nor dropped: {reason}" for kind, reason, times in unsent]
    stale = await world.rows("SELECT kind, count(*) FROM slots WHERE shown_rev < wanted_rev GROUP BY kind")
    found.wrong += [f"{times} × {kind} does not show what is wanted" for kind, times in stale]


def _topic(world: World, talk: Talk, found: Reckoning) -> None:
    """Every line of the person stands in their topic, in order, as it reads now; what a lost one held is summed up."""
    standing = [
        text_of(each)
        for each in world.simulator.world.chats[world.group].messages
        if each.thread == talk.thread and each.sender_id == world.simulator.world.bot.id and not each.deleted
    ]
    _strangers(f"topic of {talk.first}", standing, talk, found)
    summary = "".join(words for words in standing if SUMMARY in words)
    lost, kept = talk.lines[: talk.in_lost_topic], talk.lines[talk.in_lost_topic :]
    found.lost += [f"summary of {talk.first}: {line.key}" for line in lost if line.now not in summary]
    _stands(f"topic of {talk.first}", [words for words in standing if SUMMARY not in words], kept, found)


def _phone(world: World, talk: Talk, found: Reckoning) -> None:
    """Every answer and every letter of the case stands on the phone; nothing that was said inside does."""
    standing = [
        text_of(each)
        for each in world.simulator.world.chats[talk.person].messages
        if each.sender_id == world.simulator.world.bot.id and not each.deleted
    ]
    _strangers(f"phone of {talk.first}", standing, talk, found)
    _stands(f"phone of {talk.first}", standing, talk.answers, found)
    # Who takes a case by answering may have closed it before "taken" left: then it is not true any more.
    due = {WELCOME: True, RECEIVED: True, TAKEN_BY: talk.taken, CLOSED: talk.closed, REOPENED: talk.reopened}
    for words, must_stand in due.items():
        times = sum(words in each for each in standing)
        if must_stand and not times:
            found.lost.append(f"phone of {talk.first}: {words!r}")
        found.counts.repeats += max(0, times - 1)
    if any(INSIDE in each for each in standing):
        found.wrong.append(f"phone of {talk.first}: what was said inside")


def _strangers(where: str, standing: Iterable[str], talk: Talk, found: Reckoning) -> None:
    """Nobody reads what somebody else said or was told."""
    own = {line.key for line in (*talk.lines, *talk.answers)}
    there = {key for words in standing for key in KEY.findall(words)}
    found.wrong += [f"{where}: {key} of somebody else" for key in sorted(there - own)]


def _stands(where: str, standing: Sequence[str], said: Sequence[Line], found: Reckoning) -> None:
    # One message may carry several lines: they are read in the order in which they stand in it.
    there = [_places(words, said) for words in standing]
    for place, line in enumerate(said):
        mine = [words for words, places in zip(standing, there, strict=True) if place in places]
        if not any(line.now in words for words in mine):
            found.lost.append(f"{where}: {line.key}")
        found.counts.repeats += max(0, len(mine) - 1)
    if not in_order(there):
        found.wrong.append(f"{where}: out of order")


def _places(words: str, said: Sequence[Line]) -> list[int]:
    """Which lines a message carries, as they follow each other in it."""
    return [
        place for _, place in sorted((words.index(each.key), n) for n, each in enumerate(said) if each.key in words)
    ]


def in_order(messages: Iterable[Sequence[int]]) -> bool:
    """Whether lines stand in their order, message by message.

    A message whose answer was never seen is sent again, and may carry what came meanwhile, too: the same lines first.
    """
    carrying = [places for places in messages if places]
    firsts = [places[0] for places in carrying]
    met = list(dict.fromkeys(place for places in carrying for place in places))
    return all(sorted(each) == each for each in (firsts, met, *map(list, carrying)))


async def _never_seen(world: World, crowd: Crowd, found: Reckoning) -> None:
    """What stands at Telegram and never got into the database: each must be excused."""
    held = {(row[0], row[1]) for row in await world.rows("SELECT chat_id, message_id FROM watched")}
    # What is said to caseworkers at once, past the outbox, may be lost and is not written down.
    groups = {world.group, *(chat for talk in crowd.talks for chat, _ in talk.places)}
    watched = groups | {talk.person for talk in crowd.talks}
    made = [
        call
        for call in world.simulator.api.calls.calls
        if call["done"] and call["method"] in MAKING and call["chat"] in watched and call["id"] is not None
    ]
    last = {_lane(call): call["n"] for call in made}
    for call in made:
        if (call["chat"], call["id"]) in held:
            continue
        # Whoever calls again in the same lane has dealt with the answer before.
        in_flight = call["via"] in world.killed and last[_lane(call)] == call["n"]
        if call["status"] != 200 or in_flight:
            found.counts.never_seen += 1
        else:
            found.doubled.append(f"{call['method']} of {call['via']} that nobody wrote down, without an excuse")
    topics = world.simulator.world.chats[world.group].topics
    own = {thread for talk in crowd.talks for chat, thread in talk.places[-1:] if chat == world.group}
    found.counts.empty_topics = len(topics.keys() - own)
    standing = {each.thread for each in world.simulator.world.chats[world.group].messages if not each.is_service}
    if len(own) != len(crowd.talks) or own < (standing & topics.keys()):
        found.doubled.append("cases share a topic, or have more than one")
    if found.counts.empty_topics > found.counts.never_seen:
        found.wrong.append("more empty topics than answers never seen")


def _lane(call: dict[str, Any]) -> tuple[Any, ...]:
    """Where one process makes one call at a time; topics that do not exist yet are made side by side."""
    return call["via"], call["chat"], call["thread"] or (call["id"] if call["method"] == "createForumTopic" else None)


def table(rows: Sequence[Counts]) -> str:
    """All runs, one a line."""
    names = [each.name for each in fields(Counts)]
    cells = [[name.replace("_", " ") for name in names]]
    cells += [[_cell(getattr(row, name)) for name in names] for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(len(names))]
    return "\n".join(
        "  ".join(cell.ljust(width) if not place else cell.rjust(width) for place, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(line, widths, strict=True)) for line in cells)
    )


def _cell(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
