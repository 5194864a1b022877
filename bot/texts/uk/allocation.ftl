### Місця в таборах: розподіл на столі керівника, пропозиції родинам.

screen-allocation =
    <b>Розподіл місць: { $name }</b>
    Порядок: { $order }
    Жереб за: { $lot }
allocation-none = Ще не рахували. Порахуйте: нікому нічого не напишемо, доки не підтвердите.
allocation-working = Рахуємо. Таблиця з’явиться тут сама, зазвичай за хвилину.
allocation-undone = Порахувати не вдалося: тим часом забагато змінювалося. Нікому нічого не написано. Спробуйте ще раз за кілька хвилин.
allocation-tried = Пораховано { $at }. Це проба: нікому не написано.
allocation-confirmed = Підтверджено { $at }. Пропозиції родинам бот надсилає сам.
allocation-lot =
    Прилюдне число: { $value }. Номерів у жеребі: { $numbers }.
    Зерно: { $seed }
allocation-count = У черзі записів: { $parties }. З місцем чи пропозицією: { $offered }. Чекають: { $waiting }.
allocation-shift =
    { $number }. { $camp }: місць { $places }, тримаємо { $kept }, віддано { $given }, вільно { $left }{ $short ->
        [0] .
       *[other] . Бракує { $short }: вирішує людина.
    }
allocation-party =
    <b>{ $rank }. { $number }</b>, дітей: { $children }. Вага { $weight }, час { $at } { $kept ->
        [yes] (подання)
       *[no] (документи)
    }. { $because }
allocation-why = { $why }: { $offer }
allocation-choice = зміна { $shift }, місць { $seats }
allocation-found = зміна { $shift }: { $found } (треба { $needed }, є { $left }, попереду { $ahead })
allocation-because-first = Перша.
allocation-because-weight = Позаду за вагою.
allocation-because-time = Позаду за часом.
allocation-because-lot = Позаду за жеребом.
allocation-because-siblings = З тієї самої заяви.
allocation-why-first-wish = Перше бажання
allocation-why-later-wish = Наступне бажання
allocation-why-fewer-left = Усе, що лишилося, менше ніж треба
allocation-why-offer-stands = Пропозиція діє
allocation-why-going = Їдуть
allocation-why-no-seat = Чекають на місце
allocation-why-same-child = Та сама дитина в іншій заяві, вирішує людина
allocation-why-no-shift-fits = Жодна зміна не підходить, спитайте родину
allocation-why-said-no = Відмовилися від усього, що бажали
allocation-why-ended = Більше не чекають
allocation-found-holds-all = місць досить
allocation-found-fewer = місць менше
allocation-found-too-few = стільки вже відмовлялися
allocation-found-full = місць немає
allocation-found-age = не за віком
allocation-found-refused = відмовилися
allocation-found-closed = уже не пропонуємо
allocation-found-not-reached = вистачило ближчого бажання
allocation-found-apart = брати чи сестри їдуть в інше місце
button-allocation = Розподіл місць
button-allocation-try = Порахувати
button-allocation-again = Порахувати знову
button-allocation-confirm = Підтвердити й надіслати
button-allocation-before = Попередні
button-allocation-after = Наступні
screen-allocation-value =
    Надішліть прилюдне число так, як його оприлюднено.

    До закриття назвали: { $lot }
refusal-allocation-flaw =
    { $why ->
        [not-closed] Кампанія ще не на розподілі місць. Спершу натисніть «Ділити місця».
        [order] Порядок не звірено з наказом. Спершу підтвердьте його в кампанії.
        [no-shift] У кампанії немає змін.
        [lot-late] Число для жереба не назвали до закриття. Продовжте приймання на день і назвіть його.
        [no-value] Потрібен один чіткий рядок, не довший за 120 знаків.
        [nobody] Жодної заяви немає.
        [confirmed] Розподіл уже підтверджено.
       *[changed] Відтоді щось змінилося. Порахуйте знову.
    }
refusal-never-asked = Цю родину ще не питали. Спитати всіх може керівник: /campaigns.
refusal-offer-over = Ця пропозиція вже не діє. Що зараз – покаже /my.

## Родині

letter-place-offered = <b>Є місце в таборі.</b> Заява { $number }.
letter-remind-place = Нагадуємо: чекаємо на вашу відповідь про місце. Заява { $number }.
place-for = Для кого: { $names }.
place-line = { $camp }: { $first } – { $last }. Місць: { $seats }. Дорога: { $transport }.
place-fewer = Місць менше, ніж дітей. Можна взяти стільки, скільки є, або відмовитися: ваша черга збережеться.
place-until =
    { $whole ->
        [yes] Відповісти треба до { $at }. Не відповісте – місце запропонуємо наступній родині.
       *[no] Відповісти треба до { $at }. Не відповісте – далі чекатимете на місця для всіх.
    }
place-ask = Питання – { $phone }, { $hours }.
button-place-take = Беремо: { $camp }, { $first }, місць { $seats }
button-place-decline = Не беремо
screen-place-children = Місць: { $seats }, дітей: { $wanted }. Хто поїде? І чи чекати решті на місце в цій самій зміні?
button-place-pick =
    { $rest ->
        [yes] { $names }, решта чекає
       *[no] { $names }, решта не їде
    }
place-nth-child = дитина { $nth }
letter-place-expired =
    { $waits ->
        [yes] Строк відповіді минув. Заява { $number } лишається в черзі на своєму місці.
       *[no] Строк відповіді минув, місце запропонували наступній родині. Заява { $number }. Сталося щось і місце ще потрібне? Скажіть нам, розберемося.
    }
letter-place-waits = Місць поки не вистачило. Заява { $number } у черзі, попереду родин: { $ahead }. Звільниться місце – напишемо. Робити нічого не треба.
screen-place-back-ask = Віддати місце? Його запропонуємо наступній родині, повернути не зможемо. Заява { $number }.
button-place-back = Віддати місце
button-place-back-sure = Так, віддати
button-place-keep = Лишити за нами
mine-place-next = Далі: скажіть кнопкою внизу, чи берете місце.
mine-place-until = Відповісти треба до { $at }.
mine-place-bring = До від’їзду підготуйте на папері: { $papers }. Сюди цього не надсилайте, віддасте при від’їзді.
mine-place-ahead = Попереду у черзі родин: { $ahead }.

## Для працівників

screen-place-desk = <b>Місце в таборі, { $number }</b>
place-desk-none = Зараз нічого не пропонуємо.
place-desk-until = Дітей: { $children }. Відповідь – до { $at }. Що скажуть, запишіть тут. «Дитина 1» – перша в заяві з тих, хто чекає.
place-desk-accepted = <b>Уже взяли</b>
button-place-desk = Місце в таборі
button-place-note-yes = Беруть: { $camp }
button-place-note-no = Не беруть
matter-place = пропозиція місця в таборі
call-say-place = Є місце в таборі. Спитайте, чи беруть, і запишіть під «Місце в таборі».
event-place-offered = запропоновано місце в таборі
event-place-accepted = місце взято
event-place-declined = від місця відмовилися
event-place-expired = строк відповіді про місце минув
event-place-given-back = місце віддано
news-place-accepted = Родина взяла місце в таборі.
news-place-declined = Родина відмовилася від місця в таборі.
news-place-given-back = Родина віддала місце в таборі.
campaign-field-ranking = Черга
campaign-how-ranking = Чим ідуть: weight, time. Далі day, minute чи moment. За бажання день для документів: weight time; minute; 20.03.2027. Після зміни порядок треба звірити знову.
