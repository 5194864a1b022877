### Зустрічі: час на вибір, згода, перенесення, нагадування; календар і години фахівця.

## Людина: де і з ким

meeting-how =
    { $way ->
        [place] Де: { $place }
            На вас чекає { $who }.
        [phone] Вам подзвонить { $who }.
       *[video] Відеозв’язок: { $place }
            На вас чекає { $who }.
    }
meeting-how-covered =
    { $way ->
        [place] На вас чекає { $who }.
        [phone] Вам подзвонить { $who }.
       *[video] Це відеозв’язок, на вас чекає { $who }.
    }

## Людина: листи

letter-appointment-offered =
    Звернення <b>{ $number }</b>: пропонуємо зустріч.
    { $how }
    Це { $minutes } хв. Оберіть час до { $by }.

    Якщо відповіді не буде, ми подзвонимо. Наш телефон: { $phone }, { $hours }.
letter-appointment-again =
    Зустріч { $was } не відбудеться. Перепрошуємо.

    Звернення <b>{ $number }</b>. Пропонуємо інший час.
    { $how }
    Це { $minutes } хв. Оберіть час до { $by }.

    Якщо відповіді не буде, ми подзвонимо. Наш телефон: { $phone }, { $hours }.
letter-appointment-set =
    { $moved ->
        [yes] Перенесли. Тепер зустріч така: <b>{ $when }</b>.
       *[no] Домовилися: <b>{ $when }</b>.
    }
    { $how }
    Звернення { $number }. Нагадаємо за день і за дві години.
letter-appointment-set-file = Відкрийте файл, і зустріч з’явиться в календарі телефону.
letter-appointment-cancelled =
    { $own ->
        [yes] Скасували зустріч { $was }. Дякуємо, що сказали.
       *[no] Зустріч { $was } не відбудеться. Перепрошуємо.
    }
    Звернення <b>{ $number }</b>. Потрібен інший час? Напишіть сюди або подзвоніть: { $phone }, { $hours }.
letter-appointment-declined =
    { $own ->
        [yes] Гаразд, зустрічі не буде. Дякуємо, що сказали.
       *[no] Зустріч, яку ми пропонували, вже не потрібна.
    }
    Звернення <b>{ $number }</b>. Щось зміниться – напишіть сюди або подзвоніть: { $phone }, { $hours }.
letter-appointment-missed =
    { $who } чекає на звістку від вас. На зустрічі { $when } ми не побачилися.

    Буває всяке, нічого страшного. Звернення <b>{ $number }</b> лишається в роботі. Запропонувати інший час?
    Наш телефон: { $phone }, { $hours }.
letter-remind-appointment =
    Нагадуємо про зустріч: <b>{ $when }</b>.
    { $how }
    Будь ласка, скажіть, чи вийде.

## Людина: екрани

screen-appointment-held =
    Ви обрали <b>{ $when }</b>.
    { $how }
    Підходить? Тримаємо цей час для вас пів години.
screen-appointment-offered =
    Звернення <b>{ $number }</b>. Оберіть, коли вам зручно.
    { $how }
screen-appointment-times-over = Запропонований час минув. Напишіть сюди, і ми запропонуємо інший.
screen-appointment-unsuited =
    Звернення <b>{ $number }</b>. Дякуємо, що сказали. Запропонуємо інший час.

    Можете написати сюди, коли вам зручно.
screen-appointment =
    Зустріч: <b>{ $when }</b>.
    { $how }
    Звернення { $number }.
screen-appointment-over =
    { $state ->
        [came] Ця зустріч уже відбулася.
        [missed] На цій зустрічі ми не побачилися.
       *[other] Цієї зустрічі не буде.
    }
screen-appointment-days = Коли вам зручно? Ось дні, у які є вільний час.
screen-appointment-no-days = Вільного часу зараз немає. Подзвоніть нам або напишіть сюди – знайдемо разом.
screen-appointment-day = { $day }. Оберіть час.
screen-appointment-day-full = { $day } вільного часу вже немає. Оберіть інший день.
screen-appointment-move =
    Переносимо?
    Було: { $was }
    Буде: <b>{ $to }</b>
