### Поїздки: хто виїхав, хто повернувся, хто не поїхав.

command-trips = Поїздки дітей

screen-trips = <b>Поїздки дітей</b>
screen-trips-empty = Місць поки ніхто не має.
trip-counts = Чекають: { $wait }. У таборі: { $sent }. Повернулися: { $back }. Не поїхали: { $missed }.
button-trip = { $camp }, { $first }
button-trips = До змін
screen-trip = Спершу позначте тих, хто не їде. Тоді одним натисканням – решту. Дітей названо за номерами, імена – в «Подробицях» звернення.
trip-line = { $number }, дитина { $child }: { $state }{ $lacking ->
        [0] .
       *[other] . Бракує: { $lacking }.
    }
trip-missed-state = не поїхала ({ $why })
button-trip-send = Усі інші виїхали: { $count }
button-trip-complete = Усі інші повернулися: { $count }
button-trip-undo = Скасувати щойно позначене: { $count }
button-trip-child = { $number }, дитина { $child }
screen-trip-child =
    { $frees ->
        [yes] Не їде? Скажіть чому. За { $minutes } хв місце піде наступній родині. До того позначку можна скасувати.
       *[no] Не їде? Скажіть чому. Зміна вже почалася, тому місце нікому не передаємо.
    }
button-trip-sent = Дитина виїхала
button-trip-back = Дитина повернулася
button-trip-miss = Не їде: { $why }
button-trip-undo-one = Скасувати позначку
button-trip-list = До списку
trip-missed-ill = хворіє
trip-missed-plans = родина передумала
trip-missed-papers = бракує паперів
trip-missed-unknown = причини не знаємо

letter-trip-begun = Ваша дитина вже в дорозі на відпочинок. Гарних їй днів, нових друзів і сонця. Заява { $number }.
letter-trip-over = З поверненням. Дякуємо, що довірили нам відпочинок своєї дитини. Заява { $number }.
letter-trip-over-ask = Як усе було? Що сподобалося, що ні? Напишіть сюди кілька слів: їх прочитає ваш фахівець.
letter-trip-missed = Ми записали, що дитина на відпочинок не їде. Заява { $number }. Якщо це помилка, напишіть сюди якомога швидше.

refusal-mark-settled =
    { $place ->
        [gone] Пізно: минуло { $minutes } хв, і місце вже пішло далі. Родині про це написано. Подзвоніть їй і скажіть керівникові.
       *[kept] Пізно: минуло { $minutes } хв, родині вже написано. Сталася помилка? Подзвоніть родині й скажіть керівникові.
    }

event-trip-begun = дитина виїхала на відпочинок
event-trip-over = дитина повернулася з відпочинку
event-trip-missed = дитина на відпочинок не їде
event-trip-undone = позначку про поїздку скасовано
