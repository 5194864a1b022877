### Розсилки: лист, який отримують багато людей, і стіл керівника, який його пише.

command-broadcast = Розсилки

# Людині
letter-broadcast = { $text }
button-broadcast-stop = Більше не надсилати такого
button-broadcast-start = Знову надсилати
button-broadcast-start-kind = Знову писати про: { $about }
button-broadcast-way-request = Попросити допомогу
button-broadcast-way-my = Мої звернення
button-broadcast-way-call = Подзвоніть мені
button-broadcast-way-reminders = Нагадування
screen-broadcast-stopped =
    { $stopped ->
        [yes] Добре. Про таке більше не пишемо: { $about }. На ваші звернення це не впливає.
       *[no] Добре. Про таке знову писатимемо: { $about }.
    }
broadcast-days =
    { $days ->
        [0] останній день
        [one] { $days } день
        [few] { $days } дні
       *[many] { $days } днів
    }

broadcast-about-programme = програми й заяви
broadcast-about-documents = документи, яких бракує
broadcast-about-visit = виїзди хабу
broadcast-about-renewal = поновлення довідок
broadcast-about-hours = години роботи
broadcast-about-news = новини департаменту

# Керівнику: список
screen-broadcasts = <b>Розсилки</b>
    Лист бачать багато людей. Понад { $over } отримувачів – погоджує друга людина.
screen-broadcasts-none = Розсилок ще не було.
screen-broadcasts-ready = <b>З чого почати?</b>
    Текст заповните й зміните, як треба.
button-broadcast-new = Нова розсилка
button-broadcast-ready = З готового
button-broadcast-empty = Порожній лист
button-broadcast-list = Усі розсилки
button-broadcast-line = { $state }: { $title }
broadcast-no-title = без тексту

broadcast-state-draft = чернетка
broadcast-state-awaiting = чекає згоди
broadcast-state-scheduled = за розкладом
broadcast-state-running = іде
broadcast-state-paused = на паузі
broadcast-state-stopped = зупинено
broadcast-state-finished = завершено
broadcast-state-expired = строк минув

# Одна розсилка
screen-broadcast-run = <b>{ $title }</b>
    Стан: { $state }. Про що: { $about }.
broadcast-begins = Початок: { $begins }
broadcast-languages = Мови: { $languages }
broadcast-file = Вкладення: { $file }
broadcast-file-refused = Вкладення не взяли: надішліть інше.
broadcast-buttons = Кнопки: { $buttons }
broadcast-everybody = Кому: усім, хто дав згоду.
broadcast-again = Кому: тим, кому не дійшло минулого разу.
broadcast-segment-line = { $dimension }: { $values }
broadcast-reach = Отримають: { $gets }. Не дійде (немає зв’язку): { $unreachable }. Не хочуть такого: { $stopped }.
broadcast-other-language = Без тексту своєю мовою: { $count }. Отримають українською.
broadcast-variable = { $variable }: { $value }
broadcast-variable-missing = { $variable }: ще не вказано
broadcast-when-now = Коли: одразу після згоди.
broadcast-when-at = Коли: { $at }.
broadcast-when-before = Коли: за { $days } дн. до дати, о { $hour }.
broadcast-repeat-week = Далі: щотижня.
broadcast-repeat-month = Далі: щомісяця.
broadcast-repeat-rule = Наступні йдуть самі, якщо людей не набагато більше.
broadcast-repeat-person = Кожну наступну погоджує друга людина.
broadcast-repeat-ended = Більше не повторюється.
broadcast-keep = Чинна { $hours } год від початку.
broadcast-night = З 21:00 до 8:00 не надсилаємо. Продовжимо о 8:00.
broadcast-author = Написав(ла): { $author }
broadcast-confirmed-by = Погодив(ла): { $who }
broadcast-never = Ніколи не отримують: телефони під наглядом, люди в небезпеці, родини зниклих, полонених і загиблих.
broadcast-second = Отримувачів понад { $over }: лист піде, коли його погодить друга людина.
broadcast-price = Платна швидкість: щонайбільше { $stars } зірок Telegram із рахунку бота.
broadcast-sure = Надіслати?

button-broadcast-text-uk = Текст українською
button-broadcast-text-en = Текст англійською
button-broadcast-file = Фото чи документ
button-broadcast-no-file = Без вкладення
button-broadcast-buttons = Кнопки
button-broadcast-whom = Кому
button-broadcast-about = Про що
button-broadcast-when = Коли
button-broadcast-keep = Скільки чинна
button-broadcast-preview = Показати мені
button-broadcast-ask = Надіслати…
button-broadcast-send = Так, надіслати ({ $count })
button-broadcast-to-second = На згоду другій людині ({ $count })
button-broadcast-drop = Видалити чернетку
button-broadcast-confirm = Погоджую
button-broadcast-decline = Не погоджую
button-broadcast-pause = Пауза
button-broadcast-go-on = Продовжити
button-broadcast-stop-run = Зупинити зовсім
button-broadcast-resend = Ще раз тим, кому не дійшло ({ $count })
button-broadcast-like = Зробити схожу
button-broadcast-end-repeat = Більше не повторювати
button-broadcast-back = Назад до листа
button-broadcast-refresh = Оновити

letter-broadcast-to-confirm = <b>Потрібна ваша згода на розсилку</b>
letter-broadcast-preview = { $text }
letter-broadcast-answered =
    { $confirmed ->
        [yes] { $who }: розсилку «{ $title }» погоджено.
       *[no] { $who }: розсилку «{ $title }» не погоджено. Вона знову чернетка.
    }
