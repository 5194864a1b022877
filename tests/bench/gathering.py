"""The baseline of a paid broadcast: every letter at once, so many connections, nothing written down.

`python -m tests.bench.gathering URL TOKEN FIRST COUNT CONNECTIONS` prints the seconds that it took.
"""

from __future__ import annotations

import asyncio
import sys
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from tests.faults.many import WORDS


async def main(url: str, token: str, first: int, count: int, connections: int) -> float:
    """Sends to `count` accounts from `first` on; the seconds from the first call to the last answer."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url), limit=connections)
    async with Bot(token, session=session) as bot:
        began = time.monotonic()
        await asyncio.gather(*(bot.send_message(number, WORDS) for number in range(first, first + count)))
        return time.monotonic() - began


if __name__ == "__main__":
    address, secret, *numbers = sys.argv[1:]
    sys.stdout.write(f"{asyncio.run(main(address, secret, *map(int, numbers)))}\n")
