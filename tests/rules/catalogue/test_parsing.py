"""What is wrong in a catalogue is said with file, entry and field."""

import re

import pytest

from bot.catalogue import SHIPPED
from rules.catalogue import FILES, Catalogue, CatalogueError, parse

TEXTS = {name: (SHIPPED / name).read_text(encoding="utf-8") for name in FILES}


def changed(file: str, old: str, new: str) -> Catalogue:
    assert old in TEXTS[file], "the test's own text is gone from the shipped file"
    return parse(TEXTS | {file: TEXTS[file].replace(old, new, 1)})


FAULTS = [
    # file, what stands there, what is put instead, entry, field, a part of the problem
    ("organisations.toml", 'prefix = "LUH"', 'prefix = "luh"', "luhansk", "prefix", "Latin capitals"),
    ("organisations.toml", 'slug = "luhansk"', 'slug = "Луганськ"', "Луганськ", "slug", "small Latin letters"),
    ("organisations.toml", "Europe/Kyiv", "Europe/Luhansk", "luhansk", "hours.zone", "time zone"),
    ("organisations.toml", "9:00-16:45", "9:00", "luhansk", "hours.friday", "hours like"),
    ("organisations.toml", "9:00-16:45", "16:45-9:00", "luhansk", "hours.friday", "hours like"),
    ("organisations.toml", "9:00-16:45", "9:00-25:00", "luhansk", "hours.friday", "hours like"),
    ("organisations.toml", '["9:00-16:45"]', '["9:00-13:00", "12:00-16:00"]', "luhansk", "hours", "overlap"),
    ("organisations.toml", "days_off = []", 'days_off = ["2026-01-01"]', "luhansk", "hours.days_off", "dates"),
    (
        "organisations.toml",
        '\nphone_evidence = "OPEN"',
        '\nphone_evidence = "sure"',
        "luhansk",
        "phone_evidence",
        "not one",
    ),
    ("organisations.toml", "[[organisation]]", "[[organization]]", "", "organisation", "is missing"),
    ("services.toml", 'group = "advice"', 'group = "advise"', "inform", "group", "no [[group]]"),
    ("services.toml", "sensitive = true", "sensitive = false", "integration", "sensitive", "personal"),
    ("services.toml", "sensitive = true", 'sensitive = "yes"', "integration", "sensitive", "true or false"),
    ("services.toml", 'slug = "consult"', 'slug = "inform"', "inform", "slug", "twice"),
    ("services.toml", 'slug = "own-words"', 'slug = "other-words"', "own-words", "slug", "is missing"),
    ("services.toml", 'official_code = "001.0"', 'oficial_code = "001.0"', "inform", "oficial_code", "misspelt"),
    ("services.toml", 'slug = "inform"', "", "service 2", "slug", "is missing"),
    ("services.toml", 'en = "A specialist’s advice"', 'ru = "x"', "consult", "name.en", "is missing"),
    ("services.toml", 'en = "A specialist’s advice"', 'en = " "', "consult", "name.en", "empty"),
    ("services.toml", 'en = "A specialist’s advice"', 'en = "x", ru = "x"', "consult", "name.ru", "misspelt"),
    ("services.toml", 'official_code = "001.0"', "official_code = 1.0", "inform", "official_code", "text in quotes"),
    ("intake_kinds.toml", 'law = "SS_DECIDE"', 'law = "SS_DREAM"', "application", "law", "not in deadlines"),
    ("intake_kinds.toml", 'slug = "call"', 'slug = "ring"', "call", "slug", "is missing"),
    ("intake_kinds.toml", 'check = "CHECK_OTHERS"', "", "passed-on", "check", "together with decides"),
    ("intake_kinds.toml", 'check = "CHECK_OTHERS"', 'check = "NEVER"', "passed-on", "check", "not in deadlines"),
    (
        "intake_kinds.toml",
        'check = "CHECK_OTHERS"',
        'check = "CHECK_OTHERS"\nlaw = "AP_STD"',
        "passed-on",
        "law",
        "somebody else decides",
    ),
    ("audiences.toml", "from_age = 7", "from_age = 8", "age-7-17", "from_age", "follow each other"),
    (
        "audiences.toml",
        "from_age = 7\nto_age = 17",
        "from_age = true\nto_age = 17",
        "age-7-17",
        "from_age",
        "whole number",
    ),
    ("audiences.toml", "from_age = 70", "from_age = 70\nto_age = 99", "", "to_age", "open to the top"),
    ("audiences.toml", "[[category]]", "[[categorie]]", "", "categorie", "misspelt"),
    ("hotlines.toml", "verified_on = 2026-01-09", 'verified_on = "2026-01-09"', "112", "verified_on", "a date"),
    ("hotlines.toml", "verified_on = 2026-01-09", "verified_on = 2026-01-09T10:00:00", "112", "verified_on", "a date"),
    ("hotlines.toml", 'source = "the', 'sauce = "the', "112", "source", "is missing"),
    ("deadlines.toml", 'id = "CHECK_OTHERS"', 'id = "CHECK_US"', "CHECK_OTHERS", "id", "is missing"),
    ("deadlines.toml", 'unit = "working_days"', 'unit = "weeks"', "SS_ASSESS", "unit", "not one of clock_hours"),
    ("deadlines.toml", "amount = 5", "amount = 0", "SS_ASSESS", "amount", "1 at least"),
    ("deadlines.toml", "amount = 5", "amount = 5.5", "SS_ASSESS", "amount", "whole number"),
    ("deadlines.toml", 'id = "BOT_FIRST_REPLY"', 'id = "BOT_REPLY"', "BOT_FIRST_REPLY", "id", "is missing"),
    ("deadlines.toml", 'id = "SS_NOTIFY"', 'id = "SS_DECIDE"', "SS_DECIDE", "valid_from", "two versions"),
    (
        "deadlines.toml",
        "valid_from = 2024-06-13",
        "valid_from = 2024-06-13\nvalid_to = 2024-06-12",
        "SS_ASSESS_ACT",
        "valid_to",
        "before",
    ),
    ("danger_words.toml", '"самогуб*"', '"са*"', "са*", "phrases", "too short"),
    ("danger_words.toml", '"самогуб*"', "7", "", "phrases", "texts in quotes"),
    ("danger_words.toml", "innocent =", "inocent =", "", "inocent", "misspelt"),
    ("thanks_words.toml", "thanks = [", "tanks = [", "", "tanks", "misspelt"),
    ("thanks_words.toml", '"дякуємо", ', "7, ", "", "thanks", "texts in quotes"),
    ("purposes.toml", 'evidence = "S"', 'evidence = "X"', "help", "evidence", "not one of"),
    ("purposes.toml", "ground = {", "grund = {", "help", "ground", "is missing"),
    ("retention.toml", 'slug = "complaint"', 'slug = "complaints"', "complaint", "slug", "is missing"),
    ("retention.toml", "days = 366", "days = 0", "file", "days", "1 at least"),
    ("retention.toml", 'slug = "draft"', 'slug = "drafts"', "draft", "slug", "is missing"),
    ("hromadas.csv", "code,name", "name,code", "", "", "first line"),
    ("hromadas.csv", "UA44020010000067642,", "UA4402001000006764,", "UA4402001000006764", "code", "a code like"),
    ("hromadas.csv", "UA44020010000067642,", ",", "line 2", "code", "is empty"),
    (
        "hromadas.csv",
        "Алчевський,OBLAST_170,\n",
        "Алчевський,OBLAST_170\n",
        "UA44020010000067642",
        "",
        "as many values",
    ),
    (
        "hromadas.csv",
        "Алчевський,OBLAST_170,\n",
        "Алчевський,OBLAST_170,,x\n",
        "UA44020010000067642",
        "",
        "as many values",
    ),
    (
        "hromadas.csv",
        "Алчевський,OBLAST_170,\n",
        "Алчевський,OBLAST,\n",
        "UA44020010000067642",
        "recreation_route",
        "not one of",
    ),
    ("hromadas.csv", "UA44020030000055937", "UA44020010000067642", "UA44020010000067642", "code", "twice"),
    ("recreation.toml", 'code = "C05"', 'code = "C95"', "C95", "code", "is no [[category]]"),
    ("recreation.toml", 'kind = "rest"', 'kind = "health"', "", "stay", "twice"),
    ("recreation.toml", "least_days = 21", "least_days = 22", "oblast-170", "", "stay-short"),
    ("recreation.toml", "form-079 departure", "form-079 need", "oblast-170", "", "health-early"),
    ("recreation.toml", 'closes = "03-06"', 'closes = "03-36"', "", "template 1.closes", "not a month and a day"),
    ("recreation.toml", '"C01 10 category"', '"C01 heavy"', "oblast-170", "", "line 1"),
    ("countries.toml", 'code = "ZZ"', 'code = "YY"', "ZZ", "code", "is missing"),
    ("countries.toml", "[[country]]", "[[land]]", "", "land", "misspelt"),
    ("places.csv", "code,kind,name", "code,name,kind", "", "", "first line"),
    ("other_names.csv", "code,name", "name,code", "", "", "first line"),
    ("other_names.csv", "Краснодон,former,", "Краснодон,forma,", "UA44040030010012509 Краснодон", "kind", "not one of"),
    ("other_names.csv", "30.11.2016,S\n", "30.11.2016\n", "UA12020010010037010 Дніпропетровськ", "", "as many values"),
]
PLACES_FAULTS = [
    ("places.csv", "UA44040030010012509,M", "UA44040030010012509,B", "UA44040030010012509", "kind", "not one of"),
    ("places.csv", "UA44040030010012509,M", "UA4404003001001250,M", "line 13855", "", "a code of KATOTTG"),
    ("places.csv", "UA44040030010012509,M,Сорокине", "UA44040030010012509,M", "line 13855", "", "and a name"),
    ("places.csv", "UA44040030020035651", "UA44040030010012509", "UA44040030010012509", "code", "twice"),
    ("places.csv", "UA44000000000018893", "UA45000000000018893", "UA44020000000082097", "code", "before its oblast"),
    ("other_names.csv", "UA44040030010012509", "UA44040030010012508", "UA44040030010012508", "code", "is not in"),
]


