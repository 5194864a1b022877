### Відпочинок дітей: кампанії на столі керівника, заява на телефоні, рядки в темі.

command-recreation = Відпочинок дитини
command-campaigns = Кампанії відпочинку

## Чи приймають заяви

screen-recreation = <b>Відпочинок дітей</b>
screen-recreation-open = Збираємо заяви на відпочинок дітей у { $year } році. Приймаємо до кінця дня { $deadline }.
screen-recreation-planned = Заяви на відпочинок дітей у { $year } році почнемо приймати { $opens }. Прийматимемо до кінця дня { $closes }.
screen-recreation-paused =
    Приймання заяв на відпочинок дітей у { $year } році ненадовго зупинили. Усе, що ви вже заповнили, збережено.

    Останній день – { $closes }. Якщо його змінять, тут стоятиме новий.
screen-recreation-closed = Заяви на відпочинок дітей у { $year } році приймали до кінця дня { $closes }. Нових уже не приймаємо.
screen-recreation-none = Зараз заяв на відпочинок дітей не приймаємо. Коли почнемо, поки не відомо.
letter-recreation-open = Ви просили сказати, коли почнемо приймати заяви. Почали.

recreation-no-promise = Кажемо чесно: заява – це ще не путівка. Зараз ми рахуємо, скільком дітям потрібен відпочинок. Місць може бути менше, ніж дітей.
recreation-turn = { $order } Дійде черга до вашої дитини – напишемо й дамо { $days ->
        [one] { $days } день
        [few] { $days } дні
       *[other] { $days } днів
    } на відповідь. Не вистачить місць – теж напишемо.
recreation-order = Як ділять місця: { $order }.
recreation-order-open = Як ділитимуть місця, ще уточнюємо й напишемо тут.
recreation-ages = Для дітей { $least }–{ $most } років.
recreation-free = Заява безплатна. Місце не можна купити, чергу не можна прискорити.
recreation-not-here = Ваш телефон можуть перевірити, тому імен дітей ми тут не питаємо. Заяву приймемо по телефону: { $phone }, { $hours }.
recreation-own-draft = Ви вже почали заяву. Відповіді збережено.
recreation-own = Ваша заява <b>{ $number }</b>: { $state }. Дітей у ній: { $children }.
recreation-waits = Ми напишемо вам сюди, щойно почнемо приймати заяви.

recreation-words-wait = Ваші слова ми зберегли.

button-offer-recreation = Заява на відпочинок дітей
button-recreation-words = Назад до моїх слів
button-apply = Подати заяву
button-apply-change = Змінити заяву
button-recreation-tell = Повідомте мене
button-recreation-stop = Не повідомляйте
button-recreation-mend = Виправити відповіді

## Заява: запитання

form-recreation = Відпочинок дитини
form-recreation-name = Як вас звати? Напишіть прізвище, ім’я та по батькові.
form-recreation-name-label = Хто подає
form-recreation-phone = За яким номером вам подзвонити? Напишіть його або надішліть контакт.
form-recreation-phone-label = Телефон
form-recreation-lives = Де ви живете зараз? Напишіть село, селище чи місто.
form-recreation-lives-label = Живете
form-recreation-lives-skip = Не хочу казати
form-recreation-tax = Ваш податковий номер: десять цифр.
form-recreation-tax-label = Податковий номер
form-recreation-tax-skip = Не маю номера
form-recreation-certificate = Номер вашої довідки ВПО.
form-recreation-certificate-label = Довідка ВПО
form-recreation-certificate-skip = Немає довідки
form-recreation-child = Як звати дитину? Напишіть прізвище, ім’я та по батькові.
form-recreation-child-label = Дитина
form-recreation-born = Коли народилася дитина? Напишіть день, місяць і рік.
form-recreation-born-label = Народження
form-recreation-registered = Де дитина зареєстрована? Напишіть село, селище чи місто. Від цього залежить, хто приймає заяву.
form-recreation-registered-label = Зареєстрована
form-recreation-registered-skip = Ніде не зареєстрована
form-recreation-categories = Що з цього стосується дитини? Можна обрати кілька. Документів зараз не треба.
form-recreation-categories-label = Підстави
form-recreation-categories-skip = Нічого з цього
form-recreation-stay = Що потрібно дитині? Оздоровлення триває від 21 дня, відпочинок – від 14.
form-recreation-stay-label = Що потрібно
form-recreation-stay-health = Оздоровлення, від 21 дня
form-recreation-stay-rest = Відпочинок, від 14 днів
form-recreation-stay-either = Підійде будь-що
form-recreation-period = Коли дитині зручно поїхати? Можна обрати кілька місяців чи написати своїми словами.
form-recreation-period-label = Коли
form-recreation-period-spring = Навесні
form-recreation-period-june = У червні
form-recreation-period-july = У липні
form-recreation-period-august = У серпні
form-recreation-period-autumn = Восени
form-recreation-period-either = Будь-коли
form-recreation-children-more = Додати ще одну дитину
form-recreation-children-more-label = Є ще дитина
form-recreation-children-more-yes = Так, є
form-recreation-children-more-no = Ні, більше немає
form-recreation-together = Діти мають їхати разом?
form-recreation-together-label = Разом
form-recreation-together-yes = Так, лише разом
form-recreation-together-no = Можна й окремо
form-names-more = { $name } та ще { $count }
form-explained = <b>{ $option }</b>: { $plain }

