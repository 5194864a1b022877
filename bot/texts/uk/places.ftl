### Де людина живе й де зареєстрована.

screen-places =
    <b>Ваші місця</b>
    Живете зараз: { $actual }.
    Зареєстровані: { $registered }.

    За громадою, де ви зареєстровані, видно, яка програма ваша. За місцем, де живете, видно, хто поруч.

screen-place-ask =
    { $which ->
        [registered] Де ви зареєстровані?
       *[actual] Де ви живете зараз?
    }

    Напишіть назву міста, селища чи села. Можна старою назвою або російською. Помилка не завадить: покажемо схожі назви.

screen-place-choices =
    Ви написали: «{ $words }». Яке місце ваше? Натисніть на нього.

    { $more ->
        [yes] Таких назв багато. Немає вашого – напишіть ще раз і допишіть через кому громаду, район або область.
       *[no] Немає вашого – напишіть назву ще раз або натисніть «Немає мого».
    }
screen-place-none =
    Місця «{ $words }» не знаходимо. Перевірте назву й напишіть ще раз.

    Або натисніть «Немає мого». Тоді ваші слова можна передати фахівцю.

screen-place-confirm =
    Ви написали: «{ $words }».

    Ми зрозуміли так: <b>{ $place }</b>. Це ваше місце?

screen-place-abroad = У якій країні ви зараз живете?

screen-privacy-places = Живете: { $actual }. Зареєстровані: { $registered }.

details-places =
    { $for_another ->
        [yes] Зареєстроване місце того, хто пише: { $registered }
       *[no] Зареєстроване місце: { $registered }
    }
    { $for_another ->
        [yes] Фактичне місце того, хто пише: { $actual }
       *[no] Фактичне місце: { $actual }
    }

place-city = місто { $name }
place-settlement = селище { $name }
place-village = село { $name }
place-hromada = { $name } громада
place-raion = { $name } район
place-formerly = { $name } (раніше { $former })
place-abroad = за кордоном, { $country }
place-unlisted = місця немає в нашому списку
place-not-told = не записано

button-places = Де живу, де зареєстровано
button-place-actual = Де я живу зараз
button-place-registered = Де мене зареєстровано
button-place-abroad = За кордоном
button-place-not-listed = Немає мого
button-place-confirm = Так, це воно
button-place-again = Ні, напишу ще раз
button-places-back = Назад
