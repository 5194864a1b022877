### Для працівників: одна дія для багатьох звернень.

command-bulk = Одна дія для багатьох звернень
button-bulk = Дія для всіх
button-bulk-queue = Черга
button-bulk-mine = Мої
button-bulk-overdue = Прострочені
button-bulk-tag = Мітка
button-bulk-priority = Терміновість
button-bulk-assign = Кому передати
button-bulk-close = Завершити
button-bulk-answer = Готова відповідь
button-bulk-letter = Лист
bulk-which = З якими зверненнями?
bulk-what = Що зробити з усіма? Спершу побачите, кого це торкнеться.
bulk-choose = Оберіть.
bulk-nothing = Обрати нема з чого.
bulk-type = Напишіть лист одним повідомленням. Спершу побачите, хто його отримає. Можна вставити { "{" }номер{ "}" } чи { "{" }послуга{ "}" }.

bulk-tag = Мітка
bulk-priority = Терміново
bulk-assign = Далі веде
bulk-close = Завершити
bulk-answer = Готова відповідь
bulk-letter = Лист
bulk-title =
    { $named ->
        [yes] <b>{ $does }: { $what }</b>
       *[other] <b>{ $does }</b>
    }
bulk-cases = Звернень: { $count } з { $total }
bulk-numbers = { $numbers }
bulk-people = Людей, які про це прочитають: { $count }
bulk-left-out = <b>Без цього лишаться</b>
bulk-left-out-line = { $why }: { $count } ({ $numbers })
bulk-no-answer = Це не відповідь на те, що запитали. Хто чекає, чекає далі.
bulk-more = За раз – не більше { $most }. Решту зробите потім.
bulk-until = Чинне до { $until }. Що до того зміниться, лишиться як є.
button-bulk-yes = Так, зробити ({ $count })
button-bulk-no = Не треба
button-bulk-undo = Скасувати все це

left-out-no-right = веде інша людина
left-out-state = не той стан
left-out-already = уже так
left-out-danger = небезпека
left-out-waits = людина чекає на відповідь
left-out-one-human = говорить хтось один
left-out-unreachable = не дійде
left-out-blank = у листі лишилося б порожнє місце
left-out-changed = змінилося
left-out-failed = не вдалося

screen-bulk-progress = Пройдено { $over } з { $total }, зроблено { $done }.
letter-bulk-done = Готово. Зроблено: { $done }.
letter-bulk-undone = Скасовано: { $done }.
toast-bulk-begun = Почали. Як іде – на столі.
toast-bulk-dropped = Нічого не зроблено.
toast-bulk-on-desk = Лист для всіх пишіть на столі, у чаті з ботом: /bulk
event-bulk = дія для багатьох звернень разом
event-bulk-undone = дію для багатьох звернень скасовано
