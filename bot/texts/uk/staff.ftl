### Для працівників: картка, тема, стіл.

## Картка й тема

screen-card = { $icon }<b>{ $number }</b> · { $service_group }
    Стан: { $state }. Черга діяти: { $turn }
screen-card-service = Послуга: { $service }
screen-card-deadline-law = Строк: рішення за законом – до { $deadline }
screen-card-deadline-reply = Строк: відповідь – до { $deadline }
screen-card-overdue-law = Строк минув: рішення за законом – до { $deadline }
screen-card-overdue-reply = Строк минув: відповідь – до { $deadline }
screen-card-places = Зареєстр.: { $registered } · живе: { $actual }
screen-card-audience = Хто: { $audience }
screen-card-language = Зв’язок: { $contact }. Мова: { $language }. Веде: { $owner }
screen-card-unread = Нових повідомлень: { $count }
screen-card-files = Файлів: { $count }
screen-card-outcome = Результат: { $outcome }
screen-card-watched = Телефон можуть перевірити. Відповідь дійде, коли людина знову напише сама.
screen-card-unreachable = Людина зупинила бота: відповіді не доходять.
screen-card-how = Людині пишіть відповіддю на її повідомлення або на цю картку. Решта лишається між вами.
screen-card-details = Ім’я – кнопка «Подробиці». Бачите лише ви, перегляд записується.

card-household = { $count ->
        [one] сім’я: { $count } людина
        [few] сім’я: { $count } людини
       *[other] сім’я: { $count } людей
    }
value-unknown = невідомо
value-other-place = інше місце
contact-telegram = Telegram
value-nobody = ніхто

screen-topic-head = { $number } · { $state } · { $service_group }

## У темі

letter-person-message = <b>Людина пише</b>
    { $text }
letter-person-message-part = <b>Людина пише</b> · частина { $part } з { $parts }
    { $text }
letter-person-message-edited = <b>Людина пише</b> · змінено
    { $text }
letter-person-message-edited-part = <b>Людина пише</b> · змінено · частина { $part } з { $parts }
    { $text }
letter-person-message-gone = <b>Людина пише</b> · змінено
    Цю частину людина прибрала.

letter-topic-summary = Попередньої теми звернення <b>{ $number }</b> вже немає. Ось що було досі.
letter-topic-summary-person = <b>Людина</b>, { $at }: { $text }
letter-topic-summary-staff = <b>Ми</b>, { $at }: { $text }

letter-case-news = <b>Новина.</b> { $news }

letter-delivery-mark = Надіслано

letter-group-bound =
    Готово. Тепер тут працює <b>{ $organisation }</b>. Кожне звернення матиме свою тему.

    Людині пишіть відповіддю на її повідомлення або на картку. Можна й так: /a і текст. Решта лишається між вами.

    Позначка { $mark } на вашій відповіді означає: надіслано.

## Стіл

letter-join-failed =
    Це посилання вже не діє: його використали, або минуло три дні.

    Попросіть у свого керівника нове. Телефон департаменту: { $phone }, { $hours }.

letter-staff-joined =
    Добрий день, { $work_name }. Ваша роль: { $role }.

    Нові звернення приходять у групу, кожне у свою тему. Ваші звернення: /desk

    Спершу можна повправлятися на вигаданих людях.

screen-desk-home = <b>Ваші звернення</b>
    { $work_name }, { $role }
screen-desk-home-line = { $number } · { $service }. Стан: { $state }. Черга діяти: { $turn }
screen-desk-home-empty = Звернень у вас поки немає. Нові чекають у групі.

## Подробиці й дані

letter-desk-details = Подробиці звернення <b>{ $number }</b>
    { $for_another ->
        [yes] Пише: { $name }
       *[no] Ім’я: { $name }
    }
    Хто звертається: { $audience }
    Категорія: { $category }
    Вік: { $age_band }
    Людей у сім’ї: { $household }
    Зареєстрована громада: { $registered }
    Живе зараз: { $actual }
    { $consent }
details-logged = <i>Цей перегляд записано: хто й коли.</i>
details-consent = Згода від { $on }
details-no-consent = Згоди немає
details-name-hidden = не записуємо, телефон можуть перевірити

whisper-outcomes = Чим завершуємо звернення? Цей результат побачить людина.
whisper-fact-fields = Що ви вже знаєте про людину? Це потрібно для звітів. Не знаєте – не питайте зайвого.
whisper-fact-groups = { $field }: оберіть район.
whisper-fact-values = { $field }: оберіть.

## Чому ні

refusal-not-allowed = Вам це недоступно.
refusal-no-such-case = Такого звернення немає.
refusal-stale = Ця кнопка вже застаріла.
refusal-taken-by-other = Звернення вже веде { $owner }.
refusal-already-yours = Це звернення вже ведете ви.
refusal-not-owner = Звернення веде { $owner }. Зробити це може лише { $owner } або керівник.
refusal-take-first = Спершу візьміть звернення: кнопка «Беру» на картці.
refusal-case-closed = Це звернення вже завершене.
refusal-too-late = Час для цього минув.
refusal-code-not-valid = Цей код не діє. Попросіть новий.
refusal-group-taken = Ця група вже прив’язана.
refusal-no-topics = Увімкніть у групі теми й дайте боту право ними керувати. Тоді повторіть команду.
refusal-reply-empty = У цій відповіді немає ні слів, ні файлу, тож нічого не надіслано.

whisper-not-staff = Тут працюють лише фахівці. Попросіть керівника про запрошення.
whisper-anonymous-admin = Пишіть від свого імені: анонімному адміністратору бот не відповідає.
whisper-bind-usage = Напишіть команду з кодом: /bind і код через пропуск. Група лише для частини звернень? Додайте після коду громаду, район чи напрям, кілька – через кому.
whisper-stayed-inside = Людині це не надіслано: бот не впізнав, на що ви відповіли. Дайте відповідь на її слова чи на картку або почніть із /a.

toast-taken = Звернення ваше.
toast-released = Повернули в чергу.
toast-closed = Звернення завершено.
toast-reopened = Звернення знову відкрите.
toast-saved = Записано.
toast-agreed = Дякуємо, згоду записано.
toast-runs-again = Виконуємо ще раз.
toast-sent-again = Надсилаємо ще раз.
toast-given-up = Більше не пробуємо.
