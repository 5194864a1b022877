### Для працівників і людини: звернення, які можуть бути тими самими.

## Картка

screen-card-maybe-same =
    { $count ->
        [one] Можливо, те саме: { $count } звернення
        [few] Можливо, те саме: { $count } звернення
       *[other] Можливо, те саме: { $count } звернень
    }
screen-card-tied = Пов’язані: { $numbers }
screen-card-taken-in = Приєднано: { $numbers }
screen-card-goes-on = Об’єднано. Далі: { $number }
button-duplicates = Те саме?

## Меню

letter-desk-duplicates = <b>{ $number }: що поруч</b>
duplicates-maybe = <b>Можливо, те саме</b>
duplicates-tied = <b>Пов’язані</b>
duplicates-taken-in = Приєднано сюди: { $numbers }
duplicates-goes-on = Це звернення об’єднано. Далі: { $number }
duplicates-none = Схожих звернень не видно.
duplicates-how = Знаєте інше? Напишіть у темі /same і його номер.
duplicate-line =
    { $number } · { $service }
    { $state }, відкрито { $opened }. Веде: { $owner }
    Спільне: { $shared }
duplicate-person = людина
duplicate-phone = телефон
duplicate-child = дитина
duplicate-by-hand = назвали самі
button-ended-history = Історія { $number }
button-part = Роз’єднати { $number }

whisper-pair = <b>{ $number } і друге звернення</b>
pair-cannot =
    { $why ->
        [other-person] Це різні люди. Такі звернення можна лише пов’язати.
        [over] Об’єднати можна лише відкриті звернення.
        [needs-lead] Звернення ведуть різні люди. Об’єднати їх може керівник.
        [take-first] Щоб об’єднати, спершу візьміть одне з них.
        [hidden] Хто пише, не хоче, щоб про це знали. Такі звернення не об’єднуємо.
        [alarm] Спершу дайте відповідь на тривогу.
        [answer-waits] Одна відповідь ще не пішла. Надішліть її або приберіть.
        [office] Одне з них чекає на іншу установу.
        [application] Це заява в черзі, вона має йти далі сама. Оберіть навпаки.
        [check] Спершу перевірте, чи це та сама людина.
       *[other] Об’єднати їх не можна.
    }
button-link = Пов’язати
button-unlink = Не пов’язувати
button-goes-on = Об’єднати, далі { $number }
button-not-same = Не те саме
whisper-ask-merge =
    <b>Об’єднати?</b>
    { $ends } закриється, далі йде { $goes_on }. Веде: { $owner }

    Нотатки, мітки, документи, дзвінки й строки перейдуть туди. Історію обох буде видно. Людина отримає один лист. 30 днів це можна скасувати.
button-merge-yes = Так, об’єднати
whisper-ended-history = <b>{ $number }: історія приєднаного</b>
button-ended-files = Файли

## Що сказано після

toast-tied = Пов’язано.
toast-untied = Більше не пов’язані.
toast-not-same = Більше не пропонуватиму.
toast-merged = Об’єднано.
toast-parted = Знову окремо.
refusal-cannot-merge =
    { $why ->
        [danger] Звернення про небезпеку має йти далі саме. Оберіть навпаки.
        [other-person] Це різні люди. Такі звернення можна лише пов’язати.
        [over] Одне зі звернень уже завершене. Об’єднати можна лише відкриті.
        [take-first] Спершу візьміть одне з них.
        [hidden] Хто пише, не хоче, щоб про це знали. Такі звернення не об’єднуємо.
        [alarm] Спершу дайте відповідь на тривогу.
        [answer-waits] Одна відповідь ще не пішла. Надішліть її або приберіть.
        [office] Воно чекає на іншу установу. Оберіть навпаки.
        [check] Спершу перевірте, чи це та сама людина.
       *[other] Об’єднати їх не можна.
    }
refusal-wants-lead = Друге веде { $owner }. Об’єднати їх може керівник.
refusal-goes-on-elsewhere = Це звернення об’єднано. Відповідайте у { $number }.

letter-merged-news = Це звернення об’єднано. Далі: { $goes_on }. Веде: { $owner }
letter-took-in-news = Сюди приєднано { $ended }. Його історія – за кнопкою «Те саме?» на картці.
letter-parted-news = Звернення знову окремо від { $goes_on }. Що перейшло туди й ще є, повернулося сюди.
letter-case-merged-away = { $ended }: ваше звернення об’єднали з { $goes_on }. Далі веде: { $owner }

event-linked = пов’язано з іншим зверненням
event-unlinked = зв’язок з іншим зверненням знято
event-not-same = інше звернення – не те саме
event-merged = звернення об’єднано з іншим
event-took-in = приєднано інше звернення
event-parted = звернення знову окремо

## Людині

letter-cases-merged =
    { $named ->
        [yes] { $name }, ваші звернення { $ended } і { $goes_on } – про те саме.
       *[other] Ваші звернення { $ended } і { $goes_on } – про те саме.
    } Тепер відповідаємо на обидва разом, під номером { $goes_on }.

    Повторювати нічого не треба: усе, що ви написали й надіслали, лишається. Пишіть далі сюди.
letter-cases-parted =
    { $named ->
        [yes] { $name }, ми помилково об’єднали ваші звернення { $ended } і { $goes_on }.
       *[other] Ми помилково об’єднали ваші звернення { $ended } і { $goes_on }.
    } Пробачте. Тепер знову відповідаємо на кожне окремо.

    Нічого не загубилося. Від вас зараз нічого не треба.
screen-my-case-goes-on = Тепер відповідаємо під номером { $number }. Усе, що ви написали тут, лишається.
command-same = Чи це те саме звернення
