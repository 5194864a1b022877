### Довідки: люди читають, фахівці надсилають, керівники перевіряють.

page-text = <b>{ $title }</b>

    { $text }
page-source = Джерело: { $source }.
page-checked = Звірено { $day }.
page-unchecked = Це ще не перевірено.

letter-info-page = { $page }

    { $author }, звернення { $number }
screen-page = { $page }

    Ваші слова ми тримаємо, людині їх ще не передано. Якщо це не відповідь, передайте їх.
screen-not-helped = { $who ->
        [somebody] { $owner } бачить, що довідка не допомогла.
       *[nobody] Фахівець побачить, що довідка не допомогла.
    } Хочете щось додати до звернення { $number } – просто напишіть.

button-page-offer = Довідка: { $title }
button-page-not-helped = Не допомогло
button-page-to-human = Не допомогло, передайте людині
button-page-helped = Допомогло, не надсилайте

button-pages = Довідки
button-page-stale = { $title } · застаріла
button-page-unsure = { $title } · не перевірено
whisper-pages = Яку довідку надіслати? Натиснете – піде людині одразу. Застарілу спершу перевірте самі.
whisper-pages-sent = Надсилаємо. Якщо не допоможе, людина натисне кнопку, і ви це побачите тут.
letter-page-news = <b>Довідка не допомогла.</b> «{ $title }». Людина чекає на вашу відповідь.

screen-pages = <b>Довідки</b>
    Бот пропонує їх людям 90 днів після звірки. Порівняйте з джерелом і натисніть «Перевірено сьогодні».
screen-pages-stale = { $count ->
        [0] Застарілих немає.
        [one] Застаріла { $count } довідка.
        [few] Застарілі { $count } довідки.
       *[other] Застарілих { $count }.
    }
screen-pages-page = Сторінка { $page } з { $pages }
screen-pages-old = Застаріла: людям бот її не пропонує.
button-page-checked = Перевірено сьогодні: { $title }

command-pages = Довідки й коли їх звіряли
event-page-not-helped = довідка не допомогла