form-problem-too-young = За цією датою дитина замала для програми. Перевірте рік. Якщо все правильно, цього разу дитина поїхати не може.
form-problem-too-old = За цією датою дитина вже старша, ніж програма приймає. Перевірте рік. Якщо все правильно, цього разу дитина поїхати не може.
form-problem-same-child = Одну дитину названо двічі. Виправте ім’я чи дату народження або скажіть, що більше дітей немає.
form-problem-not-taken = Зараз заяв не приймаємо. Ваші відповіді збережено. Коли приймають, покаже /recreation.

screen-form-change-ask =
    Не змінювати заяву <b>{ $number }</b>?

    Вона лишиться такою, як ви її надіслали.
button-form-keep = Лишити, як було

## Заяву надіслано

letter-application-sent =
    { $anew ->
        [yes] Ми отримали зміни. Номер заяви той самий: <b>{ $number }</b>. Час подання теж.
       *[no] Ми отримали вашу заяву на відпочинок. Номер: <b>{ $number }</b>.
    }
application-next = Що далі: фахівці порахують потребу. Документи зараз не потрібні. Знадобляться – напишемо сюди.
application-human =
    Де зареєстровані: { $children } – дивитиметься людина й відповість вам сюди.

    Допоможе будь-що одне: { $proofs }. Надсилати зараз не треба, фахівець скаже, що саме.
application-by-shift = { $child }: за віком підходять не всі зміни. Це врахуємо.
application-elsewhere = { $child }: зареєстровано не в Луганській області. Заяву приймає громада, де зареєстрована дитина. Урядова лінія: 1545.
application-copy = <b>Що ви надіслали</b>
application-until = Змінити чи забрати заяву можна до кінця дня { $deadline }: /my. Питання – { $phone }, { $hours }.
application-child = дитина

screen-recreation-elsewhere =
    Дитина зареєстрована не в Луганській області. Це не відмова: заяву приймає громада, де вона зареєстрована.

    Зверніться туди до служби у справах дітей. Не знаєте, куди, – урядова лінія 1545. Або спитайте в нас: { $phone }, { $hours }.

    Заяву ми не надіслали. Якщо в місці помилка, виправте його.

## Громада дитини

screen-own-hromada = Діти: { $children }. Зареєстровані в громаді: { $hromada }. Заяви для своїх дітей ця громада приймає сама. Це не відмова.
own-hromada-contact = Контакти й строки громади підкажемо: { $phone }, { $hours }.
own-hromada-ask =
    Можемо передати заяву за вас, щоб не писати двічі. Передамо тільки це: { $shared }.

    Коли громада підтвердить, що отримала, напишемо вам. Якщо мовчатиме до { $check }, подзвонимо туди самі.

    Передати?
own-hromada-pass = Дякуємо. Передаємо заяву громаді: { $hromada }. Коли вона підтвердить, напишемо. Мовчатиме до { $check } – подзвонимо туди самі.
own-hromada-self = Гаразд. До громади { $hromada } ви звернетеся самі. Передумаєте – напишіть нам.
own-hromada-human = Гаразд. Спершу поговорить з вами фахівець. Він напише сюди.
button-pass-on = Так, передайте
button-pass-self = Звернуся самостійно
button-pass-human = Поговорити з людиною
shared-name = ваше ім’я
shared-phone = телефон
shared-child = ім’я дитини
shared-born = дата народження
shared-registered = місце реєстрації
shared-categories = підстави
shared-stay = що потрібно
shared-period = коли зручно

## Де заява зараз

