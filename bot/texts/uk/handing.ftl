### Надавачі й передача їм звернень: згода людини, аркуш, підтвердження.

## Людині

letter-transfer-asked = Із цим може допомогти <b>{ $provider }</b>. Можемо самі передати туди ваше звернення <b>{ $number }</b>, щоб вам не писати двічі.
letter-transfer-contacts = Контакти: { $contacts }.
letter-transfer-until = Там приймають до { $until }.
letter-transfer-only = Передамо тільки це:
transfer-item = – { $item }: { $value }
letter-transfer-promise = Коли там підтвердять, що отримали, напишемо вам. Якщо мовчатимуть до { $by }, подзвонимо туди самі.
letter-transfer-may = Передати?
button-transfer-yes = Так, передайте
button-transfer-no = Ні, не передавайте
button-transfer-talk = Запитати фахівця

letter-transfer-going = Ви дозволили передати звернення <b>{ $number }</b>: <b>{ $provider }</b>. Передаємо.
letter-transfer-received = { $provider }: { $on } там підтвердили, що отримали ваше звернення <b>{ $number }</b>.
letter-transfer-there = Номер у них: { $there }.
letter-transfer-next = Далі з вами зв’яжуться звідти. Якщо ні – напишіть нам сюди.
letter-transfer-late = Передаємо звернення <b>{ $number }</b>: { $provider }. До { $by } звідти мали підтвердити, що отримали. Підтвердження ще немає.

    Керівник уже знає. Дзвонимо туди самі й напишемо вам, що відповіли.
letter-transfer-turned-away = { $provider }: там не можуть узяти звернення <b>{ $number }</b>. Воно лишається в нас. Шукаємо, хто ще допоможе, і напишемо вам.
letter-transfer-stopped = Звернення <b>{ $number }</b> більше не передаємо: { $provider }. Нічого туди не пішло.
letter-transfer-stopped-left = Звернення <b>{ $number }</b> більше не передаємо: { $provider }. Лист туди вже пішов. Попросимо стерти те, що отримали.

screen-transfer = <b>Передача звернення</b>

    { $stands }
screen-transfer-declined = Добре, не передаємо. Звернення <b>{ $number }</b> лишається в нас. Фахівець напише, що можна інакше.
screen-transfer-handing = { $sent ->
        [yes] Передаємо звернення <b>{ $number }</b>: { $provider }. Лист уже пішов, чекаємо підтвердження до { $by }.
       *[no] Передаємо звернення <b>{ $number }</b>: { $provider }. Підтвердження чекаємо до { $by }.
    } Якщо мовчатимуть, подзвонимо туди самі.
screen-transfer-late = Звернення <b>{ $number }</b> ще не підтвердили: { $provider }. Керівник знає, дзвонимо туди самі.
screen-transfer-shared = Ви дозволили тільки це:
screen-transfer-may-withdraw = Поки не підтвердили, ви можете передумати.
button-transfer-withdraw = Більше не передавайте
button-transfer-look-own = Що саме передаємо
button-own-transfer = Передача: { $provider }
button-own-transfer-bare = Передача звернення
transfer-somewhere = інша установа чи організація

item-number = Номер звернення
item-name = Ім’я
item-phone = Телефон
item-service = Послуга
item-summary = Про що прохання
item-registered = Громада реєстрації
item-actual = Де живе зараз
item-audience = Хто просить
item-category = Категорія
item-age = Вік
item-household = Людей у родині

mine-event-transfer-asked = Ми спитали, чи можна передати звернення далі
mine-event-transfer-agreed = Ви дозволили передати звернення
mine-event-transfer-declined = Ви попросили не передавати звернення
held-transfers = Дозволів передати дані іншим: { $count }.
erased-transfers = що передавали іншим
own-file-transfers = Що передавали іншим
own-file-transfer = { $number }, { $provider }: { $state }

## Працівникам: історія, тема, картка

event-transfer-asked = Спитали дозволу передати надавачу
event-transfer-agreed = Дозвіл передати отримано
event-transfer-declined = Дозволу передати немає
event-transfer-sent = Надіслано надавачу
event-transfer-received = Надавач підтвердив, що отримав
event-transfer-late = Надавач не підтвердив вчасно
event-transfer-turned-away = Надавач не взяв
event-transfer-stopped = Передачу зупинено
letter-transfer-news = { $change ->
        [handing] Людина дозволила передати звернення. Аркуш – на столі, за кнопкою.
        [declined] Людина не дозволила передавати звернення. Вона чекає, що можна інакше.
       *[stopped] Людина забрала дозвіл передавати. Якщо лист уже пішов, попросіть надавача стерти дані.
    }
