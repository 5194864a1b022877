### Надіслано – ще не прочитано: знак від людини, список дзвінків, що сказати телефоном.

## Людина

button-got-it = Зрозуміло
toast-got-it = Дякуємо, бачимо

mine-event-call-in-writing = ви попросили написати

## Що написали

matter-refusal = відмова
matter-documents = просимо документи
matter-returned = документ треба надіслати ще раз
matter-plan = план допомоги
matter-answer = чекаємо на відповідь
matter-appointment = час зустрічі

## Чому дзвонити

call-reason-asked = людина просить подзвонити
call-reason-unreachable = бота зупинено
call-reason-overdue = не відповіли вчасно
call-reason-staff = фахівець дзвонив сам
call-reason-danger = людині небезпечно
call-reason-remind = нагадати може лише людина
call-reason-agreement = спитати згоди
call-reason-tell = людина без Telegram: сказати голосом
call-reason-unread = лист не прочитано

## Список

command-calls = кому подзвонити
screen-call-list-empty = Дзвінків немає. Усіх, кому треба було подзвонити, почули.
screen-call-list = <b>Кому подзвонити: { $count }</b>
screen-call-list-line =
    { $mark }{ $number }: { $why }{ $told ->
        [yes] {" "}({ $what })
       *[no] { "" }
    }
    З { $since }. Спроб: { $tries }.
    { $late ->
        [yes] Мали подзвонити до { $due }.
       *[no] Наступна спроба: до { $due }.
    } { $lead ->
        [yes] Дзвонить керівник.
       *[no] Веде: { $owner }.
    }
button-call-open = Дзвінок { $number }
button-call-in-writing = Просить написати
button-call-days = Інший день
button-call-on-morning = Вранці: { $day }
button-call-on-afternoon = По обіді: { $day }
screen-call-days = Звернення <b>{ $number }</b>. На який день людина просить передзвонити?

## Що сказати

letter-desk-call-say = <b>Людина цього не прочитала, скажіть:</b>
call-say-refusal =
    { $known ->
        [yes] Відмова. Чому: { $reason }.
       *[no] Відмова. Чому – у листі.
    }
call-say-refusal-review = До { $by } можна просити переглянути.
call-say-documents =
    { $known ->
        [yes] Потрібні документи: { $documents }.
       *[no] Документи вже не потрібні.
    }
call-say-returned =
    { $known ->
        [yes] Документ треба надіслати ще раз: { $documents }.
       *[no] Ще раз надсилати вже не треба.
    }
call-say-plan = Ми склали план, як допомогти. Спитайте, чи він підходить.
call-say-answer = Щоб рухатися далі, потрібна відповідь людини.
call-say-appointment = Запропонували час зустрічі: { $times }. Спитайте, що підходить, і натисніть це у «Зустрічі» на картці.

## Фахівцю

letter-call-to-make =
    Звернення { $number }: лист лишився без відповіді. Треба подзвонити.

    Усі дзвінки: /calls
letter-call-to-make-none =
    Звернення { $number }: лист лишився без відповіді. Подзвонити не можна або немає номера.

    Знайдіть інший спосіб сказати це людині.
letter-call-for-lead =
    Звернення { $number }: не додзвонилися, спроб: { $count }. Тепер дзвонить керівник.

    Усі дзвінки: /calls
screen-card-call-unread = Лист не прочитано, треба подзвонити: до { $by }.

event-letter-unread = лист лишився без відповіді
event-letter-seen = людина побачила лист
event-call-in-writing = людина просить написати
