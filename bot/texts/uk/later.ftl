### Запитання пізніших кроків: коли дитина дійшла до кроку, родина відповідає ще на кілька.

letter-questions-asked = Добрий день. Заява <b>{ $number }</b> іде далі. Щоб усе підготувати, спитаємо ще трохи.
questions-what = Це таке: { $what }.
questions-count = { $count ->
        [one] Лишилося { $count } запитання.
        [few] Лишилося { $count } запитання.
       *[other] Лишилося { $count } запитань.
    }
questions-until = Відповісти можна частинами, коли зручно. Чекаємо до кінця дня { $by }. Черга від цього не зміниться.
questions-help = Не знаєте, що відповісти? Подзвоніть: { $phone }, { $hours }. Про здоров’я дитини в чаті ми не питаємо.
screen-questions-answered = Дякуємо. Відповіді до заяви <b>{ $number }</b> у нас. Помилилися? Їх можна змінити.
button-questions = Відповісти ({ $count })
button-questions-change = Змінити відповіді
mine-questions = Ще потрібно від вас: { $what }.
mine-questions-count = { $count ->
        [one] Від вас ще потрібна { $count } відповідь.
        [few] Від вас ще потрібні { $count } відповіді.
       *[other] Від вас ще потрібно { $count } відповідей.
    }
question-of-child = { $question } ({ $child })
reminder-questions = { $count ->
        [one] До заяви <b>{ $number }</b> чекаємо { $count } відповідь.
        [few] До заяви <b>{ $number }</b> чекаємо { $count } відповіді.
       *[other] До заяви <b>{ $number }</b> чекаємо { $count } відповідей.
    }
event-questions-asked = спитали те, що потрібно далі
event-questions-answered = відповіли на запитання
news-questions-answered = Родина відповіла на запитання. Відповіді – під «Подробиці».
not-written-questions = що заява чекає відповідей
screen-review-owed = Чекаємо відповідей: { $what }.

## Хто телефонує: відповіді записує фахівець

button-note-answers = Записати відповіді
screen-noting = Заява <b>{ $number }</b>. Питайте людину й пишіть сюди її слова.
screen-noting-summary = Прочитайте це людині вголос. Усе правильно – натисніть «Записати».
button-noting-submit = Записати
screen-noting-stop-ask =
    Не записувати відповіді до заяви <b>{ $number }</b>?

    Те, що ви ввели щойно, зітремо. Записане раніше лишиться.
button-noting-drop = Не записувати
screen-noting-over =
    { $noted ->
        [yes] Відповіді до заяви <b>{ $number }</b> записано.
       *[no] До заяви <b>{ $number }</b> нічого не записали. Що було раніше, те лишилося.
    }
noting-copied = Копію надсилаємо родині в Telegram. Помилку вона виправить сама або скаже вам.
noting-not-copied = Родина без Telegram. Якщо щось не так, запишіть ще раз.
letter-questions-noted = Добрий день. З ваших слів ми записали відповіді до заяви <b>{ $number }</b>.
questions-noted-mistake = Щось не так? Натисніть «Змінити відповіді» або скажіть фахівцю.
event-questions-noted = відповіді записано під час розмови
news-questions-noted = Відповіді записано зі слів родини. Вони – під «Подробиці».
refusal-nothing-asked = Зараз цю родину ні про що не питаємо. Запитання будуть, коли дитина дійде до наступного кроку.
toast-questions-on-desk = Запитання чекають у вашому чаті з ботом.
form-problem-changed-meanwhile = Тим часом частину відповідей уже змінили. Перевірте, чи все так, і підтвердьте ще раз.

question-of-number = { $question } (дитина { $number })
details-later = <b>Відповіли пізніше</b>

form-recreation-later = Кілька запитань
form-about-child = Дитина: <b>{ $child }</b>
form-recreation-later-lives = Де ви живете зараз? Напишіть село, селище чи місто.
form-recreation-later-lives-label = Живете
form-recreation-later-lives-skip = Не хочу казати
form-recreation-later-tax = Ваш податковий номер: десять цифр.
form-recreation-later-tax-label = Податковий номер
form-recreation-later-tax-skip = Не маю номера
form-recreation-later-certificate = Номер вашої довідки ВПО.
form-recreation-later-certificate-label = Довідка ВПО
form-recreation-later-certificate-skip = Немає довідки
form-recreation-later-size = Який зріст у дитини і який розмір одягу? Напишіть, як знаєте: 140 см, розмір 36.
form-recreation-later-size-label = Зріст і розмір
form-recreation-later-size-skip = Не знаю
form-recreation-later-meets = Хто проводить дитину й зустріне її потім? Напишіть ім’я та телефон.
form-recreation-later-meets-label = Зустріне дитину
