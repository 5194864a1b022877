"""What a person takes away holds their files, too."""

from __future__ import annotations

import io
import zipfile

from simulator.seen import Shown
from tests.conversations.papers import EVERY_KIND, JPEG, OGG, PDF, document, photo, voice
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_own_data import EXPORT, privacy
from tests.conversations.words import label, piece

TAKEN = piece("letter-own-data-files")


def archive(stage: Stage, shown: Shown) -> dict[str, bytes]:
    sent = stage.simulator.world.files[shown.message["document"]["file_id"]]
    with zipfile.ZipFile(io.BytesIO(sent.read())) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


async def takes_away(person: Talker) -> Shown:
    await privacy(person)
    await person.press(EXPORT)
    return await person.sees(TAKEN)


async def test_the_archive_holds_the_page_and_every_file_of_both_sides(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(document("моя ../довідка.pdf"), caption="ось довідка")
    await olena.attaches(voice())
    await stage.people.write(olena.id, olena.id, location={"latitude": 48.57, "longitude": 39.31})
    await stage.iryna.attaches_in(thread, photo(), to="Потрібні дрова")
    await stage.settled()
    shown = await takes_away(olena)
    assert shown.message["document"]["file_name"].endswith(".zip")
    inside = archive(stage, shown)
    page = next(content.decode() for name, content in inside.items() if name.endswith(".html"))
    files = {name: content for name, content in inside.items() if name.startswith("files/")}
    assert sorted(files.values()) == sorted([PDF, OGG, JPEG])
    assert all(".." not in name.split("/") and name.count("/") == 1 for name in files)
    assert any(name.endswith("довідка.pdf") for name in files)
    assert page.count('href="files/') == 3
    assert "ось довідка" in page
    assert "48.57" in page


async def test_many_files_come_in_several_parts(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    large = EVERY_KIND["video"] | {"content_base64": None, "size": 11 * 1024 * 1024}
    del large["content_base64"]
    for _ in range(2):
        await olena.attaches(large)
    await stage.settled()
    first = await takes_away(olena)
    assert piece("letter-own-data-parts") in first.text
    second = await olena.sees(piece("letter-own-files"))
    names = [list(archive(stage, each)) for each in (first, second)]
    assert [len(each) for each in names] == [2, 1]
    assert len({name for each in names for name in each}) == 3


async def test_erasing_says_how_many_files_go_and_leaves_none(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(document())
    await stage.iryna.attaches_in(thread, photo(), to="Потрібні дрова")
    await stage.settled()
    await privacy(olena)
    await olena.press(label("button-erase-ask"))
    asks = await olena.waits(lambda each: offers(each, label("button-erase")), "the question")
    assert "Файлів: 2" in asks.text
    assert await stage.count("SELECT count(*) FROM file_chunks") == 2
    await olena.press(label("button-erase"))
    await olena.sees(piece("screen-erased"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM files") == 0
    assert await stage.count("SELECT count(*) FROM file_chunks") == 0
