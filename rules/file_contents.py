"""Is a file what it says? Told from its first bytes and its end, without any program that opens it."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from rules.files import MOST_BYTES, FileKind, Flaw, beyond
from rules.pdf_lock import needs_password


class Content(StrEnum):
    """Families of contents: within one it does not matter what exactly it is."""

    PICTURE = "picture"
    SOUND = "sound"
    FILM = "film"
    PDF = "pdf"
    ARCHIVE = "archive"
    """Zip: an archive, or a document of an office program."""
    OLD_OFFICE = "old-office"
    RICH_TEXT = "rich-text"
    PROGRAM = "program"


_STARTS: tuple[tuple[int, bytes, Content], ...] = (
    (0, b"\xff\xd8\xff", Content.PICTURE),
    (0, b"\x89PNG\r\n\x1a\n", Content.PICTURE),
    (0, b"GIF8", Content.PICTURE),
    (8, b"WEBP", Content.PICTURE),
    (0, b"II*\x00", Content.PICTURE),
    (0, b"MM\x00*", Content.PICTURE),
    (0, b"BM", Content.PICTURE),
    (4, b"ftyphei", Content.PICTURE),
    (4, b"ftypmif1", Content.PICTURE),
    (4, b"ftypavif", Content.PICTURE),
    (4, b"ftypM4A", Content.SOUND),
    (4, b"ftyp", Content.FILM),
    (0, b"\x1aE\xdf\xa3", Content.FILM),
    (8, b"AVI ", Content.FILM),
    (0, b"OggS", Content.SOUND),
    (0, b"ID3", Content.SOUND),
    (0, b"fLaC", Content.SOUND),
    (0, b"#!AMR", Content.SOUND),
    (8, b"WAVE", Content.SOUND),
    (0, b"\xff\xfb", Content.SOUND),
    (0, b"\xff\xf3", Content.SOUND),
    (0, b"\xff\xf1", Content.SOUND),
    (0, b"PK\x03\x04", Content.ARCHIVE),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Content.OLD_OFFICE),
    (0, b"{\\rtf", Content.RICH_TEXT),
    (0, b"MZ", Content.PROGRAM),
    (0, b"\x7fELF", Content.PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", Content.PROGRAM),
    (0, b"\xca\xfe\xba\xbe", Content.PROGRAM),
    (0, b"#!/", Content.PROGRAM),
    (0, b"dex\n", Content.PROGRAM),
    (0, b"L\x00\x00\x00\x01\x14\x02\x00", Content.PROGRAM),
)
"""Where which bytes mean what; the first that fits counts."""

_NAMED = {
    Content.PICTURE: "jpg jpeg jpe png gif webp tif tiff bmp heic heif avif",
    Content.SOUND: "ogg oga opus mp3 flac wav amr aac m4a",
    Content.FILM: "mp4 mov m4v mkv webm avi 3gp",
    Content.PDF: "pdf",
    Content.ARCHIVE: "zip docx xlsx pptx odt ods odp",
    Content.OLD_OFFICE: "doc xls ppt",
    Content.RICH_TEXT: "rtf",
    Content.PROGRAM: "exe com scr bat cmd ps1 vbs js jse wsf hta msi apk jar lnk dll sh desktop",
}
_BY_NAME = {ending: content for content, endings in _NAMED.items() for ending in endings.split()}
_ALSO = {
    # What programs write under a name that strictly means something else.
    Content.OLD_OFFICE: {Content.ARCHIVE, Content.RICH_TEXT},
    Content.FILM: {Content.SOUND},
    Content.SOUND: {Content.FILM},
}
_BY_KIND = {
    FileKind.PHOTO: {Content.PICTURE},
    FileKind.VOICE: {Content.SOUND, Content.FILM},
    FileKind.AUDIO: {Content.SOUND, Content.FILM},
    FileKind.VIDEO: {Content.FILM},
    FileKind.VIDEO_NOTE: {Content.FILM},
    FileKind.ANIMATION: {Content.FILM, Content.PICTURE},
}

PDF_HEAD_WITHIN = 1024
PDF_END_WITHIN = 2048
LOCKED_ZIP = 0x1
MOST_ENTRIES = 10_000
_OFFICE_LOCK = "EncryptedPackage".encode("utf-16-le")
_PROGRAM_ENTRY = re.compile(r"(^|/)(AndroidManifest\.xml|META-INF/MANIFEST\.MF)$")


def flaw_of(kind: FileKind, name: str | None, content: bytes, most: int = MOST_BYTES) -> Flaw | None:
    """What is wrong with a file; None: nothing that could be told without opening it. `most`: bytes that we keep.

    A sound, a film or a sticker was made by Telegram's own apps: of these only what is surely something else is
    refused. A document whose ending we don't know is taken as it is, unless it is a program.
    """
    if not content:
        return Flaw.EMPTY
    if len(content) > most:
        return beyond(most)
    found, named = content_of(content), _BY_NAME.get(_ending(name))
    if Content.PROGRAM in (found, named):
        return Flaw.PROGRAM
    if kind is FileKind.DOCUMENT:
        return _flaw_of_document(found, named, content)
    expected = _BY_KIND.get(kind)
    if expected is None or found in expected:
        return _damage(found, content)
    return Flaw.MISNAMED if found else Flaw.BROKEN if kind is FileKind.PHOTO else None


def _flaw_of_document(found: Content | None, named: Content | None, content: bytes) -> Flaw | None:
    if named is not None and found is not named and found not in _ALSO.get(named, ()):
        return Flaw.MISNAMED if found else Flaw.BROKEN
    return _damage(found, content)


def content_of(content: bytes) -> Content | None:
    """The family that the bytes show; None where they show none."""
    if b"%PDF-" in content[:PDF_HEAD_WITHIN]:
        return Content.PDF
    return next((family for at, start, family in _STARTS if content.startswith(start, at)), None)


def _damage(found: Content | None, content: bytes) -> Flaw | None:
    match found:
        case Content.PDF:
            return _damage_of_pdf(content)
        case Content.ARCHIVE:
            return _damage_of_zip(content)
        case Content.OLD_OFFICE:
            return Flaw.LOCKED if _OFFICE_LOCK in content else None
        case Content.PICTURE:
            return _damage_of_picture(content)
        case _:
            return None


def _damage_of_pdf(content: bytes) -> Flaw | None:
    if b"startxref" not in content[-PDF_END_WITHIN:] and b"%%EOF" not in content[-PDF_END_WITHIN:]:
        return Flaw.BROKEN
    return Flaw.LOCKED if needs_password(content) else None


def _damage_of_picture(content: bytes) -> Flaw | None:
    """A picture that breaks off."""
    if content.startswith(b"\xff\xd8") and b"\xff\xd9" not in content[2:]:
        return Flaw.BROKEN
    return Flaw.BROKEN if content.startswith(b"\x89PNG") and b"IEND" not in content[-64:] else None


def _damage_of_zip(content: bytes) -> Flaw | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return Flaw.BROKEN
    if any(_PROGRAM_ENTRY.search(entry.filename) for entry in entries[:MOST_ENTRIES]):
        return Flaw.PROGRAM
    return Flaw.LOCKED if any(entry.flag_bits & LOCKED_ZIP for entry in entries) else None


def _ending(name: str | None) -> str:
    return (name or "").strip().rpartition(".")[2].lower()