@pytest.mark.parametrize(("file", "old", "new", "entry", "field", "problem"), FAULTS)
def test_a_fault_is_named_by_file_entry_and_field(
    file: str, old: str, new: str, entry: str, field: str, problem: str
) -> None:
    with pytest.raises(CatalogueError, match=re.escape(problem)) as refused:
        changed(file, old, new)
    assert (refused.value.file, refused.value.entry, refused.value.field) == (file, entry, field)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("file", "old", "new", "entry", "field", "problem"), PLACES_FAULTS)
def test_a_fault_among_the_places_shows_when_they_are_read_first(
    file: str, old: str, new: str, entry: str, field: str, problem: str
) -> None:
    catalogue = changed(file, old, new)
    with pytest.raises(CatalogueError, match=re.escape(problem)) as refused:
        _ = catalogue.places.book
    assert (refused.value.file, refused.value.entry, refused.value.field) == (file, entry, field)


def test_what_is_no_toml_is_said_with_its_line() -> None:
    with pytest.raises(CatalogueError, match=r"^outcomes\.toml: is not TOML: .*line 1"):
        parse(TEXTS | {"outcomes.toml": "outcome =\n"})


def test_a_missing_file_is_named() -> None:
    with pytest.raises(CatalogueError, match=r"^oblasts\.toml: the file is missing$"):
        parse({name: text for name, text in TEXTS.items() if name != "oblasts.toml"})