screen-appointment-cancel = Скасувати зустріч { $when }? Її можна й перенести.
screen-appointment-decline = Зустріч не потрібна?
screen-meetings = <b>Ваші зустрічі</b>
screen-meetings-none = Зустрічей немає. Коли домовимося, вони будуть тут.
meetings-line =
    { $state ->
        [confirmed] { $when }: { $who }
        [held] { $when }: { $who }. Ще не підтверджено.
        [unsuited] { $who }: шукаємо для вас інший час
       *[other] { $who }: оберіть час
    }
meetings-seat =
    { $waiting ->
        [yes] { $when }: { $title }. Ви в списку очікування.
       *[no] { $when }: { $title }
    }
meetings-group = групова зустріч

## Людина: кнопки

command-meetings = Мої зустрічі
button-meetings = Мої зустрічі
button-meetings-ahead =
    { $count ->
        [0] Зустрічі й події
       *[other] Зустрічі й події ({ $count })
    }
button-appointment-yes = Так, підходить
button-appointment-other = Інший час
button-appointment-none = Жоден час не підходить
button-appointment-ask-times = Запропонуйте інший час
button-appointment-move = Перенести
button-appointment-move-yes = Так, перенести
button-appointment-keep = Лишити, як було
button-appointment-cancel = Не зможу
button-appointment-cancel-yes = Так, скасувати
button-appointment-coming =
    { $way ->
        [place] Я прийду
        [phone] Я чекатиму дзвінка
       *[video] Я буду на зв’язку
    }
button-appointment-not-coming = Не зможу
toast-coming = Дякуємо, чекаємо.

## Календар у телефоні

calendar-meeting = Зустріч: { $who }
calendar-meeting-by-phone = Дзвінок: { $who }
calendar-off = Зустріч скасовано
calendar-about = Домовилися в Telegram-боті. Перенести чи скасувати: там само, команда /meetings

## Працівник: зустрічі у зверненні

button-appointments = Зустрічі
whisper-appointments = <b>{ $number }</b>. Зустрічі:
whisper-appointments-none = <b>{ $number }</b>. Зустрічей ще не було.
appointment-line = { $when } · { $who } · { $state }
appointment-no-time = без часу
appointment-draft = чернетка
appointment-offered = чекає вибору
appointment-held = обирає час
appointment-unsuited = час не підходить
appointment-confirmed = домовлено
appointment-came = відбулася
appointment-missed = людина не прийшла
appointment-cancelled = скасовано
appointment-lapsed = лишилася без відповіді
appointment-dropped = не запропоновано
way-place = особисто
way-phone = телефоном
way-video = відео
button-appointment-new = Запропонувати час
button-appointment-event = Записати на подію
whisper-appointment-whom = <b>{ $number }</b>. З ким зустріч?
whisper-appointment-draft =
    <b>{ $number }</b>. Зустріч: { $who }, { $way }, { $minutes } хв.
    { $chosen ->
        [0] Оберіть день і час. Можна запропонувати кілька.
       *[other] Запропонуємо:
            { $times }
    }
whisper-appointment-day = { $day }: вільний час. Натисніть, щоб додати чи прибрати.
whisper-appointment-no-days = Вільного часу немає. Години змінюють на столі: /hours
button-appointment-minutes = { $minutes } хв
button-appointment-chosen = { $label } – обрано
button-appointment-days = Інші дні
button-appointment-send = Надіслати людині
button-appointment-back = До зустрічей
screen-agenda-one =
    <b>{ $number }</b>. { $when }
    { $who }, { $way }. { $state }.
