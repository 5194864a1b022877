### Групові події: запис, список очікування, місце, що звільнилося; події на столі.

## Людина

screen-events = <b>На що можна записатися</b>
screen-events-none = Подій поки немає. Коли будуть, вони з’являться тут.
screen-event =
    <b>{ $title }</b>
    Де: { $place }
    Триває { $minutes } хв. Участь безплатна.

    Оберіть день:
screen-event-no-dates = На жаль, усі дні вже минули.
screen-event-phone = Питання? { $phone }, { $hours }
group-date =
    { $state ->
        [signed] { $when }: ви записані
        [waiting] { $when }: ви в списку очікування
        [offered] { $when }: для вас є місце
        [cancelled] { $when }: не відбудеться
        [full] { $when }: місць немає, можна стати в список
       *[free] { $when }: вільних місць { $left }
    }
button-event-sign = Записатися: { $day }
button-event-wait = У список: { $day }
button-event-seat = Мій запис: { $day }
button-event-open = { $day }: { $title }
button-events = На що можна записатися
screen-event-seat =
    Ви записані: <b>{ $when }</b>.
    { $what }
    Ваше місце: { $number }. Назвіть його, коли прийдете.
screen-event-waiting =
    Ви в списку очікування: <b>{ $when }</b>.
    { $what }
    Перед вами: { $before }. Звільниться місце – напишемо й потримаємо його для вас.
screen-event-offered =
    Звільнилося місце: <b>{ $when }</b>.
    { $what }
    Тримаємо його для вас до { $until }.
screen-event-ask = Не зможете прийти { $when }? Місце запропонуємо іншій людині.
screen-event-ask-waiting = Прибрати вас зі списку на { $when }?
screen-event-gone = Вас на цей день не записано.
group-what =
    { $title }
    Де: { $place }
group-what-covered = Групова зустріч
letter-event-signed =
    Ви записані: <b>{ $when }</b>.
    { $what }
    Ваше місце: { $number }. Назвіть його, коли прийдете.
    Нагадаємо за день і за дві години. Не зможете – скажіть, і місце дістанеться комусь іще.
letter-event-listed =
    Ми записали вас у список очікування: <b>{ $when }</b>.
    { $what }
    Звільниться місце – напишемо й потримаємо його для вас.
letter-event-seat-offered =
    Є місце: <b>{ $when }</b>.
    { $what }
    Тримаємо його для вас до { $until }. Потім запропонуємо наступній людині.
letter-event-seat-passed =
    Ми не дочекалися відповіді й запропонували місце { $when } наступній людині.
    { $what }
    Ще хочете прийти? Станьте в список знову.
letter-event-left =
    Ваш запис на { $when } скасовано. Дякуємо, що сказали.
    { $what }
letter-event-cancelled =
    { $when } зустрічі не буде. Перепрошуємо.
    { $what }
    Питання? { $phone }, { $hours }
letter-remind-event =
    Нагадуємо: <b>{ $when }</b>.
    { $what }
    Ваше місце: { $number }. Будь ласка, скажіть, чи вийде.
button-event-take = Беру місце
button-event-pass = Не треба
button-event-leave = Не зможу
button-event-leave-list = Прибрати зі списку
button-event-leave-yes = Так, скасувати запис
button-event-stay = Ні, лишіть
button-event-again = Подивитися дні
button-event-coming = Я прийду
calendar-event-about = Записалися в Telegram-боті. Скасувати: там само, команда /meetings
refusal-consent-first = Щоб записати вас, потрібна згода. Ми щойно спитали про неї нижче.
refusal-signed-already = Запис на цей день уже є.

## Працівник

command-events = події та групи
screen-desk-events = <b>Події</b>
screen-desk-events-none = Подій попереду немає.
button-desk-event = { $day }: { $title }
button-event-new = Нова подія
button-event-draft = До чернетки
screen-desk-event =
    <b>{ $title }</b>
    Де: { $place }
    { $minutes } хв, місць: { $places }
desk-event-date =
    { $cancelled ->
        [yes] { $when }: скасовано
       *[no] { $when }: вільно { $left }, у списку { $waiting }
    }
button-event-link = Посилання для людей
button-event-copy = Скопіювати
whisper-event-link = За цим посиланням люди записуються самі: { $link }
button-event-cancel = Скасувати всі дні
button-event-cancel-yes = Так, скасувати всі
screen-event-cancel-ask = Скасувати всі дні, що попереду? Кожному, хто записаний, скажемо.
button-event-date = { $day }
screen-desk-event-date =
    <b>{ $title }</b>
    { $when }. Записалися: { $taken } з { $places }, у списку: { $waiting }
screen-event-date-cancelled = Цей день скасовано.
seat-line =
    { $state ->
        [waiting] У списку · { $number }
        [offered] Місце { $place } · { $number } · чекаємо відповіді
        [came] Місце { $place } · { $number } · присутня людина
        [missed] Місце { $place } · { $number } · не прийшла людина
       *[signed] Місце { $place } · { $number }{ $coming }
    }
seat-coming = {" "}· каже, що прийде
seat-no-case = без звернення
button-seat-who = Хто: { $number }
button-seat-came = Місце { $place }: прийшла людина
button-seat-missed = Місце { $place }: ні
button-event-date-cancel = Скасувати цей день
button-event-date-cancel-yes = Так, скасувати
screen-event-date-ask = Скасувати цей день? Кожному, хто записаний, скажемо.
button-event-back = До подій
button-event-back-one = До події

screen-desk-event-draft = <b>Нова подія</b>
draft-title = Назва: { $title }
draft-place = Де: { $place }
draft-minutes = Триває: { $minutes } хв
draft-places = Місць: { $places }
draft-day = Перший день: { $day }
draft-starts = Початок: { $hour }
draft-repeat = { $repeat }
draft-count = Днів: { $count }
draft-ask-title = Як назвати? Напишіть: люди побачать саме цю назву.
draft-ask-place = Де? Напишіть адресу чи посилання.
draft-ask-minutes = Скільки триває?
draft-ask-places = Скільки місць?
draft-ask-day = Який перший день?
draft-ask-starts = О котрій починаємо?
draft-ask-repeat = Чи повторюється?
draft-ask-count = Скільки днів усього?
draft-ready = Усе є. Відкрити запис?
repeat-once = один раз
repeat-weekly = щотижня
repeat-fortnightly = раз на два тижні
repeat-four-weeks = раз на чотири тижні
button-event-open-now = Відкрити запис
button-event-throw = Викинути чернетку
toast-event-opened = Запис відкрито.
toast-event-thrown = Чернетки немає.
toast-event-cancelled = Скасували. Сказали людям: { $count }
whisper-event-choices = <b>{ $number }</b>. На яку подію записати?
whisper-event-choices-none = <b>{ $number }</b>. Подій попереду немає.
button-event-sign-for =
    { $left ->
        [0] { $day }: { $title } (у список)
       *[other] { $day }: { $title } ({ $left })
    }
toast-event-signed-for =
    { $waiting ->
        [yes] У списку очікування. Людині напишемо.
       *[no] Записали. Людині напишемо.
    }
