### Назви: стани, черга, події, ролі, дані.

own-words = Своїми словами

## Стан, як його бачить працівник
state-new = нове
state-taken = взяте
state-closed = завершене
state-withdrawn = людина забрала
turn-staff = працівник
turn-person = людина
turn-nobody = ніхто

## Стан, як його бачить людина
mine-new = Чекає на фахівця
mine-taken-staff = Читає { $owner }
mine-taken-person = Ми відповіли, чекаємо на вас
mine-closed = Завершене
mine-withdrawn = Ви забрали
mine-begins = «{ $words }»
## Те саме коротко, для кнопки
mine-short-new = чекає на фахівця
mine-short-taken-staff = читає фахівець
mine-short-taken-person = ми відповіли
mine-short-closed = завершене
mine-short-withdrawn = ви забрали

## Події
event-opened = звернення відкрито
event-words-added = людина дописала
event-words-edited = людина виправила написане
event-taken = фахівець читає звернення
event-released = звернення чекає на іншого фахівця
event-replied = фахівець відповів
event-reply-edited = фахівець виправив відповідь
event-fact-recorded = записано дані для звіту
event-closed = звернення завершено
event-reopened = звернення знову відкрито
event-withdrawn = людина забрала звернення
event-topic-made = зроблено тему в групі
event-erased = слова людини стерто
event-run-again = після помилки виконано ще раз
event-sent-again = після помилки надіслано ще раз
event-given-up = після помилки вирішено більше не пробувати

## Ті самі події у власній історії людини
mine-event-words-added = ви дописали
mine-event-withdrawn = ви забрали звернення

## Новини в темі
news-withdrawn = Людина забрала звернення. Відповідати вже не треба.
news-reopened = Звернення знову відкрите.
news-erased = Людина попросила стерти свої слова. Цю тему буде видалено.

## Ролі
role-caseworker = фахівець
role-supervisor = керівник
role-admin = адміністратор

## Мови
language-uk = українська
language-en = англійська

## Дані для звіту
fact-service = Послуга
fact-audience = Хто звертається
fact-category = Категорія
fact-age = Вік
fact-household = Людей у сім’ї
fact-hromada = Зареєстрована громада
fact-oblast = Живе зараз

timeline-line = { $at } – { $what }
