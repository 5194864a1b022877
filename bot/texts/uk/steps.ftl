### Стан звернення, відмова, нотатки, мітки, пріоритет.

command-note = Нотатка для своїх у темі звернення

## Стан, як його бачить працівник

state-assessing = оцінюємо потреби
state-planned = складено план
state-in-progress = у роботі
state-waiting-person = чекаємо на людину
state-waiting-provider = чекаємо на установу
state-resolved = вирішене
state-reopened = відкрите знову
state-refused = відмовлено
turn-provider = інша установа

provider-hromada = Громада
provider-ngo = Організація, яка надає послугу
provider-state = Державна установа

## Стан, як його бачить людина

mine-assessing = З’ясовуємо, яка допомога потрібна
mine-planned = Склали план допомоги
mine-in-progress = Працюємо над цим
mine-waiting-person = Чекаємо на вашу відповідь
mine-waiting-provider = Чекаємо на іншу установу
mine-resolved = Здається, усе зроблено
mine-reopened = Відкрите знову, чекає на фахівця
mine-refused = Відмовлено
mine-short-assessing = з’ясовуємо потреби
mine-short-planned = є план
mine-short-in-progress = працюємо
mine-short-waiting-person = чекаємо на вас
mine-short-waiting-provider = чекаємо на установу
mine-short-resolved = зроблено
mine-short-refused = відмовлено

screen-my-case-next-resolved = Далі: перевірте, чи все гаразд. Якщо ні, просто напишіть сюди.
screen-my-case-next-provider = Далі: чекаємо на відповідь іншої установи. Коли вона буде, напишемо сюди.
screen-my-case-refused = Чому: { $reason }.
screen-my-case-review = Не згодні – натисніть «Прошу переглянути» до кінця дня { $reopen_by }.

## Події

event-assessing = з’ясовуємо, яка допомога потрібна
event-planned = складено план допомоги
event-started = почали працювати
event-waiting-person = чекаємо на відповідь людини
event-waiting-provider = чекаємо на іншу установу
event-resolved = усе зроблено
event-refusal-asked = переглянуто лист про відмову
event-refused = відмовлено
event-note-added = додано нотатку
event-note-edited = виправлено нотатку
event-tag-added = додано мітку
event-tag-removed = знято мітку
event-priority-set = змінено пріоритет
mine-event-waiting-person = чекаємо на вашу відповідь

## Листи людині

letter-case-step = Звернення <b>{ $number }</b>: { $now }
letter-case-step-assessing =
    з’ясовуємо, яка саме допомога вам потрібна.

    Якщо нам чогось забракне, спитаємо тут. Є що додати – просто напишіть.
letter-case-step-planned =
    ми склали план, як вам допомогти.

    Маєте питання або щось змінилося – просто напишіть сюди.
letter-case-step-in-progress =
    ми вже працюємо над ним.

    Є що додати – просто напишіть сюди.
letter-case-step-waiting-person =
    щоб рухатися далі, нам потрібна ваша відповідь.

    Напишіть сюди, коли зможете. Незручно писати – натисніть «Подзвоніть мені».
letter-case-step-waiting-provider =
    чекаємо на відповідь { $who ->
        [hromada] громади
        [ngo] організації, яка надає цю послугу
        [state] державної установи
       *[other] іншої установи
    }.

    Коли вона буде, напишемо сюди. Є що додати – просто напишіть.
letter-case-step-resolved =
    здається, усе зроблено.

    Що зроблено: { $outcome }.

    Якщо допомога не дійшла або щось не так, просто напишіть сюди, і ми продовжимо.
letter-case-step-resolved-bare =
    здається, усе зроблено.

    Якщо щось не так, просто напишіть сюди, і ми продовжимо.

letter-case-refused =
    { $named ->
        [yes] { $name }, ми розглянули
       *[no] Ми розглянули
    } звернення <b>{ $number }</b>. { $about ->
        [yes] На жаль, послугу «{ $service }» надати не можемо.
       *[no] На жаль, надати допомогу не можемо.
    }