screen-broadcast-progress = <b>{ $title }</b>: { $state }
    Надіслано { $sent } з { $total }. Не дійшло: { $failed }. Лишилося: { $left }.
broadcast-speed = Швидкість: { $speed } на секунду. Кінець: { $ends }.
broadcast-speed-unknown = Швидкість: { $speed } на секунду.
letter-broadcast-result = <b>{ $title }</b>: { $state }
    Надіслано { $sent } з { $total }.
broadcast-unsent = Не надіслано, бо зупинено чи минув строк: { $count }.
broadcast-not-begun = Не почалась.
broadcast-why-line = { $why }: { $count }

broadcast-why-blocked = заблокували бота
broadcast-why-deactivated = акаунт видалено
broadcast-why-unreachable = немає зв’язку
broadcast-why-expired = минув строк
broadcast-why-stopped-kind = не хочуть такого
broadcast-why-changed = обставини змінилися
broadcast-why-refused = Telegram не прийняв
broadcast-why-own-failure = збій у нас

# Меню чернетки
screen-broadcast-menu = <b>{ $what }</b>
broadcast-menu-reach = Зараз отримали б: { $gets }.
broadcast-menu-whom = Кому
broadcast-menu-category = Категорія
broadcast-menu-registered = Де зареєстровані (громада)
broadcast-menu-oblast = Де живуть (область)
broadcast-menu-hromada = Де живуть (громада)
broadcast-menu-service = Послуга у зверненні
broadcast-menu-state = Стан звернення
broadcast-menu-language = Мова
broadcast-menu-seen = Коли писали востаннє
broadcast-menu-missing = Бракує документа
broadcast-menu-about = Про що розсилка
broadcast-menu-buttons = Кнопки під листом
broadcast-menu-link = Кнопка з посиланням
broadcast-menu-when = Коли
broadcast-menu-time = Час
broadcast-menu-before = За скільки днів до дати
broadcast-menu-keep = Скільки чинна
broadcast-menu-text-uk = Текст українською
broadcast-menu-text-en = Текст англійською
broadcast-menu-file = Вкладення
broadcast-menu-programme = Програма
broadcast-menu-date = Дата
broadcast-menu-place = Місце
broadcast-menu-hours = Години
broadcast-menu-document = Документ

broadcast-type-hromada = Напишіть назву громади чи населеного пункту.
broadcast-type-link = Напишіть: Напис | https://адреса. З англійським написом: Напис | Label | https://адреса
broadcast-type-time = Напишіть час, наприклад: завтра 9:00 або 27.11 9:00
broadcast-type-text = Надішліть текст одним повідомленням, можна з форматуванням. Змінні: { $variables }.
broadcast-type-text-en = Те саме англійською. Знак «-» прибирає цей текст.
broadcast-type-file = Надішліть фото або документ. Підпис до нього – це текст листа, до { $most } знаків.
broadcast-type-value = Напишіть одним рядком. З англійською: слово | word
broadcast-type-date = Напишіть дату, наприклад: 01.12.2026
broadcast-type-now = Зараз: { $now }
broadcast-on = { $label } (обрано)
broadcast-option-now = Одразу
broadcast-option-once = Один раз
broadcast-option-week = Щотижня
broadcast-option-month = Щомісяця
broadcast-option-rule = Наступні – самі за правилом
broadcast-option-time = Свій час
broadcast-option-before = За N днів до дати
broadcast-option-before-days = За { $days } дн.
broadcast-option-hours = { $hours } год
broadcast-option-seen = За { $days } дн.
broadcast-option-yes = Так
broadcast-option-link = Посилання
broadcast-option-none = Прибрати кнопки

toast-broadcast-paused = Пауза. У дорозі лишилося кілька листів.
toast-broadcast-goes-on = Іде далі.
toast-broadcast-stopped = Зупинено.
toast-broadcast-confirmed = Погоджено.
toast-broadcast-declined = Не погоджено.
toast-broadcast-sent = Готово.
refusal-broadcast-flaw =
    { $why ->
        [empty] Спершу напишіть текст українською.
        [long] Текст задовгий: не більше 3000 знаків.
        [long-caption] З вкладенням текст має бути до 900 знаків.
        [unknown] У фігурних дужках є слово, якого ми не знаємо.
        [blank] Заповніть порожні місця в тексті.
        [file] Підходить одне фото або один документ.
        [large] Файл завеликий.
        [link] Не вдалося прочитати. Приклад: Сайт | https://example.org
        [buttons] Не більше трьох кнопок.
        [day] Не вдалося прочитати дату. Приклад: 01.12.2026
        [value] Напишіть одним рядком, до 200 знаків.
        [many] Забагато: до 50 значень.
        [place] Такої громади не знайшли. Спробуйте іншу назву.
        [date] Спершу вкажіть дату. Для цього в тексті має бути «дата» у фігурних дужках.
        [time] Не вдалося прочитати час. Приклад: завтра 9:00
        [past] Цей час уже минув. Оберіть інший.
        [far] Не далі ніж за 60 днів.
        [no-moment] Усі ці дні вже минули. Змініть дату або дні.
        [nobody] Немає другої людини, яка могла б погодити. Додайте керівника.
        [nobody-there] Зараз цей лист не отримав би ніхто.
        [not-over] Розсилка ще не скінчилася.
       *[nobody-failed] Дійшло всім.
    }