screen-card-handing = { $count ->
        [one] Передаємо надавачу: ще не підтвердив
       *[other] Передаємо надавачам: { $count }, ще не підтвердили
    }
button-transfers = Передати надавачу
matter-transfer = дозвіл передати
call-say-transfer = Спитати, чи можна передати звернення надавачу. Прочитайте зі стола, що саме передамо.
reading-why-transfer = передача надавачу

## На столі: передача

screen-transfers = <b>Передачі у зверненні { $number }</b>
screen-transfers-none = У цьому зверненні нічого не передавали.
button-transfer-new = Передати ще комусь
button-transfer-line = { $provider }: { $state }
button-transfers-back = До передач звернення
button-transfer-back = Назад до передачі
transfer-picking = обираємо, що передати
transfer-asked = чекаємо дозволу
transfer-declined = людина не дозволила
transfer-handing = передаємо
transfer-received = отримали
transfer-turned-away = не взяли
transfer-stopped = зупинено

screen-transfer-choice = <b>{ $number }</b>. Кому передати? Спершу ті, хто працює з місцем людини. Людина ще нічого не знає.
screen-transfer-nobody = <b>{ $number }</b>. У списку ще немає надавачів. Їх додає керівник: /providers
button-provider-near = { $name } · для місця людини
button-provider-bare = { $name } · без контактів
button-provider-closed = { $name } · зараз не приймає

screen-transfer-desk = <b>{ $number }</b> → <b>{ $provider }</b>
    Стан: { $state }. Канал: { $channel }.
    Контакти: { $contacts }
screen-transfer-pick = Оберіть, що передати: лише потрібне. Далі побачите лист людині.
screen-transfer-pick-heard = Оберіть, що передати: лише потрібне. Кнопкою цю людину не спитати: прочитайте їй і запишіть, що вона сказала.
screen-transfer-asked = Людину спитали { $at }.
screen-transfer-agreed = Дозвіл: { $on }, { $way }.
screen-transfer-due = Підтвердження чекаємо до { $by }. Далі дізнається керівник.
screen-transfer-overdue = Підтвердження мало бути до { $by }. Подзвоніть надавачу. Людина знає, що ми дзвонимо.
screen-transfer-sent = Пішло { $at }.
screen-transfer-receipt = Отримали: { $on }, { $way }.
button-item-picked = { $item } – передамо
button-summary-new = Описати прохання
button-summary-change = Змінити опис прохання
button-transfer-look = Що прочитає людина
button-transfer-ask = Спитати людину
button-transfer-heard = Записати, що сказала людина
button-transfer-sheet = Аркуш для передачі
button-transfer-sent = Уже надіслано
button-transfer-receipt = Підтвердили, що отримали
button-transfer-away = Не беруть
button-transfer-stop = Зупинити передачу

screen-transfer-summary = <b>{ $number }</b>. Напишіть кількома реченнями, про що прохання. Людина прочитає це слово в слово. До 600 знаків, без діагнозів і чужих імен.
screen-transfer-summary-now = Зараз тут таке, можна скопіювати:

    { $now }
letter-transfer-look = <b>Так це прочитає людина</b>
letter-transfer-look-heard = <b>Прочитайте це людині й спитайте, чи можна</b>
screen-transfer-how = <b>{ $number }</b>. { $what ->
        [consent] Як людина це сказала?
       *[receipt] Як надавач підтвердив?
    }
screen-transfer-how-day = <b>{ $number }</b>. { $what ->
        [consent] Що сказала людина, і якого дня?
       *[receipt] Якого дня підтвердили?
    }
consent-way-press = кнопкою в Telegram
consent-way-phone = телефоном
consent-way-visit = під час візиту
consent-way-post = листом
receipt-way-phone = телефоном
receipt-way-email = електронною поштою
receipt-way-paper = на папері
receipt-way-visit = особисто
receipt-way-chat = кнопкою в боті
day-today = сьогодні
button-consent-yes = Дозволила: { $day }
button-consent-no = Не дозволила
screen-transfer-who = <b>{ $number }</b>, { $provider }. Хто підтвердив, що отримали? Напишіть ім’я й посаду. У другому рядку – номер у них, якщо є.

