### Нагадування й строки.

## Листи людині

letter-remind-question =
    Нагадуємо про звернення <b>{ $number }</b>. { $author } чекає на вашу відповідь.

    Напишіть сюди кілька слів, можна голосом. Якщо зараз не до того – нічого страшного, звернення не закриємо.

    Простіше сказати телефоном: { $phone }, { $hours }.
letter-remind-question-nobody =
    Нагадуємо про звернення <b>{ $number }</b>. Ми чекаємо на вашу відповідь.

    Напишіть сюди кілька слів, можна голосом. Якщо зараз не до того – нічого страшного, звернення не закриємо.

    Простіше сказати телефоном: { $phone }, { $hours }.
letter-remind-document =
    Нагадуємо: у зверненні <b>{ $number }</b> бракує документа.

    Сфотографуйте його й надішліть сюди. Немає документа – напишіть про це, фахівець підкаже, чим замінити.

    Питання телефоном: { $phone }, { $hours }.
letter-remind-own =
    Ви просили нагадати:

    { $words }
letter-remind-own-covered = Ви просили нагадати зараз.
letter-deadline-extended =
    Рішення у зверненні <b>{ $number }</b> потребує більше часу. Нова дата: до кінця дня { $due }.

    Чому: { $reason }. Щойно буде рішення, напишемо вам.
letter-deadline-extended-law = Так дозволяє { $basis }.
letter-deadline-extended-phone = Питання: { $phone }, { $hours }.

## Екрани людини

screen-reminders = <b>Про що нагадаємо</b>
screen-reminders-none =
    <b>Нагадування</b>

    Зараз нагадувати нема про що. Можна додати своє: бот напише, коли скажете.
screen-reminders-line = { $at } – { $what }
screen-reminders-more = Це найближчі. Решту покажемо згодом.
screen-reminders-by-humans =
    Бот сам вам нічого не пише, тож і не нагадує.

    Коли щось буде потрібно, про це скаже людина.
screen-reminder =
    { $at }

    { $what }
screen-remind-words =
    Про що нагадати? Напишіть одним повідомленням, своїми словами.

    Потім виберете день і час.
screen-remind-words-refused = Напишіть коротко: до { $longest } знаків.
screen-remind-day-words = Нагадаємо: { $words }
screen-remind-day = Якого дня?
screen-remind-time = О котрій годині? День: { $day }.

remind-what-question = відповідь у зверненні { $number }
remind-what-document = документ до звернення { $number }
remind-what-documents =
    { $more ->
        [0] документ до { $number }: { $name }
       *[other] документи до { $number }: { $name } і ще { $more }
    }
remind-what-own = ваше нагадування

button-reminders = Нагадування
button-remind-new = Додати своє нагадування
button-remind-one = { $day }: { $what }
button-remind-open-case = Показати звернення
button-remind-tomorrow = Нагадати завтра
button-remind-later-days = { $days ->
        [one] Нагадати через { $days } день
        [few] Нагадати через { $days } дні
       *[other] Нагадати через { $days } днів
    }
button-remind-forget = Не треба нагадувати
button-remind-stop = Більше про таке не нагадувати
button-remind-stop-question = Не нагадувати про запитання
button-remind-start-question = Знову нагадувати про запитання
button-remind-stop-document = Не нагадувати про документи
button-remind-start-document = Знову нагадувати про документи
button-remind-stop-own = Не надсилати моїх нагадувань
button-remind-start-own = Знову надсилати мої нагадування
button-remind-today = Сьогодні
button-remind-day-tomorrow = Завтра, { $day }
button-remind-other-day = Інший день

command-reminders = Нагадування

held-reminders = Ваших нагадувань: { $count }.
erased-reminders = ваші нагадування
own-file-reminders = Ваші нагадування

## Листи працівникам

letter-notices = { $reader }, зверніть увагу на строки.
letter-notices-urgent = { $reader }, терміново: людина може бути в небезпеці.
notice-unanswered = { $number }: людина чекає відповіді, обіцяно до { $at }. Веде: { $owner }.
notice-deadline = { $number }: { $what } – до { $at }. Веде: { $owner }.
notice-deadline-over = { $number }: строк закінчився, { $what } – до { $at }. Веде: { $owner }.
letter-digest = <b>Доброго ранку, { $reader }.</b> Що чекає сьогодні:
digest-waiting = Чекають вашої відповіді: { $count }
digest-late = З них довше, ніж обіцяно: { $count }
digest-calls = Треба подзвонити: { $count }
digest-unowned = Нічиїх звернень: { $count }
digest-all-late = В організації чекають довше, ніж обіцяно: { $count }
digest-near = Строки найближчих днів:
screen-digest-ask = О котрій надсилати ранковий підсумок? Зараз він вимкнений. У неробочі дні його немає.
screen-digest-ask-chosen = О котрій надсилати ранковий підсумок? Зараз – о { $hour }. У неробочі дні його немає.

button-digest = Ранковий підсумок
button-digest-never = Не надсилати
button-desk = Мої звернення

## Картка й строки

button-no-answer = Відповідь не потрібна
button-deadlines = Строки
button-deadline-met = Зроблено: { $what }
button-deadline-extend = Продовжити: { $what }
button-deadline-pause = Зупинити: { $what }
button-deadline-resume = Поновити: { $what }
whisper-deadlines-none = У цього звернення строків немає.
whisper-deadline = <b>{ $what }</b> – до { $due }
whisper-deadline-overdue = <b>{ $what }</b> – строк закінчився { $due }
whisper-deadline-paused = <b>{ $what }</b> – строк зупинено
whisper-deadline-met = <b>{ $what }</b> – зроблено { $at }, строк був до { $due }
whisper-deadline-ended = <b>{ $what }</b> – строк був до { $due }, звернення завершене
whisper-deadline-extended = Строк уже продовжено.
whisper-deadline-basis = { $basis }
whisper-deadline-reasons = Чому продовжуємо? Людина прочитає цю причину й нову дату.
refusal-danger-unanswered = Людина може бути в небезпеці. Спершу дайте відповідь або подзвоніть.
screen-card-call-remind = Бот сам не нагадує цій людині, треба подзвонити: до { $by }.
not-written-question = що на її відповідь чекають
not-written-document = що бракує документа
event-no-answer-needed = відповідь не потрібна
event-deadline-met = строк виконано
event-deadline-extended = строк продовжено
event-deadline-paused = строк зупинено
event-deadline-resumed = строк поновлено
