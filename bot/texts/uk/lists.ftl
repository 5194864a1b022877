### Для працівників: списки звернень, пошук, табло групи.

## Списки

screen-case-list-queue = <b>Черга: звернення, які ще нічиї</b>
screen-case-list-queue-empty = Черга порожня: у кожного звернення є фахівець.
screen-case-list-mine = <b>Ваші звернення</b>
screen-case-list-mine-empty = Звернень у вас зараз немає.
screen-case-list-overdue = <b>Строк минув</b>
screen-case-list-overdue-empty = Прострочених звернень немає.
screen-case-list-found = <b>Що знайшлося</b>
screen-case-list-found-empty = Нічого не знайшлося. Перевірте, чи все написано так само: пошук не пробачає помилок.
screen-case-list-one = <b>Звернення</b>
screen-case-list-by-number = За номером звернення.
screen-case-list-by-phone = За номером телефону. Цей пошук записано.
screen-case-list-by-words = За словом звернення або початком імені. Помилок пошук не пробачає.
screen-case-list = { $mark }<b>{ $number }</b> · { $service }
    { $state }, черга діяти: { $turn }. { $when }
    Веде: { $owner }
screen-case-list-since = Від { $on }
screen-case-list-due = До { $by }
screen-case-list-late = Строк минув { $by }
button-first-page = Спочатку

## Пошук

refusal-find-usage = Допишіть номер звернення, телефон або слово. Слово – початок імені чи ціле слово зі звернення, від трьох літер. Помилок пошук не пробачає.
reading-search = шукали за телефоном

## Табло групи

screen-queue-board = <b>Як стоять звернення</b>
    Нових: { $new }
    Нічиїх: { $unassigned }
    Строк минув: { $overdue }
    Чекають на нас: { $for_us }
    Чекаємо на людину: { $for_people }
screen-queue-board-lag = Повідомлення сюди запізнюються на { $minutes } хв.
screen-queue-board-no-lag = Повідомлення приходять сюди без затримки.
screen-queue-board-how = Черга: /queue · Мої: /mine · Прострочені: /overdue · Пошук: /find. Відповідь бачите лише ви.

letter-board-unpinned = Бот не може закріпити табло в групі: { $group }. Дайте йому право закріплювати повідомлення. Саме табло працює.

## Групи за напрямом

letter-group-bound-areas = Сюди приходять звернення, де є: { $areas }. Решта йде в загальну групу.
refusal-area-unknown = Такого місця чи напряму в каталозі немає. Пишіть назву точно, кілька – через кому. Наприклад: Дітям і батькам, Старобільський район.

## Команди

command-queue = Черга: звернення, які ще нічиї
command-mine = Мої звернення
command-overdue = Строк минув
command-find = Знайти звернення
command-case = Одне звернення за номером