## Аркуш надавачу

sheet-head-email = <b>Лист електронною поштою.</b> Скопіюйте й надішліть самі: бот нікому його не шле.
    Кому: { $to }
    Тема: Звернення { $number }
sheet-head-paper = <b>Аркуш на папір.</b> Роздрукуйте й передайте самі: бот нікому його не шле.
    Кому: { $to }, { $address }
sheet-head-phone = <b>Прочитайте телефоном.</b>
    Кому: { $to }, { $phone }
sheet-head-chat = <b>Надавач бачить це у своєму робочому чаті.</b>
    Кому: { $to }
sheet-to = Добрий день. Просимо допомогти людині, яка звернулася до нас.
sheet-to-contact = { $contact }, добрий день. Просимо допомогти людині, яка звернулася до нас.
sheet-consent = Людина дозволила передати вам саме це { $on } ({ $way }). Інших даних не передаємо.
sheet-confirm = Підтвердьте, будь ласка, до { $by }, що отримали, і назвіть номер у вас. Телефон: { $phone }, { $hours }.
sheet-from = { $author }, { $ours }
letter-transfer-sheet = { $head }

    { $text }
letter-transfer-handed = <b>Вам передають звернення { $number }</b>

    { $text }
letter-transfer-offered = Вам передають звернення <b>{ $number }</b>. Підтвердьте, що отримали, до { $by }.
button-transfer-handed = Подивитися на столі
button-transfer-take-in = Отримали

## На столі: надавачі

screen-providers = { $count ->
        [one] <b>Надавачі</b>: { $count }. Їм можна передати звернення, коли людина дозволить.
       *[other] <b>Надавачі</b>: { $count }. Їм можна передати звернення, коли людина дозволить.
    }
screen-providers-empty = <b>Надавачі</b>. Список ще порожній. Це громади, організації й установи, яким передаємо звернення.
screen-providers-bare = «Без контактів» – нікому не передати, поки їх немає.
screen-providers-page = Сторінка { $page } з { $pages }
button-provider-new = Новий надавач
button-provider-file = Завантажити список
button-providers-back = До надавачів
screen-provider = <b>{ $name }</b>
    { $kind }. Кому допомагають: { $areas }
    Канал: { $channel }
screen-provider-contacts = Телефон: { $phone }
    Пошта: { $email }
    Адреса: { $address }
    Кого питати: { $contact }
screen-provider-dates = Приймають: з { $begin } до { $end }
screen-provider-from = Приймають з { $begin }
screen-provider-until = Приймають до { $end }
screen-provider-lacks = Немає контакту, яким передають. Допишіть його.
screen-provider-by = Змінено { $at }, { $who }
screen-provider-removed = Прибрано зі списку. Нових звернень туди не передаємо.
provider-everywhere = усім
provider-channel-chat = робочий чат
provider-channel-phone = телефон
provider-channel-email = електронна пошта
provider-channel-paper = папір
button-provider-edit = Змінити
button-provider-remove = Прибрати зі списку
button-provider-restore = Повернути до списку
screen-provider-text = Скопіюйте, впишіть своє й надішліть одним повідомленням. Вид: громада, ГО або установа. Канал: телефон, пошта, папір або чат.

    { $now }
screen-provider-file = Надішліть сюди файл CSV. У першому рядку – назви стовпчиків:

    { $columns }

    Потрібні «Назва», «Вид» і «Канал», решта – за бажанням. Вид: громада, ГО або установа. Канал: телефон, пошта, папір або чат. Громади чи області через кому. Дати: 31.12.2026. Спершу покажемо, що у файлі.
screen-provider-import = <b>Файл прочитано, помилок немає.</b>
    Нових: { $new }. Зміниться: { $changed }. Без змін: { $same }.
screen-list-bare = { $count ->
        [one] Без контактів: { $count }. Туди поки не передати.
       *[other] Без контактів: { $count }. Туди поки не передати.
    }
screen-list-stays = Хто вже є у списку, а у файлі немає, лишиться як є.
screen-list-wrong = { $count ->
        [one] <b>У файлі { $count } рядок із помилкою.</b> Нічого не записано. Виправте й надішліть файл ще раз.
        [few] <b>У файлі { $count } рядки з помилками.</b> Нічого не записано. Виправте й надішліть файл ще раз.
       *[many] <b>У файлі { $count } рядків із помилками.</b> Нічого не записано. Виправте й надішліть файл ще раз.
    }
