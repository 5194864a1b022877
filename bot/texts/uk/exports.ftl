### Файли з кампанії на столі керівника: таблиця для наказу, підсумки, документи, розподіл місць.

button-exports = Таблиці й документи
screen-exports =
    <b>Таблиці й документи: { $name }</b>
    Файл отримаєте лише ви. Спитаємо, навіщо він, і запишемо.
screen-exports-log = <b>Останні файли</b>
screen-exports-line = { $at } – { $who }: { $what }. Навіщо: { $reason }. Рядків: { $rows }, { $state }.
screen-export =
    <b>{ $what }</b>
    { $inside }
screen-export-personal = У файлі дані родин. Перегляд запишемо до кожної заяви. Файл зникне з чату за { $minutes } хв: збережіть його там, де його не побачать чужі.
screen-export-why = Навіщо вам файл?
export-order = Таблиця для наказу
export-summary = Підсумки
export-papers = Прийняті документи
export-trial = Проба розподілу
export-places = Розподіл місць
export-inside-order = Рядок на дитину. Стовпці такі, як у кампанії.
export-inside-summary = Скільки дітей за громадами, категоріями, віком і видом відпочинку, з графіками. Імен немає.
export-inside-papers = Архів: тека на кожну заяву, у назвах файлів імен немає. Великий архів прийде частинами.
export-inside-trial = Хто що отримав би й чому. Лише номери заяв, без імен.
export-inside-places = Хто що отримав і чому.
export-for-order = Готую наказ
export-for-camp = Передаю табору чи супроводу
export-for-report = Готую звіт
export-for-check = Перевіряю
export-state-going = збираємо
export-state-ready = надсилаємо
export-state-sent = надіслано
export-state-failed = не вийшло
export-state-stopped = зупинено
screen-export-progress = <b>{ $what }</b>: { $name }
export-going = Збираємо рядки: { $done } з { $total }. Можна працювати далі, файл прийде сюди.
export-ready =
    { $parts ->
        [1] Зібрано рядків: { $rows }. Робимо файл і надсилаємо.
       *[other] Зібрано файлів: { $rows }. Надсилаємо частинами, їх { $parts }.
    }
export-sent = Надіслано, рядків: { $rows }. За { $minutes } хв файл зникне з чату. Треба ще раз – попросіть знову.
export-failed = На жаль, файл зробити не вдалося. Нічого не втрачено. Спробуйте ще раз трохи згодом.
export-stopped = Зупинено. Файлу не буде.
button-export-stop = Зупинити
button-export-again = Зробити ще раз
letter-export-table =
    <b>{ $what }</b>: { $name }
    Станом на { $at }. Рядків: { $rows }.
    За { $minutes } хв файл зникне з чату. Збережіть його там, де його не побачать чужі.
letter-export-papers =
    <b>Прийняті документи</b>: { $name }
    Станом на { $at }. { $parts ->
        [1] Файлів: { $files }.
       *[other] Частина { $part } з { $parts }, файлів: { $files }.
    }
    За { $minutes } хв файл зникне з чату. Збережіть його там, де його не побачать чужі.
refusal-export-flaw =
    { $why ->
        [going] Такий файл для вас уже робимо. Дочекайтеся його або зупиніть.
       *[empty] У такому файлі ще не було б жодного рядка.
    }
reading-exported = файл для керівника

## Стовпці

campaign-field-columns = Стовпці
campaign-how-columns = Стовпці таблиці для наказу, зліва направо. Кожен пишіть з нового рядка.
screen-campaign-columns-left =
    Є ще такі:
    { $left }
export-column-number = Номер заяви
export-column-child = Дитина
export-column-born = Дата народження
export-column-age = Вік
export-column-age-on = Вік на { $day }
export-column-categories = Підтверджені категорії
export-column-hromada = Громада за реєстрацією
export-column-registered = Зареєстроване місце
export-column-lives = Живе зараз
export-column-guardian = Хто подав
export-column-phone = Телефон
export-column-tax = Податковий номер
export-column-certificate = Довідка ВПО
export-column-size = Зріст і розмір одягу
export-column-meets = Хто зустріне дитину
export-column-stay = Вид відпочинку
export-column-period = Бажаний час
export-column-shift = Зміна
export-column-state = Стан
export-column-filed = Заяву подано
export-head-rank = Місце в черзі
export-head-position = Дитина в заяві
export-head-weight = Вага
export-head-counts-from = Рахуємо від
export-head-kept = Чий час
export-head-because = Чому за попередньою
export-head-why = Рішення
export-head-offer = Що пропонуємо
export-head-tried = Бажання по черзі
export-head-children = Дітей
export-kept-sent = подання
export-kept-papers = документів
export-by-hromada = За громадами
export-by-category = За категоріями
export-by-age = За віком
export-by-stay = За видом відпочинку
export-not-known = невідомо
export-no-category = без підтвердженої категорії
