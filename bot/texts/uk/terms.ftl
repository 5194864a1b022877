### Заява на відпочинок: останні дні й змінені дати.

letter-application-reminder = Нагадуємо про відпочинок дітей.
reminder-draft =
    Ваша заява ще не надіслана. { $left ->
        [0] Сьогодні останній день.
        [one] Лишився { $left } день.
        [few] Лишилося { $left } дні.
       *[other] Лишилося { $left } днів.
    } Приймаємо до кінця дня { $deadline }.

    Відповіді збережено. Документи можна надіслати потім.
reminder-papers = До заяви <b>{ $number }</b> бракує: { $documents }.
reminder-papers-unnamed = До заяви <b>{ $number }</b> бракує документів.
reminder-papers-until =
    { $left ->
        [0] Сьогодні останній день.
        [one] Лишився { $left } день.
        [few] Лишилося { $left } дні.
       *[other] Лишилося { $left } днів.
    } Чекаємо до кінця дня { $deadline }.
reminder-cannot = Немає документа? Скажіть нам. Через один документ не відмовимо, доки не поговоримо.
reminder-help = Не виходить? Подзвоніть: { $phone }, { $hours }.
button-reminder-draft = Продовжити заяву
button-remind-stop-application = Не нагадувати про заяву
button-remind-start-application = Знову нагадувати про заяву
remind-what-application = заява на відпочинок
not-written-application = що заява чекає документів

letter-dates-changed = Змінилися дати. Це про вашу заяву на відпочинок <b>{ $number }</b>.
letter-dates-changed-draft = Змінилися дати. Це про вашу заяву на відпочинок, яку ви почали.
changed-days =
    Заяви приймаємо в інші дні.
    Було: { $first_was } – { $last_was }.
    Тепер: { $first } – { $last }.
changed-shift = Зміна: <b>{ $camp }</b>.
changed-camp = Табір. Був: { $was }. Тепер: { $now }.
changed-shift-days =
    Дати. Були: { $first_was } – { $last_was }.
    Тепер: { $first } – { $last }.
changed-transport = Дорога. Була: { $was }. Тепер: { $now }.
changed-help = Не підходить? Напишіть або подзвоніть: { $phone }, { $hours }.
not-written-dates = що змінилися дати
