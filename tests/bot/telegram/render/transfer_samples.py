"""Plausible sights of what is handed to a provider."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from casework.letters.sights import transfers as x
from casework.letters.sights.shared import OwnTransferLine, SharedLine
from casework.letters.sights.to_person import Office
from rules.catalogue import Organisation
from rules.providers import Channel
from rules.transfers import BY_HAND, ConsentWay, Item, ReceiptWay, TransferState
from tests.bot.telegram.render.given import NOON, NUMBER

TRANSFER_EVENTS = (
    "transfer-asked", "transfer-agreed", "transfer-declined", "transfer-sent", "transfer-received", "transfer-late",
    "transfer-turned-away", "transfer-stopped",
)  # fmt: skip
S = TransferState
DAY = date(2026, 11, 23)


def shared(words: str) -> tuple[SharedLine, ...]:
    return (SharedLine(Item.NUMBER, NUMBER), *(SharedLine(item, words) for item in Item if item is not Item.NUMBER))


def own_transfers(words: str) -> tuple[OwnTransferLine, ...]:
    return (OwnTransferLine(7, NUMBER, words, S.HANDING), OwnTransferLine(8, NUMBER, "", S.RECEIVED))


def own_transfer(words: str) -> tuple[OwnTransferLine, ...]:
    """In the person's file each with what was shared, in every state that they may read of."""
    return tuple(OwnTransferLine(7, NUMBER, words, state, shared(words)[:2]) for state in S)


def one(words: str, **changes: object) -> x.TransferSight:
    sight = x.TransferSight(
        case_id=1,
        transfer_id=7,
        round=1,
        number=NUMBER,
        state=S.ASKED,
        provider=words,
        contacts="0501112233, help@poruch.org.ua",
        accepts_until=None,
        shared=shared(words)[:3],
        by=NOON,
        late=False,
        sent=False,
    )
    return replace(sight, **changes)  # type: ignore[arg-type]  # names of fields are checked by dataclass itself


def bare(sight: x.TransferSight) -> x.TransferSight:
    """On a phone that somebody else may read."""
    return replace(sight, provider="", contacts="", shared=(), there=None)


def transfers_to_person(words: str) -> dict[str, list[object]]:
    asked, handing = one(words), one(words, state=S.HANDING)
    received = one(words, state=S.RECEIVED, received_on=DAY, there="№ 118/26")
    ended = [one(words, state=S.STOPPED), one(words, state=S.STOPPED, sent=True)]
    turned = one(words, state=S.TURNED_AWAY)
    return {
        "transfer-asked": [
            asked,
            replace(asked, accepts_until=DAY, shared=shared(words)),
            replace(asked, contacts=""),
        ],
        "transfer": [
            handing,
            received,
            turned,
            *ended,
            replace(handing, sent=True),
            replace(handing, late=True),
            asked,
            one(words, state=S.DECLINED),
            *(bare(each) for each in (handing, received, turned, *ended)),
        ],
        "transfer-going": [handing, bare(handing)],
        "transfer-received": [received, replace(received, there=None, contacts="")],
        "transfer-late": [replace(handing, late=True)],
        "transfer-turned-away": [turned],
        "transfer-stopped": [*ended],
    }


def desk(words: str) -> list[object]:
    """One transfer on the desk, as it goes its way."""
    items = tuple(x.ItemChoice(item, item in (Item.NUMBER, Item.NAME), item is not Item.AGE) for item in Item)
    first = x.TransferDeskSight(
        case_id=1,
        transfer_id=7,
        number=NUMBER,
        provider=words,
        channel=Channel.EMAIL,
        state=S.PICKING,
        items=items,
        has_summary=False,
        by_button=True,
        contacts="0501112233",
        asked_at=None,
        agreed_on=None,
        agreed_way=None,
        due_at=None,
        late=False,
        sent_at=None,
        received_on=None,
        received_way=None,
    )
    handing = replace(first, state=S.HANDING, agreed_on=DAY, agreed_way=ConsentWay.PRESS, due_at=NOON)
    return [
        first,
        replace(first, state=S.ASKED, asked_at=NOON),
        handing,
        replace(handing, state=S.RECEIVED, received_on=DAY, received_way=ReceiptWay.PHONE),
        replace(first, by_button=False, has_summary=True),
        replace(handing, sent_at=NOON, late=True),
        *(replace(handing, agreed_way=way) for way in BY_HAND),
        *(replace(first, state=state) for state in (S.DECLINED, S.TURNED_AWAY, S.STOPPED)),
    ]


def transfers_to_staff(words: str, ours: Organisation) -> dict[str, list[object]]:
    lines = tuple(x.TransferLine(7 + place, words, state) for place, state in enumerate(S))
    plain = x.ChoiceOfProvider(7, words, fits=False, bare=False, closed=False)
    choices = (replace(plain, fits=True), plain, replace(plain, bare=True), replace(plain, closed=True))
    days = tuple(DAY - timedelta(days=each) for each in range(3))
    how = x.TransferHowSight(7, NUMBER, "consent", "", days)
    sheet = x.TransferSheetSight(
        transfer_id=7,
        number=NUMBER,
        channel=Channel.EMAIL,
        provider=words,
        contact=words,
        phone="0501112233",
        email="help@poruch.org.ua",
        address=words,
        ours=ours.name["uk"],
        office=Office(ours.phone, ours.hours_text["uk"]),
        author=words,
        shared=shared(words),
        agreed_on=DAY,
        agreed_way=ConsentWay.PRESS,
        by=NOON,
        sent=False,
    )
    return {
        "transfer-news": [x.TransferNewsSight(1, state) for state in (S.HANDING, S.DECLINED, S.STOPPED)],
        "transfers": [
            x.TransfersSight(1, NUMBER, lines, closed=False),
            x.TransfersSight(1, NUMBER, (), closed=True),
        ],
        "transfer-choice": [
            x.TransferChoiceSight(1, NUMBER, choices, 0, 1),
            x.TransferChoiceSight(1, NUMBER, choices, 1, 3),
            x.TransferChoiceSight(1, NUMBER, (), 0, 1),
        ],
        "transfer-desk": desk(words),
        "transfer-summary": [x.TransferSummarySight(7, NUMBER, None), x.TransferSummarySight(7, NUMBER, words)],
        "transfer-how": [
            how,
            replace(how, way="phone"),
            replace(how, what="receipt"),
            replace(how, what="receipt", way="email"),
        ],
        "transfer-who": [x.TransferWhoSight(7, NUMBER, words)],
        "transfer-look": [
            x.TransferLookSight(7, "uk", one(words, state=S.PICKING), by_button=True),
            x.TransferLookSight(7, "en", one(words, state=S.PICKING), by_button=False),
        ],
        "transfer-sheet": [
            *(replace(sheet, channel=channel) for channel in Channel),
            replace(sheet, contact="", sent=True),
            *(replace(sheet, agreed_way=way) for way in BY_HAND),
        ],
        "transfer-offered": [x.TransferOfferedSight(7, NUMBER, NOON)],
        "transfer-handed": [sheet],
    }
