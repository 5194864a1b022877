### Документи, яких бракує: людина надсилає, фахівець перевіряє.

## Людині

letter-documents-asked = Для звернення <b>{ $number }</b> { $count ->
        [one] потрібен документ:
       *[other] потрібні документи:
    }
    { $documents }

    Сфотографуйте при світлі, щоб було видно всі кути. Сторінок може бути кілька.
    Немає документа? Натисніть «Не можу дістати». Фахівець підкаже, чим замінити. Через один документ ми не відмовимо, доки з вами не поговоримо.
document-line = <b>{ $name }</b>
document-line-of-child = <b>{ $name }</b> ({ $who })
document-kept = Уже є в нас, прийняли { $on }.{ $dated ->
        [yes] {" "}Дійсний до { $until }.
       *[no] {""}
    }
document-kept-over = Той, що в нас, дійсний лише до { $until }. Потрібен новий.
document-explained = Що це: { $what }. Навіщо: { $why }.

letter-document-returned = Ми подивилися документ «{ $name }» у зверненні <b>{ $number }</b>. { $why }

    Надішліть його, будь ласка, ще раз. Не виходить – натисніть «Не можу дістати».
document-return-unclear = На знімку важко прочитати. Сфотографуйте при світлі, без відблисків.
document-return-part = Видно не все. Потрібні всі сторінки й усі кути.
document-return-other = Це інший документ.
document-return-old = Він уже не дійсний. Потрібен новіший.

letter-document-returned-in-words =
    { $author } пише:

    { $words }

letter-documents-complete = Усі документи до звернення <b>{ $number }</b> у нас, дякуємо. Від вас зараз нічого не треба. Далі працюємо ми.

screen-documents = { $count ->
        [0] Документи до звернення <b>{ $number }</b>: нічого не бракує.
       *[other] Документи до звернення <b>{ $number }</b>. Бракує:
    }
screen-documents-here = Уже в нас: { $documents }.
screen-documents-cannot = Не можете дістати: { $documents }. Фахівець про це знає.
screen-documents-check = Фахівець подивиться й напише вам.

screen-document = Надішліть сюди фото або файл. Сторінок може бути кілька, одна за одною. Сфотографуйте при світлі, щоб було видно всі кути.
screen-document-more = Отримали. Є ще сторінки? Надсилайте далі. Коли все – натисніть «Готово».
screen-document-why = Чому не виходить? Натисніть або напишіть своїми словами. Фахівець прочитає й підкаже, що робити.

screen-documents-later = Добре. Список чекатиме: «Мої звернення», потім { $number }, потім «Документи». Якщо щось не виходить, просто напишіть.

button-document-send = Надіслати
button-document-later = Пізніше
button-document-cannot = Не можу дістати
button-document-done = Готово
button-document-use = Використати цей
button-document-use-all = Використати те, що вже є: { $count }
button-document-send-new = Надіслати новий
button-documents = Документи: бракує { $count }
button-obstacle-lost = Загубився
button-obstacle-left = Лишився там, звідки ми виїхали
button-obstacle-where = Не знаю, де його взяти

## Працівникам

button-documents-staff = Документи
button-documents-pick = Попросити документи
button-documents-ask = Надіслати прохання
button-document-accept = Прийняти
button-document-date = { $here ->
        [accepted] Записати строк дії
       *[sent] Прийняти, має строк дії
    }
whisper-document-ask-day = Напишіть останній день, коли документ дійсний. Наприклад: 31.12.2027. Без строку – натисніть «До документів» і прийміть так.
document-before = Прийнято раніше: { $number }, { $on }.
document-valid = Дійсний до { $until }.
document-short = Не вистачає строку: потрібен ще { $day }.
button-document-waive = Більше не треба
button-document-back = До документів
button-document-picked = { $name } – обрано
button-document-unsure = { $name } · не перевірено
button-document-words = Повернути зі своїми словами
button-document-words-again = Написати інакше
whisper-document-ask-words = Напишіть тут, що не так із документом: до { $most } знаків. Людина прочитає ваші слова в листі.
whisper-document-with-words =
    <b>{ $name }</b>. Ваші слова:

    { $words }

    Оберіть причину, і лист піде людині.
button-return-unclear = Повернути: нечітко
button-return-part = Повернути: видно не все
button-return-other = Повернути: не той документ
button-return-old = Повернути: вже не дійсний
button-document-line = { $name }: { $state }
document-asked = чекаємо
document-sent = перевірити
document-accepted = прийнято
document-returned = повернуто
document-cannot = не може дістати
document-waived = не треба
document-picked = обрано

screen-card-documents = { $to_check ->
        [0] Документи: { $accepted }/{ $count }
       *[other] Документи: { $accepted }/{ $count }, перевірити: { $to_check }
    }
whisper-documents = Документи цього звернення. Натисніть на документ, щоб вирішити.
whisper-documents-empty = У цьому зверненні документів ще не просили.
whisper-documents-pick = Які документи попросити? Оберіть і надішліть прохання одним листом. Паспорт – лише коли без нього ніяк.
whisper-documents-unsure = Чи потрібні саме вони, ще не перевірено.
whisper-document = <b>{ $name }</b>: { $state }.
whisper-document-pages = Сторінок: { $count }. Перегляд записується.
letter-document-news = { $change ->
        [sent] <b>Надіслано документ.</b> { $name }
        [again] <b>Просить узяти документ, прийнятий раніше.</b> { $name }
        [accepted] <b>Документ спливе до початку зміни.</b> { $name }, дійсний до { $until }. Попросіть новий.
        [asked] <b>Файлів документа вже немає, його треба надіслати знову.</b> { $name }
       *[cannot] <b>Не може дістати.</b> { $name }. { $why }
    }
obstacle-lost = Загубився.
obstacle-left = Лишився там, звідки виїхали.
obstacle-where = Не знає, де взяти.
obstacle-words = Чому – у словах нижче.

refusal-day-unread = Напишіть день, який ще не минув. Наприклад: 31.12.2027. Минув строк – поверніть документ.
refusal-nothing-picked = Спершу оберіть документи.
refusal-covered = Телефон цієї людини може прочитати хтось інший. Кнопкою цього не надіслати: попросіть словами, вони прийдуть закритими.
toast-documents-asked = Попросили.
toast-document-returned = Повернули, людина прочитає чому.

event-documents-asked = попросили документи
event-document-sent = документ надіслано
event-document-accepted = документ прийнято
event-document-returned = документ повернуто з поясненням
event-document-cannot = документа не дістати
event-documents-later = людина надішле документи пізніше
event-document-waived = документ більше не потрібен
event-document-reused = узято документ, прийнятий раніше
event-document-dated = записано, до якого дня дійсний документ
event-document-lost = файлів документа вже немає, потрібен новий
