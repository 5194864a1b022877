"""Is a file what it says: told from its bytes."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.file_contents import Content, content_of, flaw_of
from rules.files import MOST_BYTES, FileKind, Flaw, may_stand_together
from rules.pdf_lock import _PADDING, _rc4, needs_password

JPEG = b"\xff\xd8\xff\xe0" + b"picture" * 9 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 9 + b"IEND\xaeB`\x82"
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
OGG = b"OggS" + bytes(40)
MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(40)
WORDS = "просто слова".encode()


def zipped(*names: str, locked: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            # Of a fixed date: the names of the tests are made of these bytes.
            archive.writestr(zipfile.ZipInfo(name), "x")
    content = made.getvalue()
    if locked:
        at = content.index(b"PK\x01\x02") + 8
        content = content[:at] + b"\x01" + content[at + 1 :]
    return content


DOCX = zipped("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("name", "content", "flaw"),
    [
        ("довідка.pdf", PDF, None),
        ("довідка.PDF", PDF, None),
        ("довідка.pdf", b"", Flaw.EMPTY),
        ("довідка.pdf", bytes(MOST_BYTES + 1), Flaw.TOO_LARGE),
        ("довідка.pdf", PDF[:40], Flaw.BROKEN),
        ("довідка.pdf", WORDS, Flaw.BROKEN),
        ("довідка.pdf", JPEG, Flaw.MISNAMED),
        ("довідка.pdf", b"MZ" + bytes(90), Flaw.PROGRAM),
        ("фото.jpg", JPEG, None),
        ("фото.jpg", PNG, None),
        ("фото.jpg", JPEG[:-2], Flaw.BROKEN),
        ("фото.png", PNG[:-20], Flaw.BROKEN),
        ("фото.jpg", PDF, Flaw.MISNAMED),
        ("фото.heic", b"\x00\x00\x00\x18ftypheic" + bytes(9), None),
        ("заява.docx", DOCX, None),
        ("заява.docx", DOCX[:60], Flaw.BROKEN),
        ("заява.docx", OLE, Flaw.MISNAMED),
        ("заява.doc", OLE, None),
        ("заява.doc", DOCX, None),
        ("заява.doc", b"{\\rtf1 x}", None),
        ("заява.doc", OLE + "EncryptedPackage".encode("utf-16-le"), Flaw.LOCKED),
        ("усе.zip", zipped("a.txt"), None),
        ("усе.zip", zipped("a.txt", locked=True), Flaw.LOCKED),
        ("усе.zip", zipped("AndroidManifest.xml"), Flaw.PROGRAM),
        ("усе.zip", zipped("META-INF/MANIFEST.MF"), Flaw.PROGRAM),
        ("гра.apk", zipped("a.txt"), Flaw.PROGRAM),
        ("рахунок.exe", WORDS, Flaw.PROGRAM),
        ("рахунок.pdf.exe", PDF, Flaw.PROGRAM),
        ("рахунок", b"\x7fELF" + bytes(90), Flaw.PROGRAM),
        ("нотатки.txt", b"#!/bin/sh\nrm", Flaw.PROGRAM),
        ("нотатки.txt", WORDS, None),
        ("підпис.p7s", b"0\x82\x01", None),
        (None, WORDS, None),
    ],
)
def test_a_document_is_taken_or_refused(name: str | None, content: bytes, flaw: Flaw | None) -> None:
    assert flaw_of(FileKind.DOCUMENT, name, content) is flaw


@pytest.mark.parametrize(
    ("kind", "content", "flaw"),
    [
        (FileKind.PHOTO, JPEG, None),
        (FileKind.PHOTO, JPEG[:-2], Flaw.BROKEN),
        (FileKind.PHOTO, WORDS, Flaw.BROKEN),
        (FileKind.PHOTO, PDF, Flaw.MISNAMED),
        (FileKind.VOICE, OGG, None),
        (FileKind.VOICE, WORDS, None),
        (FileKind.VOICE, PDF, Flaw.MISNAMED),
        (FileKind.VIDEO, MP4, None),
        (FileKind.VIDEO_NOTE, MP4, None),
        (FileKind.ANIMATION, MP4, None),
        (FileKind.ANIMATION, b"GIF89a" + bytes(9), None),
        (FileKind.AUDIO, b"ID3" + bytes(9), None),
        (FileKind.STICKER, b"\x1f\x8b" + bytes(9), None),
        (FileKind.VIDEO, b"MZ" + bytes(9), Flaw.PROGRAM),
        *((kind, b"", Flaw.EMPTY) for kind in FileKind),
    ],
)
def test_what_telegrams_apps_made_is_refused_only_where_it_is_surely_something_else(
    kind: FileKind, content: bytes, flaw: Flaw | None
) -> None:
    assert flaw_of(kind, None, content) is flaw


@given(st.binary(max_size=400), st.sampled_from(FileKind), st.text(max_size=20))
def test_no_bytes_and_no_name_are_an_error(content: bytes, kind: FileKind, name: str) -> None:
    assert flaw_of(kind, name, content) in {None, *Flaw}


@given(st.binary(max_size=300))
def test_no_lock_of_a_pdf_is_an_error(lock: bytes) -> None:
    content = PDF.replace(b"startxref", b"trailer << /Encrypt << /Filter /Standard " + lock + b" >> >>\nstartxref")
    assert needs_password(content) in {True, False}


def locked_pdf(password: bytes, revision: int) -> bytes:
    """A PDF locked with this user password, as the standard (7.6.3) says."""
    owner, rights, file_id = b"o" * 32, -44, b"0123456789abcdef"
    length = 5 if revision == 2 else 16
    padded = (password + _PADDING)[:32]
    seed = padded + owner + (rights & 0xFFFFFFFF).to_bytes(4, "little") + file_id
    key = hashlib.md5(seed, usedforsecurity=False).digest()
    for _ in range(50 if revision > 2 else 0):
        key = hashlib.md5(key[:length], usedforsecurity=False).digest()
    key = key[:length]
    if revision == 2:
        user = _rc4(key, _PADDING)
    else:
        user = hashlib.md5(_PADDING + file_id, usedforsecurity=False).digest()
        for turn in range(20):
            user = _rc4(bytes(byte ^ turn for byte in key), user)
        user += bytes(16)
    lock = (
        f"<< /Filter /Standard /V {1 if revision == 2 else 2} /R {revision} /Length {length * 8} "
        f"/O <{owner.hex()}> /U <{user.hex()}> /P {rights} >>"
    )
    trailer = f"5 0 obj\n{lock}\nendobj\ntrailer << /Encrypt 5 0 R /ID [<{file_id.hex()}> <00>] >>\n"
    return PDF.replace(b"startxref", trailer.encode() + b"startxref")


@pytest.mark.parametrize("revision", [2, 3])
def test_a_pdf_that_only_forbids_changes_is_taken_and_one_with_a_password_is_not(revision: int) -> None:
    assert flaw_of(FileKind.DOCUMENT, "a.pdf", locked_pdf(b"", revision)) is None
    assert flaw_of(FileKind.DOCUMENT, "a.pdf", locked_pdf("таємно".encode(), revision)) is Flaw.LOCKED


def test_the_cipher_is_the_one_of_the_standard() -> None:
    assert _rc4(b"Key", b"Plaintext").hex() == "bbf316e8d940af0ad3"


def test_a_lock_that_cannot_be_read_asks_for_a_password() -> None:
    assert needs_password(PDF + b"trailer << /Encrypt 99 0 R >>")


@pytest.mark.parametrize(
    ("content", "family"),
    [(JPEG, Content.PICTURE), (PDF, Content.PDF), (b"\xef\xbb\xbf" + PDF, Content.PDF), (WORDS, None), (b"", None)],
)
def test_families_are_told_by_the_first_bytes(content: bytes, family: Content | None) -> None:
    assert content_of(content) is family


@pytest.mark.parametrize(
    ("kinds", "together"),
    [
        ({FileKind.PHOTO, FileKind.VIDEO}, True),
        ({FileKind.DOCUMENT}, True),
        ({FileKind.AUDIO}, True),
        ({FileKind.DOCUMENT, FileKind.PHOTO}, False),
        ({FileKind.VOICE}, False),
    ],
)
def test_albums_are_of_one_sort(kinds: set[FileKind], together: bool) -> None:
    assert may_stand_together(frozenset(kinds)) is together