standing-draft = ще не надіслана
standing-submitted = потребу записано
standing-checking = фахівець перевіряє
standing-needs-documents = потрібні документи
standing-need-confirmed = потребу підтверджено
standing-queued = у черзі на місце
standing-offered = є місце, чекаємо на вашу відповідь
standing-accepted = місце за вами
standing-declined = від місця відмовилися
standing-expired = строк відповіді минув
standing-sent = дитина відпочиває
standing-completed = відпочинок завершено
standing-not-travelled = не поїхала
standing-handed-over = заява не в нас: її приймає інша громада
standing-refused = відмовлено, чому – у листі
standing-withdrawn = заяву забрано
mine-application-child = { $child }: { $state }.
mine-application-until = Змінити заяву можна до кінця дня { $deadline }.
mine-application-next = Далі: від вас зараз нічого не треба. Буде новина – напишемо сюди.
held-applications = Заяв на відпочинок з даними дітей: { $count }.
erased-applications = заяви на відпочинок

## Для працівників

event-applied = надіслано заяву на відпочинок
event-same-child = та сама дитина є в іншому зверненні
event-passing-told = сказано, що робити із заявою іншої громади
news-applied = Надіслано заяву на відпочинок. Хто й про кого – кнопка «Подробиці».
letter-same-child = Та сама дитина цього року є і в зверненні <b>{ $number }</b>. Заявникам про це не кажемо.
letter-passing-told =
    { $wish ->
        [pass] Громада { $hromada }: є згода передати заяву. Що саме – у «Подробицях».
        [self] Громада { $hromada }: людина звернеться туди сама.
       *[human] Громада { $hromada }: людина просить спершу поговорити.
    }
details-application = <b>Заява на відпочинок</b>
details-application-children = <b>Діти</b>

## Кампанії на столі

screen-campaigns = <b>Кампанії відпочинку</b>
screen-campaigns-empty = Поки жодної. Створіть за зразком: змінити треба лише дати й числа.
screen-campaigns-line = <b>{ $name }</b>: { $state }. { $opens } – { $closes }
button-campaigns = Усі кампанії
button-campaign = { $name }, { $year }
button-campaign-new = Нова за зразком: { $name }

screen-campaign =
    <b>{ $name }</b>
    { $basis }
    Стан: { $state }, з { $since }. Версія { $number }.
screen-campaign-filed = Заяв: { $filed }, дітей: { $children }.
screen-campaign-dates = Приймання: від { $opens } до кінця дня { $closes }. Відкриває й закриває бот.
screen-campaign-ages-shift = Вік: { $least }–{ $most } років на перший день зміни.
screen-campaign-ages-on = Вік: { $least }–{ $most } років на { $day }.
screen-campaign-categories = <b>Категорії й вага</b>
screen-campaign-category = { $name }: { $weight }
screen-campaign-more = … і ще { $count }. Усі – під кнопкою.
screen-campaign-asks = <b>Що й коли питаємо</b>
screen-campaign-ask = { $question }: { $step }
screen-campaign-ask-days = { $question }: { $step }, { $days ->
        [one] за { $days } день
        [few] за { $days } дні
       *[other] за { $days } днів
    }
screen-campaign-papers = <b>Документи</b>
screen-campaign-paper = { $name }: { $step }, { $per }, { $by }, { $needed }
screen-campaign-stays = <b>Види</b>
screen-campaign-stay = { $name }: від { $days } дн.
screen-campaign-shifts = <b>Зміни</b>
screen-campaign-no-shifts = Змін ще немає.
screen-campaign-shift = { $number }. { $camp }, { $stay }, { $first } – { $last }, місць: { $places }. Дорога: { $transport }
screen-campaign-signing = Підпис: { $signing }
screen-campaign-four-eyes = Потребу підтверджують { $yes ->
        [yes] двоє
       *[no] по одному
    }.
screen-campaign-order = Порядок: { $order }
screen-campaign-order-confirmed =
    { $yes ->
        [yes] Порядок звірено з наказом, люди його бачать.
       *[no] Порядок не звірено з наказом: людям не показуємо.
    }
screen-campaign-answer = Днів на відповідь: { $days }
screen-campaign-lot = Жереб за: { $lot }
screen-campaign-by = { $at }: { $who }

campaign-state-planned = готується
campaign-state-open = приймає заяви
campaign-state-paused = призупинена
campaign-state-closed = закрита
campaign-state-allocating = розподіл місць
campaign-state-finished = завершена
button-campaign-pause = Призупинити
button-campaign-resume = Продовжити
button-campaign-allocate = Ділити місця
button-campaign-back = Зупинити розподіл
button-campaign-finish = Завершити
button-campaign-call-off = Скасувати кампанію

