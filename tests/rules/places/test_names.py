"""Name by name: today's, former and Russian names of Luhansk oblast lead where they must."""

from __future__ import annotations

import pytest

from rules.catalogue.places import OtherName
from rules.places import Found, Kind
from tests.rules.places.known import BOOK, CATALOGUE, LUHANSK_CITIES, LUHANSK_PLACES, codes, first, hits

FORMER = [
    ("Краснодон", "Сорокине", "Сорокинська"),
    ("Стаханов", "Кадіївка", "Кадіївська"),
    ("Красний Луч", "Хрустальний", "Хрустальненська"),
    ("Свердловськ", "Довжанськ", "Довжанська"),
    ("Молодогвардійськ", "Отаманівка", "Отаманівська"),
    ("Сєвєродонецьк", "Сіверськодонецьк", "Сіверськодонецька"),
    ("Новопсков", "Айдар", "Айдарська"),
    ("Первомайськ", "Сокологірськ", "Кадіївська"),
    ("Артемівськ", "Кипуче", "Алчевська"),
    ("Кіровськ", "Голубівка", "Кадіївська"),
    ("Вахрушеве", "Боково-Хрустальне", "Хрустальненська"),
    ("Петровське", "Петрово-Красносілля", "Хрустальненська"),
    ("Червонопартизанськ", "Вознесенівка", "Довжанська"),
    ("Ювілейне", "Катеринівка", "Луганська"),
    ("Фрунзе", "Сентянівка", "Кадіївська"),
    ("Чорнухине", "Чорнушине", "Алчевська"),
    ("Лотикове", "Іванівське", "Зимогір’ївська"),
    ("Бірюкове", "Криничне", "Довжанська"),
    ("Володарськ", "Ведмеже", "Довжанська"),
    ("Енгельсове", "Буран", "Отаманівська"),
    ("Сімейкине", "Сімейчине", "Отаманівська"),
    ("Єсаулівка", "Осавулівка", "Антрацитівська"),
    ("Теплогірськ", "Ірміно", "Кадіївська"),
    ("Ворошиловград", "Луганськ", "Луганська"),
    ("Комунарськ", "Алчевськ", "Алчевська"),
    ("Серго", "Кадіївка", "Кадіївська"),
    ("Кабаннє", "Красноріченське", "Красноріченська"),
    ("Нова Астрахань", "Гузіївка", "Сіверськодонецька"),
    ("Половинкине", "Толоківка", "Старобільська"),
    ("Новоастраханське", "Новослобідське", "Шульгинська"),
]
RUSSIAN = [
    ("Луганск", "Луганськ"),
    ("Лисичанск", "Лисичанськ"),
    ("Северодонецк", "Сіверськодонецьк"),
    ("Рубежное", "Рубіжне"),
    ("Счастье", "Щастя"),
    ("Станица Луганская", "Станиця Луганська"),
    ("Старобельск", "Старобільськ"),
    ("Сватово", "Сватове"),
    ("Кременная", "Кремінна"),
    ("Попасная", "Попасна"),
    ("Ровеньки", "Ровеньки"),
    ("Антрацит", "Антрацит"),
    ("Алчевск", "Алчевськ"),
    ("Коммунарск", "Алчевськ"),
    ("Перевальск", "Перевальськ"),
    ("Зоринск", "Зоринськ"),
    ("Артёмовск", "Кипуче"),
    ("Кипучее", "Кипуче"),
    ("Зимогорье", "Зимогір’я"),
    ("Кадиевка", "Кадіївка"),
    ("Алмазная", "Алмазна"),
    ("Брянка", "Брянка"),
    ("Кировск", "Голубівка"),
    ("Голубовка", "Голубівка"),
    ("Ирмино", "Ірміно"),
    ("Теплогорск", "Ірміно"),
    ("Первомайск", "Сокологірськ"),
    ("Свердловск", "Довжанськ"),
    ("Должанск", "Довжанськ"),
    ("Червонопартизанск", "Вознесенівка"),
    ("Сорокино", "Сорокине"),
    ("Суходольск", "Суходільськ"),
    ("Александровск", "Олександрівськ"),
    ("Лутугино", "Лутугине"),
    ("Молодогвардейск", "Отаманівка"),
    ("Красный Луч", "Хрустальний"),
    ("Хрустальный", "Хрустальний"),
    ("Вахрушево", "Боково-Хрустальне"),
    ("Миусинск", "Міусинськ"),
    ("Петровское", "Петрово-Красносілля"),
    ("Горское", "Гірське"),
    ("Золотое", "Золоте"),
    ("Новодружеск", "Новодружеськ"),
    ("Приволье", "Привілля"),
    ("Белокуракино", "Білокуракине"),
    ("Беловодск", "Біловодськ"),
    ("Меловое", "Мілове"),
    ("Марковка", "Марківка"),
    ("Троицкое", "Троїцьке"),
    ("Славяносербск", "Слов’яносербськ"),
    ("Чернухино", "Чорнушине"),
]
SPELT = [
    ("kbcbxfycmr", "Лисичанськ"),
    ("rhfcyjljy", "Сорокине"),
    ("ofcnz", "Щастя"),
    ("Lysychansk", "Лисичанськ"),
    ("Luhansk", "Луганськ"),
    ("Lugansk", "Луганськ"),
    ("Sievierodonetsk", "Сіверськодонецьк"),
    ("Severodonetsk", "Сіверськодонецьк"),
    ("Shchastia", "Щастя"),
    ("Лиcичанськ", "Лисичанськ"),
    ("ЛИСИЧАНСЬК", "Лисичанськ"),
    ("зимогіря", "Зимогір’я"),
    ("Зимогір`я", "Зимогір’я"),
    ("Лозно Олександрівка", "Лозно-Олександрівка"),
    ("м. Лисичанськ", "Лисичанськ"),
    ("город Лисичанск", "Лисичанськ"),
    ("смт Біловодськ", "Біловодськ"),
    ("Креміна", "Кремінна"),
    ("Лисичанськ, Луганська область", "Лисичанськ"),
    ("Луганська обл., м. Лисичанськ", "Лисичанськ"),
    ("Луганська область Лисичанськ", "Лисичанськ"),
]


