### Звернення з дзвінка, візиту чи пошти: що бачить працівник, що читає людина з кодом.


## Стіл: запитання

command-new = Звернення з дзвінка чи візиту
command-code = Код для Telegram, щоб прочитати людині
button-register = Нове звернення з дзвінка чи візиту
button-register-more = Ще одне звернення

channel-call = дзвінок
channel-visit = візит
channel-post = пошта

screen-registration-channel = <b>Нове звернення.</b> Як воно надійшло?
screen-registration-danger = <b>Чи людина зараз у небезпеці?</b> Якщо так, черговий дізнається одразу, а зайвого не питаємо.
screen-registration-phone =
    Напишіть номер телефону людини.

    Повторіть його вголос: за цим номером ми дзвонитимемо.
screen-registration-known =
    Номер { $phone } уже є в зверненнях. Чи це та сама людина?

    Спитайте ім’я: одним телефоном може користуватися вся сім’я. Ім’я в зверненні покаже «Подробиці»: /case і номер. Це те саме прохання? Скасуйте й допишіть у тему того звернення.
screen-registration-known-line = { $number }: { $state }
screen-registration-name = Напишіть, як звертатися до людини.
screen-registration-service = Про що прохання? Оберіть напрям.
screen-registration-formal =
    Чи це звернення громадянина за законом? Людина назвала ім’я та адресу, а на листі є підпис.

    Так – рахуємо строк відповіді за законом.
screen-registration-place = Де людина зареєстрована?
screen-registration-language = Якою мовою говорити з людиною?
screen-registration-words =
    Напишіть або перешліть, про що просить людина. Можна кілька повідомлень і фото листа. Потім натисніть «Готово».

    Записано: { $count ->
        [one] { $count } повідомлення
        [few] { $count } повідомлення
       *[other] { $count } повідомлень
    }, { $files ->
        [one] { $files } файл
        [few] { $files } файли
       *[other] { $files } файлів
    }.
screen-registration-day = Якого дня надійшло звернення? Для листа – день, коли його отримали. Від цього дня рахуємо строк за законом.
screen-registration-ground =
    Чи згодна людина, щоб ми записали її ім’я, телефон і прохання? Бачать їх лише фахівці, які допомагають.

    Не згодна – не реєструйте. Назвіть телефони допомоги й скасуйте.
ground-oral = Згодна, каже усно
ground-paper = Згодна, підписала папір
ground-not-needed = За законом згода не потрібна

screen-registration = <b>Перевірте й зареєструйте</b>
screen-registration-line = { $field }: { $value }
screen-registration-files =
    { $count ->
        [one] І ще { $count } файл.
        [few] І ще { $count } файли.
       *[other] І ще { $count } файлів.
    }
registration-field-channel = Надійшло
registration-field-danger = Небезпека
registration-field-phone = Телефон
registration-field-name = Ім’я
registration-field-service = Послуга
registration-field-formal = Звернення громадянина
registration-field-place = Зареєстроване місце
registration-field-language = Мова
registration-field-words = Прохання
registration-field-day = День
registration-field-ground = Згода
registration-danger-yes = так
registration-danger-no = ні
registration-same = , та сама людина, що в { $number }
registration-name-known = уже є в нас
screen-registration-cancelled = Скасовано. Нічого з написаного ми не зберегли. Повідомлення в цьому чаті видаліть самі.

button-registration-danger = Так, небезпека
button-registration-no-danger = Ні
button-registration-no-phone = Телефону немає
button-registration-same = Людина зі звернення { $number }
button-registration-nobody = Інша людина
button-registration-no-name = Не каже
button-registration-formal = Так, звернення громадянина
button-registration-not-formal = Ні, просить поради чи допомоги
button-registration-no-place = Не знаю
button-registration-ready = Готово
button-registration-erase = Стерти й написати знову
button-registration-today = Сьогодні, { $day }
button-registration-yesterday = Учора, { $day }
button-registration-earlier = Інший день
button-registration-register = Зареєструвати
button-registration-change = Змінити: { $field }
button-registration-cancel = Скасувати

## Стіл: зареєстровано

screen-registered =
    <b>Зареєстровано: { $number }</b>
    Надійшло: { $channel }, { $day }.
