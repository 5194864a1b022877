### Файли: що це, що з ними сталося, хто їх бачить.

## Назви
file-photo = фото
file-document = файл
file-document-named = файл { $name }
file-voice = голосове
file-video = відео
file-video-note = відеоповідомлення
file-audio = аудіо
file-animation = анімація
file-sticker = наліпка
file-location = місце на карті
file-contact = контакт
file-with-length = { $what }, { $length }
file-with-size = { $what }, { $size }
file-size-kb = { $number } КБ
file-size-mb = { $number } МБ
file-in-album = { $number }. { $what }
file-on-the-way = { $what }. Завантажуємо
file-refused = { $what }. Не збережено: { $flaw }
file-and-more = { $what } і ще { $count }

## Чому файлу немає: для працівників
flaw-too-large = понад 20 МБ
flaw-over-ours = понад 45 МБ
flaw-empty = порожній
flaw-broken = пошкоджений
flaw-locked = під паролем
flaw-program = програма
flaw-misnamed = не те, що каже назва
flaw-lost = Telegram його не передав

## Людині
letter-cannot-read =
    { $about ->
        [gift]
            Дякуємо за добре слово. Але подарунків ми не беремо: уся допомога безплатна.

            Хочете щось сказати – просто напишіть.
        [words-only]
            Тут потрібні слова. Цього ми не зберегли.

            Напишіть, будь ласка, словами. Передумали – натисніть /cancel.
        [edited]
            Ви змінили повідомлення, але в нас від цього нічого не змінилося.

            Якщо це важливо, напишіть іще раз там само. Відповідь в анкеті можна змінити: кнопка «Назад» або «Змінити».
       *[other]
            Цього фахівець прочитати не зможе.

            Напишіть словами або надішліть голосове, фото чи файл.
    } Можна й подзвонити: { $phone }, { $hours }.

letter-file-refused =
    Не змогли прийняти: { $what }. { $why }

    { $advice }

    Не виходить – напишіть про це сюди або подзвоніть: { $phone }, { $hours }.
why-too-large = Бот приймає лише до 20 МБ.
why-over-ours = Ми зберігаємо лише до 45 МБ.
why-empty = Файл порожній.
why-broken = Файл пошкоджений, він не відкривається.
why-locked = Він відкривається лише з паролем.
why-program = Це програма, а програм ми не відкриваємо.
why-misnamed = Усередині не те, що каже назва файлу.
why-lost = Telegram не передав його нам.
advice-too-large = Надішліть менший файл або коротший запис. Папери можна сфотографувати. Або принесіть файл до нас.
advice-over-ours = Надішліть менший файл або коротший запис. Або принесіть файл до нас.
advice-empty = Перевірте файл у себе й надішліть ще раз.
advice-broken = Відкрийте його у себе. Відкрився – надішліть ще раз або сфотографуйте.
advice-locked = Зніміть пароль або надішліть фото сторінок. Пароля сюди не пишіть.
advice-program = Надішліть документ чи фото або напишіть словами.
advice-misnamed = Збережіть його ще раз або надішліть фото сторінок.
advice-lost = Надішліть його, будь ласка, ще раз.

letter-staff-file = <i>{ $author }, звернення { $number }</i>
letter-staff-file-words = { $text }

    <i>{ $author }, звернення { $number }</i>
letter-staff-file-edited = <i>{ $author }, звернення { $number } · виправлено</i>
letter-staff-file-edited-words = { $text }

    <i>{ $author }, звернення { $number } · виправлено</i>

## У темі
letter-person-files = <b>Людина надсилає</b>
    { $files }
letter-person-files-edited = <b>Людина надсилає</b> · змінено
    { $files }
letter-staff-file-refused = Копії цього файлу в нас немає: { $flaw }. Людині його надіслано, але показати його згодом ми не зможемо.

button-show-file = Показати
button-show-files = Показати всі: { $count }
button-files = Файли: { $count }
whisper-files = Що надіслала людина. Побачите лише ви, кожен перегляд записується.

## Тому, хто відкрив
letter-desk-file = Звернення <b>{ $number }</b>: { $what }
    <i>Цей перегляд записано: хто й коли.</i>
letter-desk-file-words = Звернення <b>{ $number }</b>: { $what }
    { $text }
    <i>Цей перегляд записано: хто й коли.</i>
letter-desk-album = Звернення <b>{ $number }</b>: альбом, файлів { $count }
    <i>Цей перегляд записано: хто й коли.</i>
letter-desk-album-words = Звернення <b>{ $number }</b>: альбом, файлів { $count }
    { $text }
    <i>Цей перегляд записано: хто й коли.</i>
desk-place = { $place }
    { $map }
desk-place-map = Відкрити карту
desk-contact = { $name }
    { $phone }

toast-shown = Показуємо лише вам.
toast-on-desk = Тут їх забагато. Надіслали на ваш стіл, у чат із ботом.
refusal-file-too-large = Файл понад { $most } МБ, бот його не передасть. Людині нічого не надіслано.
refusal-file-exchanged = Надісланий файл змінити не можна. Надішліть новий окремим повідомленням.
refusal-not-carried = Такого бот людині не передасть. Нічого не надіслано.
refusal-file-on-the-way = Файл ще завантажується. Спробуйте за хвилину.
refusal-file-not-kept = Цього файлу в нас немає.

## Свої файли
button-my-files = Мої файли
button-put-away = Прибрати з чату
button-my-file = { $what }, { $day }
button-my-file-by = { $what }, { $day }, { $author }
screen-my-files =
    Файли звернення <b>{ $number }</b>. Натисніть, щоб подивитися.

    Файл прийде в цей чат. Потім його можна прибрати кнопкою під ним.
screen-my-files-none = У зверненні <b>{ $number }</b> файлів немає.
letter-own-file = Звернення <b>{ $number }</b>: { $what }
letter-own-file-by = Звернення <b>{ $number }</b>: { $what }. Надсилає { $author }
letter-files-tidied = Ваші фото й документи збережено в нас.
letter-files-tidied-gone = З цього чату ми їх прибрали, щоб ніхто чужий не побачив. Прибрано: { $count }.
letter-files-tidied-stay = Ще { $count } прибрати не вдалося: Telegram дає на це дві доби. Видаліть їх із чату самі.
letter-files-tidied-look = Подивитися їх можна кнопкою нижче або в /my.
