"""Files that the bot sends and fetches."""

import io

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto

from simulator.attached import media_of
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


@pytest.mark.parametrize("kind", ["voice", "video", "video_note", "audio", "animation", "sticker"])
async def test_every_kind_is_sent_by_content_and_by_number_but_not_as_another(
    desk: Desk, refused: Refused, kind: str
) -> None:
    person = await desk.beneficiary()
    send = getattr(desk.bot, f"send_{kind}")
    sent = getattr(await send(person, BufferedInputFile(b"content", "a.bin")), kind)
    again = getattr(await send(person, sent.file_id), kind)
    assert again.file_id == sent.file_id
    with refused(TelegramBadRequest, f"Bad Request: can't use file of type {kind.title()} as Document"):
        await desk.bot.send_document(person, sent.file_id)


async def test_an_album_is_one_group_of_messages_in_order(desk: Desk, refused: Refused) -> None:
    person = await desk.beneficiary()
    media = [InputMediaPhoto(media=BufferedInputFile(b"picture", f"{word}.jpg"), caption=word) for word in "абв"]
    sent = await desk.bot.send_media_group(person, list(media))
    assert [each.caption for each in sent] == ["а", "б", "в"]
    assert len({each.media_group_id for each in sent}) == 1
    with refused(TelegramBadRequest, "Bad Request: there must be from 2 to 10 media in the album"):
        await desk.bot.send_media_group(person, [media[0]])
    document = InputMediaDocument(media=BufferedInputFile(b"words", "a.txt"))
    with refused(TelegramBadRequest, "Bad Request: media of these types can't be mixed in an album"):
        await desk.bot.send_media_group(person, [media[0], document])


async def test_places_and_contacts_are_sent(desk: Desk) -> None:
    person = await desk.beneficiary()
    place = await desk.bot.send_location(person, 48.9, 38.4)
    assert place.location is not None
    assert (place.location.latitude, place.location.longitude) == (48.9, 38.4)
    venue = await desk.bot.send_venue(person, 48.9, 38.4, "Гуртожиток", "вулиця Миру, 3")
    assert venue.venue is not None
    assert venue.venue.title == "Гуртожиток"
    contact = await desk.bot.send_contact(person, "+380501112233", "Петро")
    assert contact.contact is not None
    assert contact.contact.first_name == "Петро"


async def test_a_persons_album_comes_as_an_update_for_each_item(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    items = [{"media": media_of("photo", b"picture"), "caption": word} for word in ("дах", "стіна")]
    await desk.people.send_album(person, person, items)
    messages = [update.message for update in await desk.updates()]
    assert [each.caption for each in messages if each] == ["дах", "стіна"]
    assert len({each.media_group_id for each in messages if each}) == 1


async def test_a_file_keeps_its_name_when_it_is_sent_again(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_document(person, BufferedInputFile(b"words", "довідка.txt"))
    assert sent.document is not None
    again = await desk.bot.send_document(person, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_name == "довідка.txt"