@pytest.mark.parametrize(("typed", "name", "hromada"), FORMER)
def test_a_former_name_leads_to_the_place_of_today(typed: str, name: str, hromada: str) -> None:
    assert first(typed) == (name, hromada, Found.FORMER)
    assert hits(typed)[0].former is not None


@pytest.mark.parametrize(("typed", "name"), RUSSIAN)
def test_a_russian_name_leads_to_the_place(typed: str, name: str) -> None:
    found = hits(typed)[0]
    assert (found.place.name, found.place.in_luhansk) == (name, True)
    assert found.found in (Found.EXACT, Found.FORMER)


@pytest.mark.parametrize(("typed", "name"), SPELT)
def test_however_it_is_spelt(typed: str, name: str) -> None:
    assert first(typed)[0] == name


OTHERS = [other for other in CATALOGUE.places.other_names if other.code.startswith("UA44")]


def test_every_other_name_of_the_oblast_lists_its_place() -> None:
    lost = [(o.name, o.code) for o in OTHERS if not _listed(o.name, o.code)]
    assert lost == []
    assert len(OTHERS) > 900


def test_every_name_of_the_oblast_lists_its_place() -> None:
    lost = [place for place in LUHANSK_PLACES if not _listed(place.name, place.code)]
    assert lost == []
    assert len(LUHANSK_PLACES) == 37 + 211 + 678 + 37


def _listed(name: str, code: str) -> bool:
    """Whether the place stands in the list, at the latest when its hromada is named beside it."""
    place = BOOK.get(code)
    assert place is not None
    same = {(hit.place.name, hit.place.hromada) for hit in (*hits(name), *hits(f"{name}, {place.hromada} громада"))}
    return (place.name, place.hromada) in same


def test_no_city_of_the_oblast_has_a_russian_name_that_is_only_guessed() -> None:
    """Each of them may be typed in Russian and is found at once, by a name or by a spelling that is as good."""
    known = {name for _, name in RUSSIAN} | {name for _, name, _ in FORMER}
    assert {city.name for city in LUHANSK_CITIES} - known == set()


def test_the_measured_trap_krasnodon_is_never_krasnorichenska() -> None:
    assert {hit.place.hromada for hit in hits("Краснодон")} == {"Сорокинська"}
    assert {hit.place.name for hit in hits("Краснодон")} == {"Сорокине", "Тепле"}
    for typed in ("краснодан", "Краснодин", "краснадон", "Карснодон"):
        assert first(typed)[1:] == ("Сорокинська", Found.FUZZY)
        assert not hits(typed)[0].sure


