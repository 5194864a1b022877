### Дзвінки й обіцянки: як просять подзвонити, що каже фахівець, що буває, коли ми не встигли.


## Людина просить подзвонити

screen-consent-call = Щоб подзвонити, запишемо ваш номер. Тому спершу одне запитання. Не погодитесь – покажемо наш телефон, подзвоните самі.

screen-call-case = Про яке звернення поговоримо?
screen-call-known = Подзвонити на номер { $phone }?

screen-call-safe =
    Чи безпечно вам зараз говорити телефоном? Дзвінок можуть почути.

    Якщо ні, просто пишіть сюди.

letter-call-number =
    На який номер подзвонити? Натисніть «Мій номер» унизу.

    Або напишіть номер цифрами. Можна й закордонний, тоді з плюсом. Його побачить лише фахівець, який дзвонить.
letter-call-number-watched =
    На який номер подзвонити? Напишіть його цифрами. Закордонний – з плюсом.

    Візьміть номер, на якому безпечно говорити. Ми запам’ятаємо його лише для цього дзвінка.
letter-call-number-wrong =
    Не змогли прочитати номер. Напишіть лише його, цифрами: 050 123 45 67. Закордонний – з плюсом: +48 501 234 567.

    Або подзвоніть нам самі: { $phone }, { $hours }.

letter-call-number-kept = Записали номер { $phone }.
letter-call-number-kept-name = Це номер: { $name }.
letter-call-number-kept-other = Він не ваш, тож фахівець спершу спитає, з ким говорить.

screen-call-time = Коли вам подзвонити? Оберіть або напишіть своїми словами.

screen-call-wanted = Подзвонимо до { $by } на номер { $phone }. Звернення <b>{ $number }</b>.
screen-call-wanted-from = Раніше, ніж { $start }, не дзвонитимемо.
screen-call-wanted-late = Ми мали вже подзвонити на номер { $phone }. Вибачте нам. Звернення <b>{ $number }</b>.
screen-call-wanted-fraud = Подзвонить фахівець. Він не просить грошей, номера картки чи коду з СМС.
screen-call-wanted-more = Не встигнемо – напишемо вам і назвемо нову дату. Наш телефон: { $phone }, { $hours }.

screen-call-cancelled =
    Добре, не дзвонитимемо. Звернення <b>{ $number }</b> лишається, відповідь прийде сюди.

    Наш телефон: { $phone }, { $hours }.
screen-call-cancelled-all =
    Добре, не дзвонитимемо. Звернення <b>{ $number }</b> закрили.

    Знову будемо потрібні – пишіть сюди або дзвоніть: { $phone }, { $hours }.

letter-call-stopped =
    Добре, не дзвонитимемо. Можна написати сюди.

    Або подзвоніть нам самі: { $phone }, { $hours }.

letter-call-unanswered = Дзвонили вам { $at } на номер { $phone } і не додзвонилися. Звернення <b>{ $number }</b>.
letter-call-unanswered-again = Спробуємо ще раз до { $by }.
letter-call-unanswered-last = Ми дзвонили кілька разів. Тепер напишіть нам, коли вам зручно.
letter-call-unanswered-more =
    Інший номер або інший час – натисніть кнопку нижче.

    Наш телефон: { $phone }, { $hours }.

letter-call-wrong-number =
    Дзвонили на номер { $phone }, але відповіли не ви. Звернення <b>{ $number }</b>.

    Натисніть кнопку нижче й напишіть інший номер. Або подзвоніть нам: { $ours }, { $hours }.

## Кнопки людини

button-call-me = Подзвоніть мені
button-call-contact = Мій номер
button-call-placeholder = Номер телефону
button-call-stop = Не дзвоніть
button-call-case = { $number } від { $opened }
button-call-safe = Так, дзвоніть
button-call-known = Так, на { $phone }
button-call-other = На інший номер
button-call-soon = Якнайшвидше
button-call-today = Сьогодні
button-call-morning =
    { $tomorrow ->
        [yes] Завтра вранці
       *[no] Вранці: { $day }
    }
button-call-afternoon =
    { $tomorrow ->
        [yes] Завтра по обіді
       *[no] По обіді: { $day }
    }
button-call-cancel = Уже не треба дзвонити

## Слова людини, як їх бачить фахівець

call-request = Прошу мені подзвонити.
call-request-soon = Прошу мені подзвонити якнайшвидше.
call-request-wish = Прошу мені подзвонити. Коли зручно: { $wish }

## Власна історія людини

screen-my-case-call = Подзвонимо до { $by }.
mine-event-call-asked = ви попросили подзвонити
mine-event-call-cancelled = дзвінка вже не треба
mine-event-promise-missed = ми не встигли вчасно

decides-other = Вирішує: { $who }.
decides-check = Ми перевіримо до { $by }.

## Ми не встигли

letter-promise-late =
    { $call ->
        [yes] Ми обіцяли подзвонити до { $promised } і не встигли.
       *[no] Ми обіцяли відповісти до { $promised } і не встигли.
    } Звернення <b>{ $number }</b>. Вибачте нам.
letter-promise-late-crisis =
    { $call ->
        [yes] Ми ще не подзвонили вам.
       *[no] Ми ще не відповіли вам.
    } Звернення <b>{ $number }</b>. Вибачте нам.
