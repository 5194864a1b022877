### Для працівників: навіщо дивимося дані людини, скільки їх видно, хто дивився.

letter-desk-why = Звернення <b>{ $number }</b> ведете не ви. Навіщо вам дані людини? Причину побачить керівник.
letter-hide-text = <i>Минуло 15 хвилин, дані сховано. Щоб побачити знову, натисніть кнопку на картці.</i>
refusal-reason-needed = Це звернення ведете не ви. Спершу оберіть причину.
reading-why-own = своє звернення
reading-why-none = без причини зі списку
reading-why-danger = тривога
reading-why-call = дзвінок за завданням
reading-details = подробиці
reading-checked = перевірка, чи це та людина

## Хто дивився

screen-readings = <b>Хто дивився дані людей</b>: { $count }
screen-readings-unusual = <b>Незвичні перегляди</b>: { $count }
screen-readings-readers = <b>Хто скільки разів дивився</b>
screen-readings-of-reader = <b>Дивиться { $who }</b>: { $count }
screen-readings-of-case = <b>Хто дивився { $number }</b>: { $count }
screen-readings-of-day = <b>Перегляди за { $day }</b>: { $count }
screen-readings-page = (сторінка { $page } з { $pages })
screen-readings-none = Переглядів немає.
screen-readings-line = { $at } – { $reader }, { $number }: { $what }. Причина: { $reason }.
screen-readings-marks = <b>Незвично: { $marks }.</b>
screen-readings-reader = { $who }: { $looks }
screen-readings-how = За одним зверненням: /readings і номер.
readings-not-theirs = не своє
readings-many = багато звернень за годину
readings-night = уночі
button-readings-all = Усі
button-readings-unusual = Незвичні
button-readings-day = За днями
button-readings-readers = За фахівцями
button-day-before = ← День
button-day-after = День →
command-readings = Хто дивився дані людей
