"""Files that the bot sends and fetches."""

import io

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile

from tests.simulator.conftest import TOKEN, Desk, Refused


async def test_a_sent_document_can_be_fetched_again(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_document(
        person, BufferedInputFile("список".encode(), "список.txt"), caption="<b>Документи</b>", parse_mode="HTML"
    )
    assert sent.caption == "Документи"
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type, sent.document.file_size) == (
        "список.txt",
        "text/plain",
        12,
    )
    fetched = await desk.bot.download(sent.document, io.BytesIO())
    assert fetched is not None
    assert fetched.read() == "список".encode()


async def test_a_picture_has_sizes_and_can_be_sent_again_by_its_id(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_photo(person, BufferedInputFile(b"picture", "a.jpg"))
    assert sent.photo is not None
    again = await desk.bot.send_photo(person, sent.photo[-1].file_id)
    assert again.photo is not None
    assert again.photo[-1].file_id == sent.photo[-1].file_id


async def test_a_persons_file_reaches_the_bot(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    await desk.people.send_file(person, person, "voice", b"voice", name="voice.ogg")
    message = (await desk.updates())[0].message
    assert message is not None
    assert message.voice is not None
    file = await desk.bot.get_file(message.voice.file_id)
    assert file.file_size == 5
    assert file.file_path is not None
    async with desk.http.get(f"{desk.sim.url}/file/bot{TOKEN}/{file.file_path}") as response:
        assert await response.read() == b"voice"


async def test_files_need_the_token_and_an_existing_path(desk: Desk) -> None:
    for path in (f"bot{TOKEN}/files/file_9.bin", "bot1:WRONG/files/file_1.bin"):
        async with desk.http.get(f"{desk.sim.url}/file/{path}") as response:
            assert response.status == 404


async def test_a_file_over_20_mb_cannot_be_fetched(desk: Desk, refused: Refused) -> None:
    person = await desk.people.user("Олена")
    for size in (20 * 1024 * 1024, 20 * 1024 * 1024 + 1):
        await desk.people.write(person, person, media={"kind": "video", "name": "v.mp4", "size": size})
    fits, too_big = (update.message for update in await desk.updates())
    assert fits is not None
    assert fits.video is not None
    assert (await desk.bot.get_file(fits.video.file_id)).file_size == 20 * 1024 * 1024
    assert too_big is not None
    assert too_big.video is not None
    with refused(TelegramBadRequest, "Bad Request: file is too big"):
        await desk.bot.get_file(too_big.video.file_id)


async def test_unknown_and_empty_files_are_refused(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    with refused(TelegramBadRequest, "Bad Request: wrong file identifier/HTTP URL specified"):
        await desk.bot.send_document(person, "4711")
    with refused(TelegramBadRequest, "Bad Request: invalid file_id"):
        await desk.bot.get_file("4711")
    with refused(TelegramBadRequest, "Bad Request: file must be non-empty"):
        await desk.bot.send_document(person, BufferedInputFile(b"", "a.txt"))


async def test_a_caption_has_at_most_1024_units(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    with refused(TelegramBadRequest, "Bad Request: message caption is too long"):
        await desk.bot.send_document(person, BufferedInputFile(b"x", "a.txt"), caption="👍" * 513)
    fits = await desk.bot.send_document(person, BufferedInputFile(b"x", "a.txt"), caption="👍" * 512)
    assert fits.caption == "👍" * 512
