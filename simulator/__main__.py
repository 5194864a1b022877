"""`python -m simulator`: the simulator alone, for a bot in another process."""

import argparse
import asyncio
import os
import signal
from collections.abc import Sequence

from simulator.server import Simulator


def main(argv: Sequence[str] | None = None) -> None:
    """Read the command line (by default the process's own) and serve until SIGINT or SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="100:DEMO", help="the bot's token: a number, a colon, anything")
    parser.add_argument("--username", default="suprovid_demo_bot")
    parser.add_argument("--name", default="Супровід")
    parser.add_argument("--speed", type=float, default=float(os.environ.get("SIM_SPEED", "1")))
    parser.add_argument("--no-limits", action="store_true", help="without flood limits")
    parser.add_argument("--no-checks", action="store_true", help="without comparing with aiogram's types")
    parser.add_argument("--no-calls", action="store_true", help="without a log of the bot's calls")
    parser.add_argument("--keep", type=int, help="forget all but about so many messages of a chat, for load runs")
    parser.add_argument("--private-topics", action="store_true", help="topics in private chats")
    asyncio.run(_serve(parser.parse_args(argv)))


async def _serve(options: argparse.Namespace) -> None:
    simulator = Simulator(
        token=options.token,
        bot_username=options.username,
        bot_name=options.name,
        speed=options.speed,
        limits=not options.no_limits,
        checks=not options.no_checks,
        private_topics=options.private_topics,
        keep=options.keep,
    )
    simulator.api.calls.on = not options.no_calls
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await simulator.start(options.host, options.port)
    print(f"simulator: {simulator.url}", flush=True)
    await stopped.wait()
    await simulator.stop()


if __name__ == "__main__":
    main()
