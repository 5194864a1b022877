### Своє: подяка, оцінка, скарга, дані людини.

## Подяка

screen-thanks =
    Будь ласка. Раді, що допомогли.

    Якщо це нове питання, натисніть кнопку й напишіть, що сталося.

## Звернення

screen-my-case-next = Далі: відповість { $owner }, до { $reply_by }.
screen-my-case-next-nobody = Далі: фахівець прочитає й відповість до { $reply_by }.
screen-my-case-next-late = Далі: відповідь за нами, і вона затримується. Вибачте нам.
screen-my-case-next-you = Далі: від вас. Напишіть сюди, коли зможете.
screen-my-case-messages = Повідомлень у зверненні: { $count }.
screen-my-case-complaint = Скарга { $complaint }: відповімо до { $answer_by }.
screen-my-case-complaint-late = Скарга { $complaint }: відповідь затримується. Вибачте нам.

letter-not-solved-yet =
    Звернення <b>{ $number }</b> знову відкрите. Фахівець бачить усе, що було раніше.

    Що саме не вирішено? Напишіть сюди, можна коротко. Не хочете писати – натисніть «Пропустити», ми й так продовжимо.

    Телефон: { $phone }, { $hours }.

## Завершення й оцінка

letter-case-closed-complaint = Поскаржитися на когось із нас: кнопка нижче або { $complaint }.
letter-case-closed-rating = Як вам було з нами: погано, так собі чи добре? Ніхто не побачить, хто поставив оцінку. На допомогу вона не впливає.
letter-case-closed-goodbye = Дякуємо за довіру. Бережіть себе.

screen-rated =
    Дякуємо. Оцінку пораховано без імені й номера звернення.

    Хочете додати кілька слів? Вони теж будуть без імені.

screen-rating-words =
    Напишіть одним повідомленням. Ми не знатимемо, хто це написав, тому не зможемо відповісти.

    Якщо це прохання або скарга, натисніть «Не додавати» й скажіть про це окремо.

screen-rating-words-kept =
    Дякуємо, записали без імені.

    Потрібна допомога – просто напишіть сюди.

## Скарга

screen-complaint-ask =
    Що було не так зі зверненням <b>{ $number }</b>? Напишіть одним повідомленням.

    Скаргу прочитає { $reviewer }. Це не той, хто вів ваше звернення. У робочий чат фахівців вона не потрапить. На допомогу вона не вплине.

    Можна й не до нас: { $elsewhere }.
screen-complaint-ask-nobody =
    Над зверненням <b>{ $number }</b> працювали всі наші керівники. Тому скаргу має розглянути хтось інший.

    Куди звернутися: { $elsewhere }.

    Наш телефон: { $phone }, { $hours }.

letter-complaint-received =
    Ми отримали вашу скаргу. Номер: <b>{ $complaint }</b>. Звернення: { $number }.

    Її прочитає { $reviewer }. Відповідь прийде сюди. За законом вона має бути до { $answer_by }. Якщо питання просте – до { $simple_by }.

    Можна поскаржитися й не до нас: { $elsewhere }.

letter-complaint-answered = { $text }

    <i>{ $author }, скарга { $complaint }</i>
letter-complaint-answered-part = { $text }

    <i>{ $author }, скарга { $complaint } · частина { $part } з { $parts }</i>
letter-complaint-answered-more = Не згодні? Можна звернутися й не до нас: { $elsewhere }.

## Що ми про вас маємо

held-phone = Ваш телефон: записано.
held-calls = Номерів і слів для дзвінків: { $count }.
held-form = Анкета «{ $title }», відповідей: { $count }. Надіслати можна до { $until }.
held-others = Людей, про яких ви розповіли: { $count }.
held-told = Звернень про вас від інших: { $count }.
screen-privacy-complaints = Скарг: { $count }.

screen-privacy-why = <b>Навіщо ми це тримаємо</b>
screen-privacy-why-line = <b>{ $what }.</b> Чому можна: { $ground }. <i>{ $basis }</i>
screen-privacy-why-line-plain = <b>{ $what }.</b> Чому можна: { $ground }.

