"""Sights of files, both ways."""

from __future__ import annotations

import json
from dataclasses import replace

from casework.letters import sights as s
from rules.files import FileKind, FileState, Flaw
from tests.bot.telegram.render.given import NUMBER


def file_lines(words: str) -> tuple[s.FileLine, ...]:
    return tuple(
        s.FileLine(kind, words, size, 42 if kind in (FileKind.VOICE, FileKind.VIDEO) else None)
        for kind, size in zip(FileKind, (None, 900, 340_000, 20_000_000, *[5_000] * 6), strict=True)
    )


def to_send(kind: FileKind, words: str) -> s.FileToSend:
    place = {"lat": 48.5, "lon": 39.3, "title": words[:60], "address": words[:60]}
    card = {FileKind.LOCATION: place, FileKind.CONTACT: {"name": words[:60], "phone": "+380501234567"}}
    return s.FileToSend(7, 8, kind, "AgACAgIAAx", f"{words[:60]}.pdf", json.dumps(card.get(kind)), words[:800])


def files_to_person(words: str, here: s.Office) -> dict[str, list[object]]:
    files = [to_send(kind, words) for kind in FileKind]
    bare = replace(files[0], words="")
    return {
        "file-refused": [s.FileRefusedSight(kind, flaw, here) for kind in (FileKind.DOCUMENT, FileKind.VOICE)
                         for flaw in Flaw],
        "staff-file": [
            *(s.StaffFilesSight(NUMBER, "Ірина", (file,)) for file in (bare, *files)),
            s.StaffFilesSight(NUMBER, "Ірина", (bare, files[0], bare)),
        ],
        "staff-file-edited": [s.StaffFilesSight(NUMBER, "Ірина", (file,)) for file in (bare, files[0])],
    }  # fmt: skip


def files_to_staff(words: str) -> dict[str, list[object]]:
    lines = file_lines(words)
    arrived = [s.ArrivedFile(line, FileState.KEPT, None, words[:300]) for line in lines]
    waits = replace(arrived[0], state=FileState.WAITING, words="")
    refused = [replace(arrived[1], state=FileState.REFUSED, flaw=flaw) for flaw in Flaw]
    return {
        "person-files": [
            *(s.PersonFilesSight(1, 2, (each,), edited=False) for each in (waits, *arrived, *refused)),
            s.PersonFilesSight(1, 2, tuple(arrived), edited=True),
            s.PersonFilesSight(1, 2, (waits, waits), edited=False),
        ],
        "staff-file-refused": [s.StaffFileRefusedSight(flaw) for flaw in Flaw],
        "desk-file": [
            *(s.FileToShowSight(NUMBER, to_send(kind, words)) for kind in FileKind),
            s.FileToShowSight(NUMBER, replace(to_send(FileKind.PHOTO, words), words="")),
        ],
    }