screen-list-line = Рядок { $line }: { $what }
screen-list-more = { $count ->
        [one] І ще { $count } помилка.
        [few] І ще { $count } помилки.
       *[many] І ще { $count } помилок.
    }
screen-list-unknown = Цих стовпчиків ми не знаємо й пропустили: { $columns }.
screen-list-unfit = <b>Файл не прочитати.</b> { $why } Нічого не записано.
screen-list-columns = Ідеться про: { $columns }.
screen-list-failed = <b>Файл не дійшов.</b> Нічого не записано. Надішліть його ще раз.
screen-providers-imported = <b>Записано.</b> Нових: { $new }. Змінено: { $changed }. Без змін: { $same }.
button-list-keep = Записати все
button-list-drop = Нічого не записувати
button-list-again = Надіслати інший файл

provider-column-name = Назва
provider-column-kind = Вид
provider-column-areas = Територія
provider-column-channel = Канал
provider-column-phone = Телефон
provider-column-email = Пошта
provider-column-address = Адреса
provider-column-contact = Кого питати
provider-column-from = Приймають з
provider-column-until = Приймають до
provider-column-chat = Робочий чат
provider-flaw-missing = порожньо в «{ $column }», а там завжди щось потрібне.
provider-flaw-kind = вид «{ $value }» невідомий. Напишіть: громада, ГО або установа.
provider-flaw-channel = канал «{ $value }» невідомий. Напишіть: телефон, пошта, папір або чат.
provider-flaw-area = немає такої громади чи області: «{ $value }». Перевірте назву або впишіть код КАТОТТГ.
provider-flaw-chat = «{ $value }» не працює з цим ботом.
provider-flaw-name = у назві немає жодної літери.
provider-flaw-phone = телефон «{ $value }» не прочитати.
provider-flaw-email = пошту «{ $value }» не прочитати.
provider-flaw-date = дату «{ $value }» не прочитати. Напишіть так: 31.12.2026.
provider-flaw-dates-turned = «Приймають до» раніше, ніж «Приймають з».
provider-flaw-too-long = у «{ $column }» задовгий текст. Найбільше { $most } знаків.
provider-flaw-formula = у «{ $column }» формула, а не текст. Впишіть саме значення.
provider-flaw-excel-error = у «{ $column }» помилка таблиці: { $value }. Впишіть саме значення.
provider-flaw-excel-number = таблиця зіпсувала телефон: { $value }. Зробіть стовпчик текстовим і впишіть номер знову.
provider-flaw-unreadable = тут знаки, яких не прочитати. { $value }
provider-flaw-too-many-cells = клітинок більше, ніж стовпчиків. Чи не роздільник усередині тексту? Візьміть текст у лапки.
provider-flaw-twice = така сама назва вже є в рядку { $value }.
provider-file-empty = Він порожній.
provider-file-excel = Це книга Excel. Збережіть її як CSV і надішліть знову.
provider-file-not-text = Це не таблиця з текстом. Збережіть список як CSV.
provider-file-too-large = Він більший за 1 МБ. Поділіть список на частини.
provider-file-too-many = У ньому понад 2000 рядків. Поділіть список на частини.
provider-file-no-columns = У першому рядку бракує назв стовпчиків.
provider-file-column-twice = Стовпчик названо двічі.
provider-file-no-lines = У ньому самі лише назви стовпчиків.
provider-file-quotes = Десь не закрито лапки.

refusal-provider-flaw = Не записали: { $what } Виправте й надішліть ще раз.
refusal-provider-there = Надавач із такою назвою вже є.
refusal-provider-unreachable = У цього надавача немає контактів. Спершу їх додає керівник: /providers
refusal-heard-only = Кнопкою цю людину не спитати. Прочитайте їй і запишіть, що вона сказала.
refusal-nothing-shared = Оберіть, що передати: самого номера замало.
refusal-too-long = Задовго: найбільше { $most } знаків. Скоротіть і надішліть ще раз.
refusal-list-flawed = У файлі є помилки. Нічого не записано.
toast-provider-removed = Прибрано зі списку
toast-provider-restored = Знову у списку
toast-transfer-asked = Людину спитали
toast-transfer-noted = Записано
command-providers = Надавачі: кому передаємо звернення
button-refer-transfer = Передати іншому надавачу
