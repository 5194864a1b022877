### Готові відповіді: у темі звернення й на столі керівника.

button-answers = Готові відповіді
button-answer-send = Надіслати
button-answer-edit = Змінити
button-answer-remove = Видалити
button-answer-restore = Повернути
button-answer-new = Нова відповідь
button-answers-back = До списку
button-answers-language = { $language ->
        [uk] Відповіді українською
       *[en] Відповіді англійською
    }

whisper-answers = Яку відповідь подивитися? Нічого ще не надсилаємо.
whisper-answers-empty = Готових відповідей поки немає. Керівник може додати їх у себе на столі: /answers
whisper-answer = <b>Так це прочитає людина</b>

    { $preview }
whisper-answer-blank = <b>{ $title }</b>
    Лишилося порожнє: { $blanks }. Кнопкою таке не надіслати. Скопіюйте, допишіть і надішліть відповіддю людині.

    { $preview }

letter-staff-said = <b>{ $author } – людині</b>
    { $text }
letter-staff-said-part = <b>{ $author } – людині</b> · частина { $part } з { $parts }
    { $text }

screen-answers = { $language ->
        [uk] <b>Готові відповіді</b>
       *[en] <b>Готові відповіді англійською</b>
    }
    Їх бачать усі ваші фахівці на картці звернення. Натисніть, щоб прочитати, змінити чи видалити.
screen-answers-page = Сторінка { $page } з { $pages }
screen-answers-empty = Тут поки порожньо.
button-answer-title = { $title } · { $group }
screen-answer = <b>{ $title }</b>
    Для послуг: { $group }

    { $text }
screen-answer-every = усіх
screen-answer-example = Так її прочитає людина. Номер і час тут вигадані.
screen-answer-blank = Є порожнє місце: { $blanks }. Таку відповідь фахівець не надішле кнопкою, лише скопіює й допише.
screen-answer-by = Змінено { $at }, { $who }
screen-answer-by-seed = З’явилася { $at }, разом із ботом
screen-answer-removed = Видалено. Фахівці її більше не бачать.
screen-answer-group = Яким послугам підходить нова відповідь? У цих зверненнях вона стоятиме першою.
button-answer-every = Усім
screen-answer-text = Напишіть одним повідомленням. Перший рядок – назва для фахівців, далі – те, що прочитає людина.

    Бот сам впише: { $variables }. Пишіть їх у фігурних дужках.
screen-answer-text-now = Зараз тут таке, можна скопіювати:

    { $now }

refusal-blank-left = Лишилося порожнє: { $what }. Нічого не надіслано.
refusal-no-such-variable = Бот не знає, що вписати замість { $what }. Перевірте назву в дужках і надішліть ще раз.
refusal-no-title = Потрібні назва в першому рядку й текст під нею. Надішліть ще раз.
refusal-answer-too-long = Задовго: у назві до 40 знаків, у тексті до 3000. Скоротіть і надішліть ще раз.

command-answers = Готові відповіді
toast-answer-sent = Надсилаємо.
toast-answer-removed = Видалено.
toast-answer-restored = Повернули.