campaign-step-need = збір потреби
campaign-step-confirmation = підтвердження
campaign-step-offer = пропозиція місця
campaign-step-departure = від’їзд
campaign-ask-lives = де живе
campaign-ask-categories = підстави
campaign-ask-stay = вид
campaign-ask-period = бажаний період
campaign-ask-together = чи разом
campaign-ask-tax = податковий номер
campaign-ask-certificate = довідка ВПО
campaign-ask-size = зріст і розмір одягу
campaign-ask-meets = хто зустріне дитину
campaign-per-child = на дитину
campaign-per-family = на родину
campaign-by-chat = у чаті
campaign-by-paper = лише на папері
campaign-form-079 = Медична форма 079/о
campaign-required = обов’язково
campaign-welcome = за наявності
campaign-signing-none = не підписують
campaign-signing-printed = на друкованій заяві
campaign-signing-electronic = електронно

campaign-field-name = Назва
campaign-field-basis = Підстава
campaign-field-dates = Дати
campaign-field-ages = Вік
campaign-field-categories = Категорії
campaign-field-asks = Запитання
campaign-field-papers = Документи
campaign-field-stays = Види
campaign-field-shifts = Зміни
campaign-field-order = Порядок
campaign-field-answer = Днів на відповідь
campaign-field-lot = Жереб
campaign-how-name = Перший рядок – українською, другий – англійською.
campaign-how-basis = Один рядок: наказ, номер, дата.
campaign-how-dates = Перший і останній день: 01.02.2027–06.03.2027. Останній день приймаємо весь.
campaign-how-ages = 7–18, якщо на перший день зміни. Або 7–18 01.06.2027.
campaign-how-categories = Рядок на категорію: код, вага, коди документів. Важча йде першою.
campaign-how-asks =
    Рядок на запитання: lives, categories, stay, period, together, tax, certificate, size, meets. Далі крок: need, confirmation, offer, departure.
    З потребою питаємо в заяві, решту – коли дитина дійде до кроку. За скільки днів до від’їзду: meets departure 10.
campaign-how-papers = Рядок на документ: код, крок, child чи family, chat чи paper, required чи welcome. Форма 079/о – лише departure і paper.
campaign-how-stays = Рядок на вид: health 21 чи rest 14. Менше закон не дозволяє.
campaign-how-shifts = Рядок на зміну: номер; табір; health чи rest; 01.06.2027–21.06.2027; місць; дорога. Нову пишіть без номера.
campaign-how-order = Як ділять місця, одним реченням без крапки. Другий рядок – англійською. Після зміни порядок треба звірити знову.
campaign-how-answer = Число від 1 до 60.
campaign-how-lot = Прилюдне число, за яким тягнутимуть жереб. Назвіть його до закриття.
screen-campaign-field = <b>{ $field }</b>. Надішліть нове. { $how } Порожнє – рискою.
screen-campaign-field-now =
    Зараз стоїть (натисніть, щоб скопіювати):

    { $now }
button-campaign-signing = Підпис: { $signing }
button-campaign-four-eyes = Підтверджують двоє
button-campaign-one-human = Підтверджує одна людина
button-campaign-order-sure = Порядок звірено з наказом
button-campaign-order-unsure = Порядок не звірено

refusal-campaign-flaw =
    { $why ->
        [unread] Не зрозуміли рядок { $line }. Виправте й надішліть ще раз.
        [too-long] Задовго. Скоротіть і надішліть ще раз.
        [closes-first] Останній день раніше за перший.
        [ages] Вік має бути від меншого до більшого, не старше 25.
        [no-category] Потрібна хоча б одна категорія.
        [unknown-category] Такого коду категорії немає в каталозі.
        [unknown-document] Такого коду документа немає в каталозі.
        [twice] Щось названо двічі.
        [health-early] Форму 079/о приймають лише на папері перед від’їздом.
        [asked-late] За categories, stay, period і together ділять місця: їх питають з потребою (need).
        [asked-early] size і meets питають пізніше: з потребою вони зайві.
        [no-stay] Потрібен хоча б один вид.
        [stay-short] Коротше, ніж дозволяє закон: оздоровлення від 21 дня, відпочинок від 14.
        [shift-short] Зміна коротша, ніж її вид.
        [shift-kind] У зміні вид, якого кампанія не має.
        [shift-used] У цій зміні вже роздають місця: її не можна прибрати.
       *[too-many] Забагато: не більше 16 змін і трьох документів на категорію.
    }