screen-privacy-who =
    <b>Хто що бачить</b>
    Фахівці: ваші слова. Номери телефонів і карток у них приховано.
    Ваше ім’я: лише той, хто його відкрив. Кожен такий перегляд записано.
    Керівники: ще скарги.
    Інші установи: нічого, доки ви не дозволите.
    Фото й документи: зберігаємо в себе, з чату прибираємо.

    <b>Що бачить Telegram</b>
    Розмова лежить на його серверах. Він знає ваш номер і коли ви пишете. Тому не надсилайте зайвого.

    Запитання: { $phone }, { $hours }.

screen-rename =
    { $held ->
        [yes] Зараз ми звертаємося так: { $called }. У нас записано: { $name }.
       *[no] Імені в нас не записано.
    }

    Як до вас звертатися? Напишіть ім’я. Попереднє зітремо.
screen-rename-refused = Це не схоже на ім’я. Напишіть, будь ласка, літерами, не довше за 60 знаків.
screen-renamed = Записали: { $name }. Звертатимемося так: { $called }.

screen-consent-withdraw-ask =
    Забрати згоду? Ось що буде:

    { $cases ->
        [0] Незавершених звернень у вас немає.
        [1] Ми перестанемо працювати над вашим зверненням.
       *[other] Ми перестанемо працювати над вашими зверненнями. Їх { $cases }.
    }
    Ім’я зітремо. Нових слів не записуватимемо.
    Що ви вже написали, лишиться, доки ви не попросите стерти.

    Телефони допомоги працюють і без згоди. Наш телефон: { $phone }, { $hours }.
screen-consent-withdrawn =
    Згоди більше немає. Ім’я стерто.

    { $cases ->
        [0] Незавершених звернень не було.
        [1] Над вашим зверненням ми більше не працюємо.
       *[other] Над вашими зверненнями ми більше не працюємо. Їх { $cases }.
    }

    Написане раніше ще в нас. Щоб прибрати і його, натисніть «Стерти мої дані».

screen-export-ask =
    Ви казали, що ваш телефон можуть перевірити. У файлі буде все, що ви нам писали. Він лежатиме в цьому чаті.

    Надсилати? Потім файл можна видалити з чату й із завантажень телефона.

letter-own-data = Тут усе, що ми про вас маємо. Відкрийте файл, як відкриваєте сторінки в інтернеті. Нікому його не пересилайте.

screen-erase-ask-held = Зітремо й це: { $what }.
erased-calls = номери для дзвінків
erased-forms = анкети
erased-others = розказане про інших
erased-told = розказане іншими про вас
screen-erase-ask-complaints = Слова скарг теж зітремо: { $count }.
screen-erase-ask-chat = З чату приберемо останні дві доби. Старіше видаліть самі.

## Сторінка у файлі

own-file-title = Що ми про вас маємо
own-file-made = Зроблено { $at }.
own-file-person = Ви
own-file-name = Ім’я: { $name }
own-file-telegram = Номер у Telegram: { $id }
own-file-language = Мова: { $language }
own-file-known = Уперше написали: { $at }
own-file-watched = Телефон можуть перевірити: так
own-file-phone = Телефон: { $phone }
own-file-calls = Дзвінки
own-file-call = { $at }, номер: { $phone }
own-file-call-name = { $at }, номер: { $phone }, кого питати: { $name }
own-file-call-wish = Коли зручно: { $wish }
own-file-forms = Анкети, які ви почали
own-file-form = { $title }, почато { $begun }
own-file-others = Люди, про яких ви розповіли
own-file-told = Що про вас розповіли інші
own-file-other-relation = Звернення { $number }: { $relation }
own-file-other-agreement = Згода: { $agreement }
own-file-other-born = Народження чи вік: { $born }
own-file-other-where = Де шукати: { $where }
own-file-consents = Згоди
own-file-consent = Дали { $at }, текст { $version }
own-file-consent-withdrawn = Дали { $at }, забрали { $until }, текст { $version }
own-file-facts = Дані для звітів
own-file-fact = { $fact }: { $value }
own-file-cases = Звернення
own-file-case-closed = Завершене: { $at }
own-file-case-crisis = Позначене як термінове
own-file-case-conversation = Листування
own-file-you = Ви
own-file-said = { $who }, { $at }
own-file-complaints = Скарги
own-file-complaint = Скарга { $complaint }, звернення { $number }
own-file-drafts = Слова, які ще нікуди не передано
own-file-looks = Хто дивився ваше ім’я
own-file-nothing = Нічого.
own-file-erased = Слова стерто.
own-file-kept = Скільки зберігаємо
own-file-ratings = Оцінки ми тримаємо без імен. Тому знайти вашу не можемо, і тут її немає.
own-file-office = Запитання або помилка: { $phone }, { $hours }.