def test_only_a_name_that_is_known_for_sure_needs_no_question() -> None:
    assert hits("Лисичанськ")[0].sure
    assert hits("Стаханов")[0].sure
    assert not hits("Комунарськ")[0].sure
    assert not hits("Лисичанскь".replace("ч", "щ"))[0].sure


def test_places_of_one_name_are_told_apart_cities_and_then_the_own_oblast_first() -> None:
    found = hits("Первомайськ")
    assert [(hit.place.name, hit.place.oblast) for hit in found[:4]] == [
        ("Сокологірськ", "Луганська"),
        ("Первомайськ", "Миколаївська"),
        ("Попівка", "Луганська"),
        ("Травневе", "Луганська"),
    ]
    assert [hit.place.oblast for hit in hits("Полтава")] == ["Полтавська", "Луганська", "Харківська"]
    assert len({(hit.place.name, hit.place.hromada_code) for hit in found}) == len(found)


def test_what_stands_beside_the_name_narrows_the_list() -> None:
    everywhere = {hit.place.oblast for hit in hits("Іванівка")}
    assert "Луганська" in everywhere
    assert {hit.place.oblast for hit in hits("Іванівка, Полтавська область")} == {"Полтавська"}
    assert {hit.place.oblast for hit in hits("Іванівка Полтавська область")} == {"Полтавська"}
    assert {hit.place.oblast for hit in hits("Первомайськ Луганська")} == {"Луганська"}


def test_a_hromada_can_be_named_as_such() -> None:
    for typed in ("Лисичанська громада", "Лисичанська", "Лисичанська ТГ"):
        found = hits(typed)[0].place
        assert (found.kind, found.hromada) == (Kind.HROMADA, "Лисичанська")
    assert hits("Новопсковська громада")[0].place.hromada == "Айдарська"


def test_the_special_cities_and_those_without_a_hromada_are_places_too() -> None:
    kyiv = hits("Київ")[0].place
    assert (kyiv.kind, kyiv.oblast_code, kyiv.hromada) == (Kind.SPECIAL_CITY, "80", None)
    assert hits("Прип’ять")[0].place.hromada is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Харьков", "Харків"),
        ("Запорожье", "Запоріжжя"),
        ("Новомосковськ", "Самар"),
        ("Кировоград", "Кропивницький"),
        ("Днепропетровск", "Дніпро"),
    ],
)
def test_cities_elsewhere_are_found_in_russian_and_by_former_names(typed: str, name: str) -> None:
    assert name in {hit.place.name for hit in hits(typed)}


def test_codes_of_hromadas_stand_in_both_files_with_one_name() -> None:
    for hromada in CATALOGUE.hromadas.values():
        place = BOOK.get(hromada.code)
        assert place is not None
        assert (place.name, place.raion) == (hromada.name, hromada.raion)
    ours = {place.code for place in LUHANSK_PLACES if place.kind is Kind.HROMADA}
    assert ours == set(CATALOGUE.hromadas)


def test_the_aliases_of_a_hromada_lead_into_it() -> None:
    for hromada in CATALOGUE.hromadas.values():
        for alias in hromada.aliases:
            assert hromada.code in {hit.place.hromada_code for hit in hits(alias)}, alias


def test_a_hromada_and_its_towns_are_offered_by_their_codes() -> None:
    assert "UA44040030010012509" in codes("Краснодон")
    assert BOOK.get("UA44040000000032820") is None
    assert BOOK.get("UA00000000000000000") is None


def test_every_other_name_says_where_it_was_read() -> None:
    sources = {other.source for other in CATALOGUE.places.other_names}
    assert sources == {
        "KATOTTG 19.01.2024 – 07.07.2026",
        "KOATUU 15.07.2015 – 30.11.2016",
        "GeoNames",
        "by the rules of spelling",
        "general knowledge",
    }
    unsure: list[OtherName] = [other for other in OTHERS if not other.sure]
    assert {other.source for other in unsure} == {
        "KOATUU 15.07.2015 – 30.11.2016",
        "by the rules of spelling",
        "general knowledge",
    }
