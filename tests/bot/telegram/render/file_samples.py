"""Sights of files, both ways."""

from __future__ import annotations

import json
from dataclasses import replace

from casework.letters import sights as s
from rules.files import FileKind, FileState, Flaw
from tests.bot.telegram.render.given import NOON, NUMBER


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
            s.StaffFilesSight(NUMBER, "Ірина", (), opens=(1, 2)),
        ],
        **own_files(files, words),
        "staff-file-edited": [s.StaffFilesSight(NUMBER, "Ірина", (file,)) for file in (bare, files[0])],
    }  # fmt: skip


def own_files(files: list[s.FileToSend], words: str) -> dict[str, list[object]]:
    """A person's own files once more, and what became of them in the chat."""
    listed = tuple(s.MyFileLine(7, line, NOON, by) for line in file_lines(words) for by in (None, "Ірина"))
    return {
        "my-files": [
            s.MyFilesSight(1, NUMBER, (), 0, 1),
            s.MyFilesSight(1, NUMBER, listed, 1, 3),
        ],
        "own-file": [s.OwnFileSight(NUMBER, by, file) for file in files for by in (None, "Ірина")],
        "put-away": [s.SweepSight((7,))],
        "tidy-files": [s.SweepSight((7, 8))],
        "files-tidied": [s.FilesTidiedSight(1, gone, stay) for gone, stay in ((1, 0), (3, 1), (0, 2))],
        "own-files": [s.OwnFilesSight(NOON, (s.TakenFile(7, "7-photo.jpg"),), 2, 3)],
    }


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
        "desk-album": [s.FilesToShowSight(NUMBER, tuple(to_send(FileKind.PHOTO, words[:90]) for _ in range(4)))],
        "desk-file": [
            *(s.FileToShowSight(NUMBER, to_send(kind, words)) for kind in FileKind),
            s.FileToShowSight(NUMBER, replace(to_send(FileKind.PHOTO, words), words="")),
        ],
    }