appointment-coming = Людина каже, що прийде.
whisper-appointment-book = Людина погодилась телефоном? Натисніть час.
button-appointment-book = Погоджено: { $when }
button-appointment-came = Відбулася
button-appointment-missed = Не прийшла людина
button-appointment-again = Інший час
button-appointment-drop = Скасувати зустріч
toast-appointment-offered = Надіслали людині.
toast-appointment-booked = Записали. Людина отримає лист.
toast-appointment-cancelled = Скасували. Людині сказали.
toast-appointment-noted = Записали.
toast-appointment-missed = Записали. Спитаємо людину про інший час.
refusal-time-taken = Цей час щойно зайняли. Оберіть інший.
refusal-no-times = Оберіть хоч один час, що ще попереду.
refusal-place-needed = Спершу додайте адресу чи посилання: стіл, /hours
refusal-hours-meet = Ці години накладаються на інші або закінчуються раніше, ніж починаються.

letter-appointment-news = { $change }: { $when } ({ $who })
letter-appointment-on-desk =
    <b>{ $number }</b>: { $change }
    { $when }
event-appointment-offered = запропонували час зустрічі
event-appointment-confirmed = про зустріч домовилися
event-appointment-moved = зустріч перенесено
event-appointment-unsuited = жоден час не підходить
event-appointment-cancelled = зустріч скасовано
event-appointment-lapsed = час зустрічі минув без відповіді
event-appointment-came = зустріч відбулася
event-appointment-missed = зустріч не відбулася

## Працівник: календар команди

command-agenda = календар зустрічей
screen-agenda = <b>{ $days }</b>
screen-agenda-of = <b>{ $days }</b>. { $who }
screen-agenda-free = Зустрічей немає.
agenda-line = { $hours } · { $who } · { $way } · { $number }{ $mark }
agenda-coming = {" "}· каже, що прийде
agenda-came = {" "}· відбулася
agenda-missed = {" "}· не прийшла людина
agenda-event = { $hour } · { $title }: записалися { $taken } з { $places }
agenda-day = <b>{ $day }</b>
button-agenda-one = { $hour } { $number }
button-agenda-event = { $hour } { $title }
button-agenda-before = ← { $day }
button-agenda-after = { $day } →
button-agenda-week = Тиждень
button-agenda-day = День
button-agenda-mine = Лише мої
button-agenda-all = Уся команда
button-agenda-hours = Мої години
button-agenda-events = Події
button-agenda = Календар

## Працівник: години

command-hours = мої години прийому
screen-hours = <b>Години прийому: { $who }</b>
hours-usual = Поки що це години установи. Змініть, якщо ваші інші.
hours-line = { $day }: { $hours }
hours-none = не приймає
hours-at-once = Людей водночас: { $count }
hours-place = Де: { $place }
hours-no-place = Адреси немає: особисто зустрітися не запропонувати.
hours-video = Відео: { $place }
hours-no-video = Посилання на відео немає.
hours-days-off = Вихідні: { $days }
screen-hours-day = <b>{ $day }</b>. { $who }
    Приймає: { $hours }

    Додати години. З котрої?
screen-hours-closes = <b>{ $day }</b>, з { $opens }. До котрої?
screen-hours-off = Коли { $who } не приймає? Натисніть день, щоб змінити.
screen-hours-at-once = Скільки людей водночас приймає { $who }?
screen-hours-place = Напишіть адресу: вулиця, будинок, кабінет. Її побачать люди, з якими домовимося.
screen-hours-video = Надішліть посилання, за яким люди приєднуються до відео.
screen-hours-colleagues = Чиї години?
button-hours-remove = Прибрати { $hours }
button-hours-off = Вихідні
button-hours-at-once = Скільки водночас
button-hours-place = Адреса
button-hours-video = Відео
button-hours-nowhere = Прибрати
button-hours-colleagues = Години колег
button-hours-back = До годин
weekday-0 = понеділок
weekday-1 = вівторок
weekday-2 = середа
weekday-3 = четвер
weekday-4 = п’ятниця
weekday-5 = субота
weekday-6 = неділя

held-meetings = Зустрічей і записів на події: { $count }.
erased-meetings = зустрічі
own-file-meetings = Зустрічі та події
