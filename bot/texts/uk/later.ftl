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