## Кнопки

button-new-question = Це нове питання
button-skip = Пропустити
button-complain = Поскаржитися
button-changed-mind = Ні, не треба
button-rate-bad = погано
button-rate-so-so = так собі
button-rate-good = добре
button-rate-words = Додати кілька слів
button-rate-no-words = Не додавати
button-my-case = До звернення
button-privacy-why = Навіщо й за яким законом
button-privacy-who = Хто що бачить
button-rename = Виправити моє ім’я
button-export = Забрати все файлом
button-export-now = Так, надіслати файл
button-consent-withdraw = Забрати згоду
button-consent-withdraw-now = Так, забрати згоду
button-back = Назад

refusal-already-rated = Ви вже сказали. Дякуємо.

## На столі керівника

letter-complaint-filed =
    <b>Скарга { $complaint }</b> на роботу зі зверненням { $number }

    <tg-spoiler>{ $text }</tg-spoiler>

    Відповісти до { $answer_by }. Якщо питання просте – до { $simple_by }. Хто вів звернення, скарги не бачить.
letter-complaint-filed-part =
    <b>Скарга { $complaint }</b> · частина { $part } з { $parts }

    <tg-spoiler>{ $text }</tg-spoiler>
letter-complaint-due =
    { $overdue ->
        [yes] Минув строк відповіді на скаргу <b>{ $complaint }</b>: { $answer_by }. За законом відповідь обов’язкова.
       *[no] Скоро строк відповіді на скаргу <b>{ $complaint }</b>: { $answer_by }.
    } Звернення { $number }.
screen-complaints = <b>Скарги, що чекають на відповідь</b>
screen-complaints-empty = Скарг, що чекають на відповідь, немає.
screen-complaints-line = <b>{ $complaint }</b> · звернення { $number } · до { $answer_by }
screen-complaints-line-late = <b>{ $complaint }</b> · звернення { $number } · строк минув { $answer_by }
screen-complaint-answer-ask =
    <b>Скарга { $complaint }</b>, звернення { $number }. Відповісти до { $answer_by }.

    <blockquote>{ $words }</blockquote>

    Напишіть відповідь наступним повідомленням. Воно піде людині з вашим ім’ям. Передумали – /complaints.
button-complaint-answer = Відповісти на { $complaint }

screen-ratings = <b>Як людям із нами</b>
screen-ratings-month = <b>{ $month }</b>: добре – { $good }, так собі – { $so_so }, погано – { $bad }
screen-ratings-words = – { $words }
screen-ratings-how = Оцінки без імен. Слова показуємо, коли оцінок за місяць щонайменше { $fewest }.

command-complaints = Скарги на нашу роботу
command-ratings = Як людям із нами

## Події

event-complained = людина поскаржилася
event-complaint-answered = на скаргу відповіли
mine-event-opened = ви написали нам
mine-event-complained = ви поскаржилися
mine-event-complaint-answered = на вашу скаргу відповіли
mine-event-taken-by = звернення читає { $who }
mine-event-replied-by = вам відповідає { $who }
mine-event-complaint-answered-by = на скаргу відповідає { $who }

## Файли, які забирають
letter-own-data-files = Тут усе, що ми про вас маємо, і ваші файли: { $count }. Це архів. Відкрийте його, потім сторінку { $page } у ньому. Нікому його не пересилайте.
letter-own-data-parts = Файлів багато, тому частин { $parts }. Це перша, решта нижче.
letter-own-files = Ваші файли, частина { $part } із { $parts }. Файлів тут: { $count }.
own-file-not-here = { $what }: у нас його немає