letter-promise-late-new = Відповімо до { $new }.
letter-promise-late-call = Подзвонимо до { $new }.
letter-promise-late-no-date = Точного часу зараз не назвемо.
letter-promise-late-lead = Про це вже знає керівник.
letter-promise-late-lead-calls = Про це вже знає керівник, він має вам подзвонити.
letter-promise-late-phone = Не хочете чекати – подзвоніть нам: { $phone }, { $hours }.
letter-promise-late-crisis-phone = Не чекайте, дзвоніть нам: { $phone }, { $hours }. Якщо чекати зовсім не можна – <b>112</b>.
letter-promise-late-complaint = Поскаржитися на нас: { $complaint }.

## Картка, тема, стіл

screen-card-call = Просить подзвонити: до { $by }.
screen-card-call-lead = Має подзвонити керівник: до { $by }.
screen-card-call-unreachable = Бота зупинено, треба подзвонити: до { $by }.
screen-card-call-danger = <b>Просить подзвонити просто зараз.</b>
screen-card-call-agreement = Подзвонити самій людині й спитати згоди: до { $by }.
screen-card-call-late = Строк минув.
screen-card-call-attempts = Спроб: { $count }.

screen-desk-home-calls = Дзвінків чекає: { $count }. Найближчий: { $number }, до { $by }. Усі: /calls

letter-desk-call = Дзвінок, звернення <b>{ $number }</b>
    Номер: <code>{ $phone }</code>
letter-desk-call-other = Номер не самої людини. У контактах: { $name }. Спершу спитайте, з ким говорите.
letter-desk-call-when = Коли зручно: від { $start } до { $end }
letter-desk-call-wish = Своїми словами: { $wish }
letter-desk-call-attempts = Спроб досі: { $count }
letter-desk-call-watched = Телефон можуть перевірити. Не кажіть, хто дзвонить, доки не впевнені, з ким говорите.
letter-desk-call-danger = Людині небезпечно. Відповість хтось інший – не кажіть, хто ви й чому дзвоните.
letter-desk-call-logged = <i>Цей перегляд записано: хто й коли. Що вийшло?</i>

whisper-call-later = На коли людина просить передзвонити?

button-call = Дзвінок
button-call-reached = Поговорили
button-call-no-answer = Не відповідає
button-call-wrong-number = Не той номер
button-call-later-then = Пізніше: { $when }
button-call-later = Просить пізніше

refusal-no-number = Номера немає, або дзвонити цій людині не можна.

event-call-asked = людина просить подзвонити
event-call-needed = треба подзвонити
event-call-cancelled = дзвонити вже не треба
event-call-reached = фахівець поговорив телефоном
event-call-unanswered = фахівець дзвонив, ніхто не відповів
event-call-wrong-number = фахівець дзвонив, номер не той
event-call-later = людина просить передзвонити пізніше
event-promise-missed = не відповіли вчасно

## Строк минув: фахівцю й керівнику

promise-answer = відповідь
promise-call = дзвінок

letter-promise-missed =
    { $reader }, у зверненні { $number } минув строк: { $what }, до { $deadline }. Людина чекає від { $since }.
letter-promise-escalated =
    { $reader }, у зверненні { $number } обіцянку не виконано ще раз. Таких поспіль: { $times }. Строк: { $what }, до { $deadline }. Людина чекає від { $since }.
letter-promise-missed-crisis =
    <b>{ $reader }, терміново.</b> У зверненні { $number } є тривога, а відповіді немає. Строк: { $what }, до { $deadline }. Людина чекає від { $since }.
letter-promise-missed-owner = Веде: { $owner }.
letter-promise-missed-nobody = Його ще ніхто не взяв.
letter-promise-missed-told = Ми вже перепросили перед людиною й назвали нову дату: { $new }.
letter-promise-missed-told-no-date = Ми вже перепросили перед людиною. Нової дати цього разу не назвали.
letter-promise-missed-untold =
    { $why ->
        [watched] Людині ми цього не писали: її телефон можуть перевірити.
        [unreachable] Людині ми цього не писали: вона зупинила бота.
       *[other] Людині ми цього не писали.
    }
letter-promise-missed-do =
    { $phone ->
        [yes] Зараз можна: відповісти в темі, подзвонити й записати дзвінок, повернути звернення в чергу.
       *[no] Зараз можна: відповісти в темі або повернути звернення в чергу.
    }
letter-promise-escalated-call = Подзвоніть людині самі. Номер – кнопка «Дзвінок» на картці.
letter-promise-escalated-write = Дзвонити цій людині не можна або номера немає. Відповідайте в темі.
letter-promise-missed-then = Якщо до { $next } нічого не зміниться, звернення побачить керівник. Це не докір: людина не має лишитися без відповіді.
letter-promise-missed-count = Прострочених тут: { $count }.
decider-hromada = громада людини
decider-ngo = організація, з якою є договір
decider-state = інша державна установа
decider-by-place = хто саме, залежить від зареєстрованої громади
decider-unknown = хто саме, ще треба з’ясувати
letter-check-due =
    { $reader }, у зверненні { $number } вирішує не департамент: { $decides }. Людині обіцяно, що ми перевіримо до { $by }.

    Дізнайтеся, як справа, і напишіть людині в темі.
event-check-due = треба перевірити, що вирішила інша установа
