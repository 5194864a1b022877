### Анкети: запитання, відповіді, допомога. Кожен рядок починається з «form-», далі анкета й запитання.

## Як виглядає будь-яка анкета

screen-form = <i>{ $title } · запитання { $number }</i>
form-question = <b>{ $question }</b>
form-answer = { $label }: { $answer }
form-answer-doubtful = { $label }: { $answer }. Номер незвичний, перевірте його.
form-answer-unread = { $label }: «{ $answer }» (це прочитає людина)
form-unread = Ви написали: «{ $words }».
form-label-round = { $label } ({ $round })
form-age = { $age ->
        [one] { $age } рік
        [few] { $age } роки
       *[other] { $age } років
    }
form-day-and-age = { $day } ({ $age ->
        [one] { $age } рік
        [few] { $age } роки
       *[other] { $age } років
    })
form-place-confirm = Ви написали: { $words }. Ми зрозуміли так: <b>{ $place }</b>. Це воно?
form-no-answer = немає

form-words =
    Ви ще надіслали:

    <blockquote>{ $words }</blockquote>

    Ми це зберегли. Передати фахівцю разом з відповідями?

screen-form-summary = <b>{ $title }: перевірте, чи все так</b>
form-summary-ask = Усе правильно – натисніть «Надіслати». Поки не натиснете, цього ніхто не прочитає.

screen-form-resume =
    Ви почали відповідати { $begun }: «{ $title }». Продовжити?

    { $count ->
        [one] Ми зберегли { $count } відповідь.
        [few] Ми зберегли { $count } відповіді.
       *[other] Ми зберегли { $count } відповідей.
    }

screen-form-waits =
    Запитання «{ $title }» чекають на вас. Ваші відповіді збережено.

    Щоб повернутися до них, натисніть «Продовжити».

screen-form-cancel-ask =
    Зупинити «{ $title }»?

    { $count ->
        [one] Ми зітремо { $count } відповідь. Повернути її не можна.
        [few] Ми зітремо { $count } відповіді. Повернути їх не можна.
       *[other] Ми зітремо { $count } відповідей. Повернути їх не можна.
    }

button-form-submit = Надіслати
button-form-edit = Змінити: { $label }
button-form-back = Назад
button-form-stop = Зупинити
button-form-go-on = Продовжити
button-form-anew = Почати спочатку
button-form-drop = Зупинити й стерти
button-form-done = Готово
button-form-several = Кілька місяців
button-form-own-words = Лишити моїми словами
button-form-ticked = Обрано: { $option }
button-form-pass-words = Так, передати й це
button-form-leave-words = Ні, стерти це

toast-form-stale = Ця кнопка вже застаріла. Ось запитання, на якому ви зупинилися.

## Що не так, і як відповісти

form-problem-not-words = Тут потрібна відповідь словами або кнопкою. Напишіть її чи натисніть кнопку нижче.
form-problem-no-words = Ще не сказано, з чим допомогти. Напишіть це сюди, і ми передамо все разом.
form-problem-no-option = Оберіть, будь ласка, одну з кнопок нижче.
form-problem-no-month = Ми не зрозуміли, коли саме. Оберіть місяць чи кілька. Або лишіть своїми словами: їх прочитає людина.
form-problem-nothing-chosen = Оберіть хоча б одну кнопку, а тоді натисніть «Готово».
form-problem-too-short = Відповідь закоротка. Напишіть трохи більше.
form-problem-too-long = Відповідь задовга для цього запитання. Напишіть коротше.
form-problem-no-date = Не зрозуміли дату. Напишіть, наприклад, так: 12.03.1951 або 12 березня 1951.
form-problem-no-such-date = Такого дня немає в календарі. Перевірте число й місяць.
form-problem-in-the-future = Цей день ще не настав. Перевірте рік.
form-problem-too-far = Цей рік надто далекий. Перевірте його.
form-problem-no-age = Не зрозуміли. Напишіть дату, наприклад 12.03.1951, або просто вік: 75.
form-problem-no-phone = Не зрозуміли номер. Напишіть його з кодом: 050 123 45 67. Закордонний починайте з плюса: +48 501 234 567.
form-problem-not-ten-digits = У податковому номері має бути десять цифр. Перевірте, чи всі на місці.
form-problem-wrong-check-digit = У цьому номері є помилка: остання цифра не сходиться. Перевірте його ще раз за документом.
form-problem-no-certificate = Не зрозуміли номер довідки. Він виглядає так: 1234-1234567890.
form-problem-no-place = Такого місця не знайшли. Напишіть назву інакше, можна стару. Або натисніть «Немає мого»: прочитає людина.

## Для кого

form-whom = Для кого допомога
form-whom-who = Кому потрібна допомога?
form-whom-who-label = Кому
form-whom-who-child = Моїй дитині
form-whom-who-relative = Моєму родичу
form-whom-who-neighbour = Сусідові чи знайомому
form-whom-who-report = Родині, яка в біді
form-whom-name = Як звати цю людину? Можна лише ім’я.
form-whom-name-label = Ім’я
form-whom-name-skip = Не знаю імені
form-whom-born = Коли людина народилася? Можна написати лише вік.
form-whom-born-label = Народження чи вік
form-whom-born-skip = Не знаю віку
form-whom-knows = Людина знає, що ви пишете про неї?
form-whom-knows-label = Людина знає
form-whom-knows-yes = Так, знає
form-whom-knows-no = Ні, не знає
form-whom-phone = За яким номером їй можна подзвонити? Напишіть його або надішліть контакт.
form-whom-phone-label = Телефон
form-whom-phone-skip = Немає телефону
form-whom-agree = Ми маємо почути від самої людини, що вона згодна. Як зручніше?
form-whom-agree-label = Згода
form-whom-agree-call = Подзвоніть їй
form-whom-agree-code = Людина має Telegram, дайте код
form-whom-where = Де шукати цю людину чи родину? Напишіть село або місто, вулицю.
form-whom-where-label = Де шукати
form-whom-where-skip = Не знаю, де
form-whom-reporter = Чи можна нашим фахівцям бачити ваше ім’я? Тій людині чи родині ми його не скажемо.
form-whom-reporter-label = Ваше ім’я фахівцям
form-whom-reporter-yes = Так, можна
form-whom-reporter-no = Ні, не показуйте

