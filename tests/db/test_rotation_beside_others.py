"""A new key while another process goes on reading and writing, with the ring that it read when it started."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import rotation
from db.cipher import PICK_UP_SECONDS, install
from db.engine import Database
from db.keys import KeyRing
from db.models import Draft
from db.repositories import sealed
from db.rotation import rotate
from tests.db.one_of_each import fill
from tests.house.source_tree import ROOT

# Writes one row over and over, reads every time what it wrote before, and says at the end how often.
WRITER = """
import asyncio, sys, threading
from pathlib import Path
from db.cipher import install
from db.engine import Database
from db.keys import KeyRing
from db.models import Draft

ends = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ends.set()), daemon=True).start()

async def write():
    database, number = Database.open(sys.argv[1], pool_size=1), 0
    while not ends.is_set():
        async with database.uow() as uow:
            draft = await uow.session.get_one(Draft, 1)
            assert number == 0 or draft.text == str(number), "somebody wrote over it"
            number += 1
            draft.text = str(number)
        if number == 1:
            print("began", flush=True)
        await asyncio.sleep(0.001)
    await database.close()
    return number

path = Path(sys.argv[2])
install(KeyRing.load(path), path)
print(asyncio.run(write()), flush=True)
"""


@pytest.fixture
def path(keys: KeyRing, tmp_path: Path) -> Iterator[Path]:
    """A ring of the test's own, from its file; the run's ring is put back."""
    made = tmp_path / "keys" / "ring.json"
    install(KeyRing.load_or_make(made), made)
    yield made
    install(keys)


def begin(database_url: str, path: Path) -> subprocess.Popen[str]:
    """A process that writes."""
    process = subprocess.Popen(
        [sys.executable, "-B", "-c", WRITER, database_url, path], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={"PATH": os.defpath, "PYTHONPATH": f"{ROOT}{os.pathsep}{sysconfig.get_path('purelib')}"},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "began\n"
    return process


async def test_it_picks_the_key_up_and_loses_no_word(database: Database, database_url: str, path: Path) -> None:
    assert rotation.SETTLE_SECONDS > PICK_UP_SECONDS
    await fill(database)
    process = await asyncio.to_thread(begin, database_url, path)
    try:
        for _ in range(2):
            await rotate(database, path)
    finally:
        out, err = await asyncio.to_thread(process.communicate)
    assert (process.returncode, err) == (0, "")
    async with database.uow() as uow:
        assert (await uow.session.get_one(Draft, 1)).text == out.strip()
        assert set(await sealed.keys_in_use(uow.session)) == {3}, "it seals with the new key"
    assert int(out) > 2
