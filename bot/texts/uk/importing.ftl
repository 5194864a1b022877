### Рядки з Google-форми: чернетки заяв з особистими посиланнями.

button-rows = Рядки з Google-форми
button-rows-keep = Зробити чернетки
button-rows-flaws = Усі помилки файлом
button-rows-links = Нові посилання
screen-rows-file = <b>Рядки з Google-форми</b>

    Надішліть сюди файл Excel (XLSX) або CSV, до 1 МБ. Кожна родина матиме чернетку й особисте посилання. Посилання отримаєте файлом і розішлете самі.

    Родина натисне посилання, перевірить відповіді й сама надішле заяву. До кінця дня { $closes }. За неї ніхто нічого не надсилає.
screen-rows-file-columns = Обов’язкові стовпчики: хто подає, телефон, ім’я дитини, дата народження.
screen-rows-file-drafts = Чернеток уже є: { $drafts }. Родини забрали: { $taken }.
screen-rows-file-links = Загубили файл із посиланнями? Натисніть «Нові посилання». Старі тоді не діятимуть. Забрані чернетки це не зачепить.
screen-rows-import = <b>Файл прочитано. Ще нічого не записано.</b>

    Рядків: { $lines }. Зрозуміли: { $good }. З помилками: { $bad }.
screen-rows-new = Нових чернеток: { $count }.
screen-rows-more = Додамо дітей до тих, що є: { $count }.
screen-rows-same = Уже є такі самі: { $count }.
screen-rows-taken = Родина вже забрала: { $count }.
screen-rows-left = Родина сама обере, бо слова неясні: { $what }.
screen-rows-left-one = { $column } – { $count }
screen-rows-bad-stay = Рядки з помилками пропустимо. Виправте їх і надішліть файл ще раз: тих, хто вже є, не подвоїмо.
screen-rows-nothing = Чернеток робити нема з чого.
screen-rows-imported = <b>Записано.</b> Нових чернеток: { $new }. Додано дітей: { $more }. Уже були: { $same }. Родини забрали: { $taken }.
screen-rows-imported-links = Файл із посиланнями – окремим повідомленням. Одне посилання – для однієї родини. Посилання нічого не каже про дитину. Але хто його має, побачить чернетку. Тож не пересилайте файл цілком.
rows-links-caption = Посилань: { $count }. Кожне спрацює один раз, поки приймаємо заяви.
rows-flaws-caption = Рядки з помилками: { $count }.
rows-links-name = posylannia
rows-flaws-name = pomylky
rows-head-line = Рядок у файлі
rows-head-link = Посилання
rows-head-what = Що не так
rows-sheet-links = Посилання
rows-sheet-flaws = Помилки
rows-flaw-of-child = дитина { $child }: { $what }

rows-column-at = Позначка часу
rows-column-consent = Згода
rows-column-guardian = Хто подає
rows-column-phone = Телефон
rows-column-lives = Де живуть зараз
rows-column-child = Ім’я дитини
rows-column-born = Дата народження
rows-column-registered = Зареєстроване місце
rows-column-categories = Категорія
rows-column-stay = Оздоровлення чи відпочинок
rows-column-period = Коли
rows-column-wishes = Побажання

rows-flaw-too-long = у «{ $column }» задовгий текст.
rows-flaw-formula = у «{ $column }» формула, а не текст.
rows-flaw-excel-error = у «{ $column }» помилка таблиці.
rows-flaw-excel-number = таблиця зіпсувала телефон. Зробіть стовпчик текстовим і впишіть номер знову.
rows-flaw-unreadable = у «{ $column }» знаки, яких не прочитати.
rows-flaw-too-short = у «{ $column }» закороткий текст.
rows-flaw-no-phone = телефон не прочитати.
rows-flaw-no-date = дату народження не прочитати. Напишіть так: 31.12.2015.
rows-flaw-no-such-date = такої дати народження немає.
rows-flaw-in-the-future = дата народження ще не настала.
rows-flaw-too-far = дата народження надто давня.
rows-flaw-too-young = дитина замала для цієї кампанії.
rows-flaw-too-old = дитина завелика для цієї кампанії.
rows-flaw-missing = порожньо в «{ $column }».
rows-flaw-no-consent = людина не дала згоди на обробку даних.
rows-flaw-no-child = дитину не названо.
rows-flaw-too-many-children = дітей більше, ніж у заяві місця. Допоможіть родині самі.
rows-flaw-too-many-cells = клітинок більше, ніж стовпчиків.
rows-flaw-twice = ті самі діти вже є в рядку { $other }.

letter-draft-brought = Ви вже писали нам у Google-формі. Ми перенесли ваші відповіді сюди, щоб не писати двічі.

    Перевірте, виправте й натисніть «Надіслати». Без вас нічого не піде. Заява рахується з тієї хвилини, коли ви її надішлете. Приймаємо до кінця дня { $closes }.
letter-draft-link-refused = Це посилання не діє. Воно могло застаріти, або в ньому бракує літери. Спробуйте відкрити його ще раз із повідомлення.

    Не виходить? Подайте заяву самі: /recreation. Чи подзвоніть нам: { $phone }, { $hours }.
letter-draft-link-used = Це посилання вже хтось відкрив з іншого телефону. Воно діє лише один раз, щоб ніхто чужий не побачив даних дитини.

    Якщо це були не ви й не ваші рідні, подзвоніть нам: { $phone }, { $hours }. Подати заяву можна й самим: /recreation.
letter-draft-link-not-now = Зараз заяв не приймаємо. Збережіть це посилання: воно спрацює, коли почнемо. Коли саме, каже /recreation.

    Питання? Подзвоніть нам: { $phone }, { $hours }.
letter-draft-link-over = Заяви приймали до кінця дня { $closes }. Тому це посилання вже не діє, і заяву за ним не надіслати.

    Подзвоніть нам, підкажемо, що можна зробити: { $phone }, { $hours }.
toast-rows-links = Надсилаємо файл
toast-rows-none = Усі чернетки вже забрали родини