button-for-another = Це для іншої людини

screen-whom-sent = Записали, для кого звернення <b>{ $number }</b>. Відповідь фахівця прийде вам сюди.
whom-sent-call = Далі ми подзвонимо самій людині й спитаємо, чи вона згодна. Попередьте її, будь ласка, про дзвінок.
whom-sent-code =
    Прочитайте людині цей код:
    <code>{ $code }</code>

    Нехай вона надішле його сюди, у цей бот, зі свого Telegram. Код діє до { $until } і лише раз.

    Не виходить – подзвонимо. Просто напишіть нам сюди.
whom-sent-code-over = Код уже не діє. Напишіть нам сюди або подзвоніть: { $phone }, { $hours }. Ми спитаємо людину самі.
whom-sent-confirmed = Людина вже сказала, що згодна.
whom-sent-refused =
    Людина не хоче, щоб за неї просили. Те, що ви розповіли про неї, ми стерли.

    Далі напише фахівець. Наш телефон: { $phone }, { $hours }.
whom-sent-report = Дякуємо, що не пройшли повз. { $shown ->
        [yes] Ваше ім’я побачать лише наші фахівці.
       *[no] Вашого імені й номера фахівці не побачать. Дзвонити вам не будемо, хіба що самі попросите.
    }

letter-agreed-by-code =
    Дякуємо. Ми записали: ви згодні, щоб близька людина писала нам про вас. Номер звернення: <b>{ $number }</b>.

    Передумали або не просили про це? Подзвоніть: { $phone }, { $hours }.

letter-agreement-refused =
    Ми поговорили з людиною, за яку ви просите. Без її згоди ми далі не йдемо. Звернення <b>{ $number }</b>.

    Те, що ви розповіли про неї, ми стерли. Далі напише фахівець. Наш телефон: { $phone }, { $hours }.

letter-agreement-unheard =
    { $wrong ->
        [yes] Дзвонили { $at } людині, за яку ви просите. Відповів хтось інший.
       *[no] Дзвонили { $at } людині, за яку ви просите. Ніхто не відповів.
    } Звернення <b>{ $number }</b>.
letter-agreement-unheard-again = Спробуємо ще раз до { $by }. Попередьте її, будь ласка, про дзвінок.

letter-agreement-known = Людина сказала нам, що згодна. Звернення <b>{ $number }</b>. Ми працюємо далі.

## Те саме для працівників

screen-card-for-whom = Для кого: { $relation }. Згода: { $agreement }
relation-child = дитина того, хто пише
relation-relative = родич того, хто пише
relation-neighbour = сусід чи знайомий
relation-report = повідомлення про родину в біді
agreement-not-needed = пише один із батьків
agreement-by-call = треба почути дзвінком
agreement-by-code = чекаємо на код від людини
agreement-confirmed = людина згодна
agreement-refused = людина не згодна
agreement-report = людину не питали, це повідомлення
button-ask-agreement = Спитати згоди
button-agreement-heard = Так, згодна
button-agreement-refused = Не згодна, стерти її дані
toast-agreement-heard = Згоду записано.
toast-agreement-refused = Записано, що згоди немає. Дані про людину стерто.
letter-desk-agreement = Спитати згоди, звернення <b>{ $number }</b>
    Кого питати: { $name } ({ $relation })
letter-desk-agreement-phone = Номер: <code>{ $phone }</code>
letter-desk-agreement-no-phone = Номера немає. Попросіть його в того, хто пише.
letter-desk-agreement-ask = Спершу переконайтеся, що говорите саме з цією людиною. Скажіть, хто й про що за неї просить. Спитайте, чи згодна.
details-for-whom = <b>Для кого</b>
    Хто це: { $relation }
    Ім’я: { $name }
    Народження чи вік: { $born }
    Телефон: { $phone }
    Де шукати: { $whereabouts }
    Згода: { $agreement }
details-agreed-on = { $agreement }, { $on }
details-reporter-hidden = не показуємо: так попросила людина, яка повідомила
event-not-agreed = людина не згодна, щоб за неї просили
news-not-agreed = Людина не згодна, щоб за неї просили. Дані про неї стерто. Напишіть тому, хто звернувся.
event-for-another = сказано, для кого звернення
event-agreed = людина підтвердила згоду
news-for-another = Тепер відомо, для кого це звернення. Ім’я й телефон – кнопка «Подробиці».
news-agreed = Людина, для якої це звернення, згодна.

## Файли у формі
form-files = <b>Уже є</b>
    { $files }
form-file-refused = { $what }. Не взяли. { $why } { $advice }
form-problem-no-file = Тут потрібне фото або файл. Надішліть одне чи кілька, а тоді натисніть «Готово».
form-problem-too-many-files = Більше файлів тут не вміститься. Решту додасте до звернення потім.
button-form-take-back = Прибрати останній файл