def test_somebody_in_danger_always_has_a_number_to_call() -> None:
    calm = TEXTS["hotlines.toml"].replace("danger = true", "")
    with pytest.raises(CatalogueError, match="somebody in danger"):
        parse(TEXTS | {"hotlines.toml": calm})


DUTY = """
[organisation.duty]
answer_minutes = 45
confirm_minutes = 5
"""


def with_duty(old: str = "", new: str = "") -> Catalogue:
    return parse(TEXTS | {"organisations.toml": TEXTS["organisations.toml"] + DUTY.replace(old, new, 1)})


def test_the_times_of_a_duty_are_read_and_without_them_they_are_ten_minutes_and_thirty() -> None:
    for catalogue, minutes in ((with_duty(), (45, 5)), (parse(TEXTS), (30, 10))):
        times = catalogue.organisations["luhansk"].duty
        assert (times.answer_within.seconds, times.confirm_within.seconds) == (minutes[0] * 60, minutes[1] * 60)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("answer_minutes = 45", "answer_minutes = 0", "duty.answer_minutes"),
        ("confirm_minutes = 5", "", "duty.confirm_minutes"),
        ("confirm_minutes = 5", 'confirm_minutes = 5\nwho = ["Світлана"]', "duty.who"),
    ],
)
def test_a_fault_of_the_duty_is_named(old: str, new: str, field: str) -> None:
    with pytest.raises(CatalogueError) as refused:
        with_duty(old, new)
    assert refused.value.field == field


def test_a_case_of_danger_can_always_be_closed_and_always_begun() -> None:
    refusing = (
        TEXTS["outcomes.toml"].replace("refusal = true\n", "").replace("[[outcome]]", "[[outcome]]\nrefusal = true")
    )
    with pytest.raises(CatalogueError, match="could never be closed"):
        parse(TEXTS | {"outcomes.toml": refusing})
    with pytest.raises(CatalogueError, match="a case of danger begins so"):
        changed("intake_kinds.toml", 'slug = "crisis"', 'slug = "other"')


def test_the_wording_of_an_error_fits_an_operator() -> None:
    with pytest.raises(CatalogueError) as refused:
        changed("deadlines.toml", "amount = 5", "amount = 0")
    assert str(refused.value) == "deadlines.toml, entry SS_ASSESS, field amount: is 0, 1 at least"


def test_two_versions_of_a_rule_follow_each_other() -> None:
    former = (
        '\n[[deadline]]\nid = "SS_NOTIFY"\nwhat = { uk = "а", en = "a" }\namount = 5\n'
        'unit = "working_days"\nvalid_to = 2025-12-31\nevidence = "S"\n'
    )
    new = TEXTS["deadlines.toml"].replace('id = "SS_NOTIFY"', 'id = "SS_NOTIFY"\nvalid_from = 2026-01-01')
    rules = [rule for rule in parse(TEXTS | {"deadlines.toml": new + former}).deadlines if rule.id == "SS_NOTIFY"]
    assert sorted(rule.amount for rule in rules) == [3, 5]


def test_a_byte_order_mark_of_a_spreadsheet_does_no_harm() -> None:
    assert parse(TEXTS | {"hromadas.csv": "\ufeff" + TEXTS["hromadas.csv"]}).hromadas
