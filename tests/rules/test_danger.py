"""Words that sound like danger, with the shipped catalogue, and false friends."""

import pytest

from bot.catalogue import load_catalogue
from rules.danger import DangerWords, check_phrase, normal, sounds_dangerous

SHIPPED = load_catalogue().danger

DANGER = [
    "мене б'ють",
    "Мене б’ють",
    "МЕНЕ БʼЮТЬ!!!",
    "мене бють",
    "мене вдома б`ють щодня",
    "чоловік б'є мене і дітей",
    "Чоловік вчора побив",
    "сусід погрожує мені",
    "він мене душив",
    "боюся йти додому",
    "Я не хочу жити",
    "не хочу\nжити",
    "не хочу... жити",
    "не хочу більше так жити",
    "Жити вже не хочеться",
    "думаю про самогубство",
    "покінчу з собою",
    "краще б я померла",
    "обстріл!",
    "ми під обстрілом",
    "у нас обстріли цілу ніч",
    "по нас стріляють",
    "чую вибухи",
    "люди під завалами",
    "викрали мою дитину",
    "мою дитину викрали",
    "нас тримають у рабстві",
    "домашнє насильство",
    "мене зґвалтували",
    "мене згвалтували",
    "рятуйте",
    "Мені небезпечно",
    "бабуся не дихає",
    "мама втратила свідомість",
    "меня бьют",
    "муж бьёт меня",
    "муж бьет ребёнка",
    "ребенка каждый день бьёт отчим",
    "меня избили",
    "я не хочу больше жить",
    "нас обстреливают",
    "слышны взрывы",
    "он угрожает ножом",
    "ПОМОГИТЕ, УБИВАЮТ",
    "мы в опасности",
    "My husband beats me",
    "I don't want to live",
    "I dont want to live anymore",
    "I want to kill myself",
    "we are under fire",
    "there is shelling",
    "he was kidnapped",
    "mene byut",
    "мeнe б'ють",  # Latin e
    "ме\u0301не б’ю\u0301ть",  # with stress marks
    "мене б\u200b'ють",
]

CALM = [
    "",
    "Добрий день",
    "хочу добити документи до кінця тижня",
    "треба вибити довідку в ЦНАПі",
    "стріляний горобець",
    "Я насилу дійшла до вашого центру",
    "син побив рекорд школи",
    "повісити штори нікому",
    "прибити полицю",
    "забив тривогу через пенсію",
    "б'ємося за місце в садочку",
    "серце б'ється швидко",
    "хочу жити у Львові",
    "жити ніде",
    "вибір кімнати",
    "вибула з гуртожитку",
    "самотня людина",
    "самостійно не ходжу",
    "домагаюся субсидії",
    "квиток у Полтаву",
    "полон речей",
    "будинок пошкоджено обстрілом, куди подати заяву",
    "квартира зруйнована внаслідок обстрілів",
    "дом разрушен обстрелом",
    "чи безпечно там жити",
    "додому небезпечно повертатися",
    "не хочу жити в гуртожитку",
    "мене душить кашель",
    "избирательный участок",
    "попытка подать заявление",
    "безопасно ли там",
    "добить документы",
    "выбить справку",
    "сбить температуру",
    "grape juice and a shotgun wedding",
    "the beat of the music",
    "how do I live here",
    "a skilled worker",
    "socks and sosiski",
]


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_heard(text: str) -> None:
    assert sounds_dangerous(text, SHIPPED)


@pytest.mark.parametrize("text", CALM)
def test_a_false_friend_is_no_danger(text: str) -> None:
    assert not sounds_dangerous(text, SHIPPED)


def test_an_innocent_phrase_hides_no_other_danger() -> None:
    assert sounds_dangerous("Дім пошкоджено обстрілом, а тепер чоловік б’є мене", SHIPPED)


def test_taking_an_innocent_phrase_out_brings_no_words_together() -> None:
    words = DangerWords(phrases=("не жити",), innocent=("хочу там",))
    assert not sounds_dangerous("не хочу там жити", words)


def test_a_beginning_a_word_and_a_gap_mean_what_the_catalogue_says() -> None:
    words = DangerWords(phrases=("вогон*", "жах", "не хочу … жити"))
    assert sounds_dangerous("вогоньки", words)
    assert not sounds_dangerous("жахливо", words)
    assert sounds_dangerous("не хочу вже тут жити", words)
    assert not sounds_dangerous("не хочу вже більше тут жити", words)
    assert not sounds_dangerous("не хочужити", words)


def test_no_words_find_no_danger() -> None:
    assert not sounds_dangerous("обстріл", DangerWords(phrases=()))


def test_texts_are_compared_without_case_apostrophes_and_signs() -> None:
    assert normal(" «Мене», — Б’Ю́ТЬ… ЕЩЁ ") == "мене бють еще"


@pytest.mark.parametrize("phrase", ["", "…", "… жити", "не …", "аб*", "с*м", "не-хочу", "*", "a.b"])
def test_a_phrase_that_would_match_too_much_or_nothing_is_refused(phrase: str) -> None:
    assert check_phrase(phrase)


@pytest.mark.parametrize("phrase", ["б'ють", "не хочу … жити", "самогуб*", "жити в гуртожит*"])
def test_a_phrase_of_the_small_language_is_accepted(phrase: str) -> None:
    assert check_phrase(phrase) is None


def test_every_shipped_phrase_finds_itself_whatever_is_innocent() -> None:
    said = [phrase.replace("*", "").replace("…", "вже") for phrase in SHIPPED.phrases]
    assert [text for text in said if not sounds_dangerous(text, SHIPPED)] == []


def test_every_innocent_phrase_is_needed_and_calms() -> None:
    said = [phrase.replace("*", "").replace("…", "вже") for phrase in SHIPPED.innocent]
    bare = DangerWords(SHIPPED.phrases)
    for phrase in said:
        assert not sounds_dangerous(phrase, SHIPPED), phrase
        assert any(sounds_dangerous(who + phrase, bare) for who in ("", "син ", "мене ", "меня ")), phrase
