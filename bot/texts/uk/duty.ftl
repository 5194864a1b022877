### Чергування: хто на зв’язку, коли комусь небезпечно, і що про це кажемо людині.

## Людині: кого ми покликали

duty-at-work =
    Чергового немає, але ми тут.{ $called ->
        [supervisors] {" "}Кличемо керівника.
        [admins] {" "}Кличемо адміністратора.
       *[nobody] {""}
    } Відповімо до { $until }. Якщо ні, скажемо.
duty-nobody =
    Чергового зараз немає.{ $called ->
        [supervisors] {" "}Написали керівнику, він може спати.
        [admins] {" "}Написали адміністратору, він може спати.
       *[nobody] {""}
    } Точно прочитаємо { $until }.

letter-alarm-step =
    { $lost ->
        [yes] Людина, яка бачила ваше повідомлення, зараз не може відповісти.
       *[no] Поки ніхто не підтвердив, що бачить ваше повідомлення.
    } { $rung ->
        [duty] Ми покликали наступного чергового.
        [supervisors] Ми покликали керівника.
       *[admins] Ми покликали адміністратора.
    }
letter-alarm-step-over = Ми покликали всіх, кого могли. Поки ніхто не підтвердив, що бачить ваше повідомлення.
letter-alarm-step-open = Якщо біда зараз, дзвоніть <b>112</b>. Не чекайте на нас.
letter-alarm-step-numbers =
    Якщо біда зараз, дзвоніть, не чекайте на нас:

    { $hotlines }
letter-alarm-confirmed = { $who } бачить ваше повідомлення. Відповідь прийде сюди.
letter-alarm-confirmed-open = Якщо стане гірше, не чекайте: дзвоніть <b>112</b>.

## Працівникові: тривога

letter-alarm-raised =
    <b>{ $number }</b>. Дуже терміново. { $confirm_by ->
        [none] Натисніть «Беру».
       *[other] Натисніть «Беру» до { $confirm_by }.
    }

    <tg-spoiler>{ $cause ->
        [pressed] Людина натиснула «Мені небезпечно», { $at }.
        [call] Людина знову просить про допомогу, { $at }.
       *[words] Так звучать слова людини, { $at }.
    }{ $call ->
        [yes] {" "}Вона просить подзвонити просто зараз. Номер – кнопка «Дзвінок» на картці.
       *[no] {""}
    }
    { $late ->
        [yes] Людині обіцяли відповідь до { $until }. Час минув, відповіді немає.
       *[no] Час, який ми назвали людині: { $until }.
    }</tg-spoiler>
alarm-rung =
    { $rung ->
        [duty] Ви на чергуванні.
        [supervisors] Черговий не підтвердив, або на чергуванні нікого немає.
        [admins] Ні черговий, ні керівники не підтвердили.
       *[over] Перевірте, чи людина має відповідь.
    } Телефони чергових: /duty
button-see-alarm = Беру
letter-alarm-mistaken =
    <b>{ $number }</b>, { $at }.

    <tg-spoiler>Людина каже, що натиснула випадково. Так може написати й той, хто забрав її телефон. Вирішіть, чи варто обережно перепитати.</tg-spoiler>

## Графік

command-duty = Хто на чергуванні
screen-duty = <b>Чергування.</b> Зараз:
screen-duty-nobody = Нікого немає. У небезпеці бот одразу кличе керівників.
duty-now = { $place }. { $who }, { $phone }, до { $until }
duty-now-no-phone = { $place }. { $who }, телефону немає, до { $until }
screen-duty-without = <b>Нікого немає:</b> { $days }.
screen-duty-coming = Далі – кнопками.
button-duty-shift = { $when } · { $place }. { $who }
button-duty-add = Додати чергування
button-duty-phone = Мій телефон
button-duty-roster = Графік

screen-duty-shift = <b>{ $who }</b>: { $when }. Черга: { $place }.
duty-shift-phone = Телефон: { $phone }
duty-shift-no-phone = Телефону немає.
button-duty-stand-in = Підміню
button-duty-next-day = Так само наступного дня
button-duty-remove = Прибрати з графіка

screen-duty-phone = За яким номером колеги дзвонять вам на чергуванні? Напишіть його. Бачать лише працівники.
screen-duty-phone-kept = Ваш номер: { $phone }. Бачать лише працівники. Новий – просто напишіть.
button-duty-phone-forget = Прибрати номер

screen-duty-plan = <b>Нове чергування</b>
duty-plan-who = Хто: { $who }
duty-plan-day = День: { $day }
duty-plan-hours = Години: { $hours }
duty-ask-who = Хто чергує?
duty-ask-day = Якого дня починає?
duty-ask-start = З котрої години?
duty-ask-end = До котрої?
duty-ask-place = Кого кликати раніше, коли чергують кілька?
button-duty-day-bare = { $day } – нікого
button-duty-end-next-day = { $hour }, +1 день
button-duty-place = Черга { $place }

letter-duty-changed =
    { $what ->
        [given] Ви на чергуванні: { $when }. Черга: { $place }. Не можете – попросіть колегу натиснути «Підміню».
        [removed] Ви більше не на чергуванні: { $when }.
       *[stood-in] Чергування { $when }. Тепер: { $who }. Було: { $former }.
    }

toast-duty-added = Записано.
toast-duty-yours = Тепер чергуєте ви.
toast-duty-removed = Прибрано.
toast-duty-phone-forgotten = Номер прибрано.
refusal-duty-flaw =
    { $why ->
        [past] Цей час уже минув. Оберіть інший.
        [too-far] Графік пишемо щонайбільше на 60 днів наперед.
        [length] Чергування триває від години до доби.
        [place] Такого місця немає. Оберіть інше.
        [taken] На цей час таке місце вже зайняте. Оберіть інше.
       *[twice] Ця людина вже чергує в цей час.
    }
