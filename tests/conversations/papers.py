"""Files as people have them: small, but whole, so that what looks at their first and last bytes is content."""

from __future__ import annotations

from typing import Any

from simulator.attached import media_of

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"picture" * 40 + b"\xff\xd9"
OGG = b"OggS\x00\x02" + b"sound" * 40
MP4 = b"\x00\x00\x00\x18ftypmp42" + b"film" * 40
MP3 = b"ID3\x04" + b"song" * 40
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8 " + b"face" * 10
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n"
LOCKED_PDF = PDF.replace(b"startxref", b"trailer << /Encrypt << /Filter /Other.Handler >> >>\nstartxref").replace(
    b"/Filter /Other.Handler", b"/Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4"
)
PROGRAM = b"MZ\x90\x00" + b"\x00" * 60
LARGE = 21 * 1024 * 1024


def photo(content: bytes = JPEG) -> dict[str, Any]:
    """A picture."""
    return media_of("photo", content, "photo.jpg")


def voice(seconds: int = 42) -> dict[str, Any]:
    """A voice message."""
    return media_of("voice", OGG, "voice.ogg", duration=seconds)


def document(name: str = "довідка.pdf", content: bytes = PDF, **more: Any) -> dict[str, Any]:
    """A file with a name."""
    return media_of("document", content, name, **more)


EVERY_KIND = {
    "photo": photo(),
    "document": document(),
    "voice": voice(),
    "video": media_of("video", MP4, "film.mp4", duration=12),
    "video_note": media_of("video_note", MP4, "note.mp4", duration=7),
    "audio": media_of("audio", MP3, "song.mp3", duration=185),
    "animation": media_of("animation", MP4, "cat.mp4"),
    "sticker": media_of("sticker", WEBP, "face.webp"),
}
"""What can be attached, by Telegram's name for it."""
