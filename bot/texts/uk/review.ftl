### Перевірка заяв на відпочинок.

command-review = Перевірити заяви на відпочинок

screen-review = <b>Заяви, що чекають на перевірку</b>
screen-review-empty = Зараз перевіряти нічого.
screen-review-line = <b>{ $number }</b>: { $state }. Надіслано { $at }. Дітей: { $children }.{ $seen ->
        [yes] {" "}Ви вже підтвердили, потрібна друга людина.
       *[no] {""}
    }
screen-review-one =
    <b>{ $number }</b>: { $state }
    Надіслано { $at }. Веде: { $owner }.
screen-review-child-line = <b>Дитина { $number }</b>: { $state }. Років: { $age }. Громада: { $hromada }. Підстав перевірено: { $decided } з { $count }.
screen-review-seen = Підтверджено один раз: { $who }. Потрібна друга людина.
screen-review-papers = <b>Документи</b>
screen-review-no-papers = Документів ще не просили.
screen-review-papers-by = Чекаємо до кінця дня { $day }.
screen-review-paper = { $child ->
        [0] { $name }: { $state }
       *[other] { $name }, дитина { $child }: { $state }
    }
screen-review-notes = Нотаток у темі: { $count }.
screen-review-four-eyes = Потребу підтверджують двоє.
screen-review-child = Заява <b>{ $number }</b>
screen-review-categories = <b>Підстави</b>
screen-review-no-categories = Підстав не названо.
screen-review-category = { $code }. { $name }: { $holds ->
        [yes] підтверджено
        [no] не підтверджено
       *[open] не перевірено
    }
screen-review-open-papers = Ще не прийнято обов’язкових документів: { $count }.

button-review-campaign = Лише: { $name }
button-review-all = Усі кампанії
button-review-check = Почати перевірку
button-review-child = Дитина { $number }
button-review-ask = Попросити документи
button-review-list = До списку
button-review-holds = { $code }: підтверджено
button-review-holds-not = { $code }: не підтверджено
button-review-confirm = Підтвердити потребу
button-review-doubt = Перевірити ще раз
button-review-back = До заяви

letter-application-checked =
    Ми почали перевіряти вашу заяву <b>{ $number }</b>. { $named ->
        [yes] Веде її { $owner }. {""}
       *[no] {""}
    }Від вас зараз нічого не треба. Знадобляться документи – напишемо сюди.

    Питання – { $phone }, { $hours }.
letter-need-confirmed =
    Заяву <b>{ $number }</b> перевірено, потребу підтверджено. Це ще не місце: місць може бути менше, ніж дітей.

    Дійде черга – напишемо сюди. Питання – { $phone }, { $hours }.

toast-second-needed = Записали. Тепер має підтвердити інша людина.
refusal-categories-open = Спершу вирішіть щодо кожної підстави.
refusal-papers-open = Ще не прийнято обов’язкових документів: { $count }.
refusal-second-human = Ви вже підтвердили. Має підтвердити інша людина.
refusal-talk-first = Бракує документа. Спершу поговоріть з людиною: подзвоніть або дочекайтеся її відповіді.

event-checking = почали перевіряти заяву
event-category-decided = вирішено щодо підстави
event-need-seen-once = потребу підтверджено один раз
event-need-confirmed = потребу підтверджено
event-need-doubted = потребу перевіряють ще раз
event-back-in-turn = дитина знову в черзі на своєму місці
event-joined-order = дитина тепер у черзі, на своєму місці за порядком
document-of-child = { $name }, дитина { $child }