screen-registered-reply = Відповідь обіцяємо до { $by }.
screen-registered-law = Рішення за законом – до { $by }.
screen-registered-say = <b>Скажіть людині:</b>
registered-script = Ваше звернення записане. Номер: { $number }. Фахівець відповість вам до { $by }. Щось зміниться або забудете номер – дзвоніть: { $phone }. Усе безплатно.
screen-registered-say-danger = <b>Скажіть людині: якщо біда зараз, дзвоніть, не чекайте на нас. Черговий уже знає.</b>
screen-registered-line = { $number } – { $name }
screen-registered-code =
    <b>Код для Telegram:</b> { $code }
    Діє до { $until }, один раз. Читайте по одній цифрі, люди хай повторять.
    «З’явиться Telegram – знайдіть нашого бота, натисніть «Почати» й надішліть ці цифри. Відповіді приходитимуть туди».
letter-link-code =
    <b>Новий код для { $number }:</b> { $code }
    Діє до { $until }, один раз. Попередній уже не діє. Читайте по одній цифрі.
whisper-code-on-desk = Новий код чекає у вашому чаті з ботом. Прочитайте його людині.
letter-linked-news = Людина зі звернення { $number } тепер пише в Telegram: надіслала код. Відповіді йдуть туди.

refusal-phone-unread = Це не схоже на номер, на який можна подзвонити. Приклад: 050 123 45 67
refusal-press-instead = Тут відповідь – кнопкою. Щоб продовжити, натисніть її.
refusal-has-telegram = Людина пише нам у Telegram, код не потрібен.

## Тема: сказати людині

letter-words-to-tell =
    Людина без Telegram: це повідомлення саме не дійде. Подзвоніть до { $by } і передайте.
letter-words-to-tell-no-phone =
    Людина без Telegram і без телефону. Передайте листом або на візиті.
button-to-tell = Що сказати
letter-desk-to-tell =
    <b>Передайте людині, { $number }</b>
    Телефон: { $phone }. Ім’я: { $name }. Мова: { $language }.
letter-to-tell-file =
    { $count ->
        [one] Файл у темі: { $count }. Надішліть поштою або віддайте на візиті.
       *[other] Файлів у темі: { $count }. Надішліть поштою або віддайте на візиті.
    }
letter-to-tell-long = Тут { $count } довгих повідомлень. Усі стоять у темі: прочитайте їх звідти.
letter-to-tell-how = Передали все – натисніть як. <i>Цей перегляд записано: хто й коли.</i>
button-told-phone = Сказано телефоном
button-told-post = Надіслано поштою
button-told-visit = Сказано на візиті
letter-desk-call-to-tell =
    { $count ->
        [one] Є що передати: { $count }. Спершу прочитайте в темі: «Що сказати».
       *[other] Є що передати: { $count }. Спершу прочитайте в темі: «Що сказати».
    }
screen-card-call-tell = Подзвонити й передати написане: до { $by }.
contact-call = без Telegram, звернення з дзвінка
contact-visit = без Telegram, звернення з візиту
contact-post = без Telegram, звернення з пошти
contact-telegram-call = Telegram, звернення з дзвінка
contact-telegram-visit = Telegram, звернення з візиту
contact-telegram-post = Telegram, звернення з пошти

event-registered = записав працівник
event-code-given = людині дали код для Telegram
event-in-telegram = людина надіслала код і тепер пише в Telegram
event-told = написане передано людині
event-reply-to-tell = відповідь написано, треба передати людині
news-in-telegram = Людина надіслала код і тепер пише в Telegram. Відповіді йдуть туди. Помилка? Керівник поверне кнопкою «Перевірити людину».

## Людина з кодом

letter-link-refused =
    Такого коду немає, або він уже не діє. Перевірте цифри й надішліть ще раз.

    Не виходить? Подзвоніть нам, дамо новий: { $phone }, { $hours }.
letter-link-often =
    Забагато спроб. Спробуйте за годину.

    Або подзвоніть нам, дамо новий код: { $phone }, { $hours }.
letter-case-linked =
    Ваше звернення { $number } тепер тут. Відповіді приходитимуть у цей чат.

    Хочете щось додати – просто напишіть. Наш телефон: { $phone }, { $hours }.
button-case-linked = Показати звернення
mine-event-registered = ми записали ваше звернення
mine-event-in-telegram = звернення тепер у вашому Telegram