letter-case-refused-why = Чому: { $reason } ({ $basis }).
letter-case-refused-instead = Натомість: { $instead }.
letter-case-refused-appeal =
    Не згодні або маєте нові документи? До кінця дня { $by } натисніть «Прошу переглянути». { $another ->
        [yes] Розгляне інша людина.
       *[no] Ми розглянемо ще раз.
    } Можна й далі: { $complaint } або суд.
letter-case-refused-paper = Потрібне рішення на папері – напишіть тут.
letter-case-refused-bare = Ми розглянули звернення <b>{ $number }</b>. Рішення й причину скажемо за телефоном { $phone }, { $hours }. Або спитайте тут.

button-ask-review = Прошу переглянути

## Картка

screen-card-urgent = Пріоритет: високий. { $reason }
screen-card-tags = Мітки: { $tags }
screen-card-notes = Нотаток для своїх: { $count }
screen-card-provider = Чия відповідь потрібна: { $who }

button-step = Стан
button-notes = Нотатки й мітки

## Меню «Стан»

whisper-steps = Зараз: <b>{ $state }</b>. Що далі?
whisper-step-outcome = Що зроблено? Це побачить людина.
whisper-step-provider = Чиєї відповіді чекаємо?
whisper-step-refer = Це не відмова: з цим допомагають інші. Передайте звернення їм. Чиєї відповіді чекаємо?
whisper-step-reasons = Відмовити можна лише з причини, яку називає закон. З якої?
whisper-step-letter = Новий стан: <b>{ $state }</b>. Людина може отримати такий лист:
whisper-step-no-letter = Новий стан: <b>{ $state }</b>. Людина не має Telegram: скажіть їй самі.
whisper-step-must = Людина чекає на відповідь, тому без листа цей стан не поставити.
whisper-step-refusal = <b>Відмова.</b> Причина: { $reason }. Прочитайте лист і підтвердьте:
whisper-letter = <blockquote>{ $letter }</blockquote>
whisper-step-note = Нотатка для своїх: { $note }
whisper-step-ask-note = Напишіть нотатку наступним повідомленням у цій темі. Людина її не побачить.
whisper-step-done = Готово. Стан: <b>{ $state }</b>.
whisper-step-letter-goes = Лист людині пішов у чергу.
whisper-step-without-letter = Людині нічого не надсилаємо.

button-step-assess = Оцінюємо потреби
button-step-plan = Склали план
button-step-start = У роботі
button-step-wait-person = Чекаємо на людину
button-step-wait-provider = Чекаємо на установу
button-step-resolve = Вирішено
button-step-refuse = Відмовити
button-step-send = Змінити й надіслати лист
button-step-skip = Змінити без листа
button-step-note = Додати нотатку
button-step-other-note = Написати іншу нотатку
button-step-no-note = Без нотатки
button-step-refuse-confirm = Так, відмовити
button-step-back = Назад

## Нотатки, мітки, пріоритет

letter-desk-notes = <b>{ $number }</b>. Нотатки для своїх, людина їх не бачить.
letter-desk-notes-none = <b>{ $number }</b>. Нотаток поки немає.
whisper-notes-how = Додати нотатку: /note і текст у цій темі.
whisper-note-kept = Нотатку збережено. Людина її не побачить.
note-line = <b>{ $author }</b>, { $at }
    { $text }
whisper-tags = Мітки стоять на картці, їх бачить уся група. Оберіть, що додати або зняти.
whisper-priority = Чому звернення важливіше за інші? Причину побачить уся група.

button-tags = Мітки
button-priority = Пріоритет
button-priority-normal = Звичайний пріоритет

## Чому ні

refusal-refused-by-you = Ви відмовляли в цьому зверненні. Переглянути має інша людина.
refusal-answer-first = Людина чекає на відповідь. Надішліть лист або спершу відповідайте.
refusal-refer-instead = Це не причина відмовляти: передайте звернення тим, хто допоможе.
refusal-look-again = Людина щойно написала, або лист ще не переглянуто. Почніть зі «Стан».
refusal-note-empty = Після /note напишіть саму нотатку.
