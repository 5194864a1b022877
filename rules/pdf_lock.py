"""Does a PDF open without a password? Many are encrypted only to forbid changes, and open for everybody.

The check of the empty user password is that of ISO 32000-1 (7.6.3) and, for revisions 5 and 6, of ISO 32000-2 (7.6.4).
"""

from __future__ import annotations

import hashlib
import re

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ENCRYPT = re.compile(rb"/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|<<)")
_NUMBER = rb"/%s\s+(-?\d+)"
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
OLDEST_OF_2020 = 5
HASHED_PLAINLY = 5


def needs_password(content: bytes) -> bool:
    """Whether the file asks for a password; where that can't be told, it is taken to ask for one."""
    found = list(_ENCRYPT.finditer(content))
    if not found:
        return False
    try:
        return not _opens(content, _dictionary(content, found[-1]))
    except (ValueError, IndexError, OverflowError):
        return True


def _dictionary(content: bytes, found: re.Match[bytes]) -> bytes:
    """The part of the file in which the lock is described."""
    if found[1] is None:
        start = found.end()
    else:
        place = re.search(rb"(?<!\d)%s\s+%s\s+obj" % (found[1], found[2]), content)
        if place is None:
            raise ValueError("the lock is described inside of a compressed stream")
        start = place.end()
    end = content.find(b"endobj", start)
    return content[start : end if end > 0 else start + 4096]


def _opens(content: bytes, lock: bytes) -> bool:
    if re.search(rb"/Filter\s*/Standard", lock) is None:
        return False
    revision, user = _number(lock, b"R"), _string(lock, b"U")
    if revision >= OLDEST_OF_2020:
        return _opens_since_2008(revision, user)
    key = _key(content, lock, revision)
    if revision == 2:
        return _rc4(key, _PADDING) == user[:32]
    check = hashlib.md5(_PADDING + _file_id(content), usedforsecurity=False).digest()
    for turn in range(20):
        check = _rc4(bytes(byte ^ turn for byte in key), check)
    return check == user[:16]


def _key(content: bytes, lock: bytes, revision: int) -> bytes:
    length = 5 if revision == 2 else _length(lock)
    rights = (_number(lock, b"P") & 0xFFFFFFFF).to_bytes(4, "little")
    seed = _PADDING + _string(lock, b"O")[:32] + rights + _file_id(content)
    if revision >= 4 and re.search(rb"/EncryptMetadata\s+false", lock):
        seed += b"\xff\xff\xff\xff"
    key = hashlib.md5(seed, usedforsecurity=False).digest()
    for _ in range(50 if revision > 2 else 0):
        key = hashlib.md5(key[:length], usedforsecurity=False).digest()
    return key[:length]


def _length(lock: bytes) -> int:
    """Bytes of the key; a crypt filter may count in bytes where the standard counts in bits."""
    if _number(lock, b"V") >= 4:
        return 16
    found = re.search(_NUMBER % b"Length", lock)
    return int(found[1]) // 8 if found else 5


def _opens_since_2008(revision: int, user: bytes) -> bool:
    if revision != HASHED_PLAINLY:
        # Revision 6 hashes with AES in between; who locks so lately mostly means it.
        return False
    return hashlib.sha256(user[32:40]).digest() == user[:32]


def _file_id(content: bytes) -> bytes:
    found = re.search(rb"/ID\s*\[\s*(?=[(<])", content)
    return _text_at(content, found.end()) if found else b""


def _number(lock: bytes, name: bytes) -> int:
    found = re.search(_NUMBER % name, lock)
    if found is None:
        raise ValueError("the lock lacks a number")
    return int(found[1])


def _string(lock: bytes, name: bytes) -> bytes:
    found = re.search(rb"/%s\s*(?=[(<])" % name, lock)
    if found is None:
        raise ValueError("the lock lacks a text")
    return _text_at(lock, found.end())


def _text_at(content: bytes, at: int) -> bytes:
    """A text of PDF that begins here: `<hex>` or `(bytes with escapes)`."""
    if content[at : at + 1] == b"<":
        return bytes.fromhex(content[at + 1 : content.index(b">", at)].decode("ascii"))
    text, depth, position = bytearray(), 1, at + 1
    while depth:
        byte = content[position : position + 1]
        position += 1
        if byte == b"\\":
            piece, position = _escaped(content, position)
            text += piece
            continue
        if not byte:
            raise ValueError("a text without an end")
        depth += {b"(": 1, b")": -1}.get(byte, 0)
        if depth:
            text += byte
    return bytes(text)


def _escaped(content: bytes, at: int) -> tuple[bytes, int]:
    octal = re.compile(rb"[0-7]{1,3}").match(content, at)
    if octal:
        return bytes([int(octal[0], 8) & 0xFF]), octal.end()
    byte = content[at : at + 1]
    if byte in b"\r\n":
        return b"", at + (2 if content[at : at + 2] == b"\r\n" else 1)
    return _ESCAPES.get(byte, byte), at + 1


def _rc4(key: bytes, text: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 0xFF
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in text:
        i = (i + 1) & 0xFF
        j = (j + state[i]) & 0xFF
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 0xFF])
    return bytes(out)
