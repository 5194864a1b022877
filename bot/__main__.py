"""The command line: `python -m bot …`. Commands import what they need when they are called: aiogram takes seconds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.lasting import lasting
from bot.settings import ConfigurationError
from bot.types_as_needed import import_aiogram

CONFIGURATION_EXIT = 2
STAFF_ROLES = ("caseworker", "supervisor", "admin")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code. A configuration error is one line on stderr and the code 2."""
    options = _parser().parse_args(argv)
    try:
        return _run(options)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return CONFIGURATION_EXIT


def _run(options: argparse.Namespace) -> int:
    match options.command:
        case "run":
            from bot.roles import read_roles

            roles = read_roles(options.roles)
            with lasting():
                import_aiogram()
                from bot.run import run

            return run(roles)
        case "demo":
            with lasting():
                from bot.demo import demo

            return demo(options.host, options.port)
        case "check":
            import_aiogram()
            from bot.check import check

            return check()
        case "simulator":
            from simulator.__main__ import main as simulate

            simulate(options.rest)
            return 0
        case "backup" | "restore":
            return _back_up(options)
        case "keys":
            return _keys(options)
        case "lots":
            from bot.lots import draw

            return draw(options.file, options.value)
        case _:
            return _operate(options)


def _operate(options: argparse.Namespace) -> int:
    from bot import operator

    match options.command:
        case "migrate":
            return operator.migrate(options.to)
        case "staff":
            return operator.invite(options.role, options.name)
        case "bind-code":
            return operator.bind_code(options.organisation)
        case _:
            return _jobs(options)


def _jobs(options: argparse.Namespace) -> int:
    from bot import job_commands

    return job_commands.show() if options.action is None else job_commands.run(options.name)


def _back_up(options: argparse.Namespace) -> int:
    from bot import backup_commands

    command = backup_commands.backup if options.command == "backup" else backup_commands.restore
    return command(options.file)


def _keys(options: argparse.Namespace) -> int:
    from bot import key_commands

    match options.action:
        case "rotate":
            return key_commands.rotate(add_only=options.add_only, drop_old=options.drop_old)
        case "export":
            return key_commands.export_keys(options.file, options.passphrase_file)
        case "import":
            return key_commands.import_keys(options.file, options.passphrase_file)
        case "reindex":
            return key_commands.reindex()
        case _:
            return key_commands.fingerprint()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Suprovid, the bot and its admin backend")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="the bot on Telegram, until SIGTERM or Ctrl+C")
    run.add_argument("--roles", default="updates,letters,clock", help="what this process does (default: %(default)s)")
    demo = commands.add_parser("demo", help="bot and simulated Telegram in one process, with a page to play on")
    demo.add_argument("--host", default="127.0.0.1")
    demo.add_argument("--port", type=int, default=8080)
    migrate = commands.add_parser("migrate", help="bring the database to the newest revision")
    migrate.add_argument("--to", metavar="REVISION", help="or to this one: back to what an older version knows")
    commands.add_parser("check", help="settings, catalogue, database, rights in each staff group: each with its fix")
    staff = commands.add_parser("staff", help="who works here").add_subparsers(dest="action", required=True)
    invite = staff.add_parser("invite", help="a one-time link that makes its first user a staff member")
    invite.add_argument("--role", required=True, choices=STAFF_ROLES)
    invite.add_argument("--name", required=True, help="the work name that people see")
    bind_code = commands.add_parser("bind-code", help="a one-time code for /bind in a staff group")
    bind_code.add_argument("organisation", nargs="?", help="a slug of the catalogue; by default ORGANISATION")
    _add_jobs(commands.add_parser("jobs", help="what runs by itself: when, why, and how it went last"))
    backup = commands.add_parser("backup", help="the whole database into one encrypted file")
    backup.add_argument("file", nargs="?", type=Path, help="a new file; by default one in BACKUP_DIR")
    restore = commands.add_parser("restore", help="a backup back into an empty database")
    restore.add_argument("file", type=Path)
    _add_keys(commands.add_parser("keys", help="the keys that open what people wrote"))
    lots = commands.add_parser("lots", help="the lot of a recreation campaign drawn again, from what was published")
    lots.add_argument("file", type=Path, help="all application numbers, one a line")
    lots.add_argument("--value", required=True, help="the public value, as it was published")
    simulator = commands.add_parser("simulator", help="the simulated Telegram alone", add_help=False)
    simulator.add_argument("rest", nargs=argparse.REMAINDER)
    return parser


def _add_jobs(jobs: argparse.ArgumentParser) -> None:
    run = jobs.add_subparsers(dest="action").add_parser("run", help="one of them now; exit code 1 where it failed")
    run.add_argument("name", metavar="NAME", help="as the table names it")


def _add_keys(keys: argparse.ArgumentParser) -> None:
    actions = keys.add_subparsers(dest="action", required=True)
    rotate = actions.add_parser("rotate", help="a new key, and everything sealed with it, beside a running bot")
    how = rotate.add_mutually_exclusive_group()
    how.add_argument("--add-only", action="store_true", help="only put a new key into the ring, to be copied")
    how.add_argument("--drop-old", action="store_true", help="take keys out that nothing needs any more")
    for name, does in (("export", "a copy under a passphrase, for the safe"), ("import", "such a copy into KEYS_DIR")):
        action = actions.add_parser(name, help=does)
        action.add_argument("file", type=Path)
        action.add_argument("--passphrase-file", type=Path, help="its first line, instead of asking")
    actions.add_parser("reindex", help="all that cases are found by made anew, beside a running bot")
    actions.add_parser("fingerprint", help="tells this ring from another")


if __name__ == "__main__":
    sys.exit(main())
