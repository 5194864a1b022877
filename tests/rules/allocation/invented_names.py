"""Names as they are in the east of Ukraine, and the ways in which phones and tired parents write them."""

from __future__ import annotations

import random

APOSTROPHES = "'’ʼ`´‘′"
"""All of them stand on some keyboard, and all mean the same."""
_DASHES = "-‐‑–"
_LOOK_ALIKES = {"і": "i", "о": "o", "а": "a", "е": "e", "с": "c", "р": "p", "х": "x"}

SURNAMES = (
    ("Коваленко", "Коваленко"), ("Бондаренко", "Бондаренко"), ("Ткаченко", "Ткаченко"), ("Шевченко", "Шевченко"),
    ("Кравчук", "Кравчук"), ("Савчук", "Савчук"), ("Мельник", "Мельник"), ("Лисенко", "Лисенко"),
    ("Гончар", "Гончар"), ("Дяченко", "Дяченко"), ("Солов'йов", "Солов'йова"), ("Прокоп'єв", "Прокоп'єва"),
    ("Знам'янський", "Знам'янська"), ("Дем'яненко", "Дем'яненко"), ("Лук'яненко", "Лук'яненко"),
    ("В'юнник", "В'юнник"), ("Стебельський", "Стебельська"), ("Зимогляд", "Зимогляд"), ("Журба", "Журба"),
    ("Їжакевич", "Їжакевич"), ("Ґудзь", "Ґудзь"), ("Щербина", "Щербина"), ("Яценко", "Яценко"), ("Юрченко", "Юрченко"),
    ("Попов", "Попова"), ("Морозов", "Морозова"), ("Волков", "Волкова"), ("Захаров", "Захарова"), ("Кір'ян", "Кір'ян"),
    ("Осадчий", "Осадча"), ("Чорний", "Чорна"), ("Білик", "Білик"), ("Рудь", "Рудь"), ("Ім", "Ім"), ("Цой", "Цой"),
    ("Алієв", "Алієва"), ("Геворгян", "Геворгян"), ("Пономарьов", "Пономарьова"), ("Хмара", "Хмара"),
)  # fmt: skip
"""His and hers."""
BOYS = (
    "Артем", "Максим", "Матвій", "Марк", "Данило", "Назар", "Тимофій", "Лук'ян", "Дем'ян", "В'ячеслав", "Єгор", "Іван",
    "Ілля", "Кирило", "Михайло", "Олексій", "Олександр", "Давид", "Богдан", "Роман", "Сергій", "Ярослав", "Ян", "Лев",
)  # fmt: skip
GIRLS = (
    "Софія", "Соломія", "Злата", "Мар'яна", "Дар'я", "Анна", "Ангеліна", "Вероніка", "Вікторія", "Єва", "Євгенія",
    "Ілона", "Їванна", "Катерина", "Марія", "Мілана", "Надія", "Поліна", "Уляна", "Юлія", "Яна", "Анна-Марія", "Ія",
)  # fmt: skip


def surname(chance: random.Random) -> tuple[str, str]:
    """His and hers; one in twenty has two of them."""
    his, hers = chance.choice(SURNAMES)
    if chance.random() < 0.05:
        other = chance.choice(SURNAMES)
        return f"{his}-{other[0]}", f"{hers}-{other[1]}"
    return his, hers


def typed(name: str, chance: random.Random) -> str:
    """As somebody types it: any apostrophe or dash, more blanks, capitals, letters that look alike, either order."""
    written = name.replace("'", chance.choice(APOSTROPHES)).replace("-", chance.choice(_DASHES))
    if chance.random() < 0.1:
        written = written.upper() if chance.random() < 0.5 else written.lower()
    if chance.random() < 0.1:
        surname, _, first = written.partition(" ")
        written = f"{first} {surname}"
    if chance.random() < 0.05:
        written = f" {written.replace(' ', '  ')} "
    if chance.random() < 0.05:
        letter = chance.choice(list(_LOOK_ALIKES))
        written = written.replace(letter, _LOOK_ALIKES[letter])
    return written
