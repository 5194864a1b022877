### Написи на кнопках: просте дієслово, що станеться.

button-agree = Погоджуюсь
button-consent-more = Розкажіть докладніше
button-decline = Ні, лише довідки й телефони
button-watched = Мій телефон можуть перевірити
button-consent-again = Повернутися до згоди
button-agree-safe-phone = Мій телефон ніхто не перевіряє
button-open-case = Так, передати фахівцю
button-open-another = Відкрити нове звернення
button-add-to = До { $number } від { $opened }
button-drop = Ні, не передавати
button-show-case = Показати звернення
button-case-line = { $number }: { $state }
button-earlier = Старіші
button-later = Новіші
button-new-case = Написати нове звернення
button-add-words = Дописати
button-withdraw-ask = Забрати звернення
button-withdraw = Так, забрати
button-keep = Ні, залишити
button-reopen = Ще не вирішено
button-my-cases = Усі звернення
button-language-uk = Українська
button-language-en = English
button-erase-ask = Стерти мої дані
button-erase = Так, стерти все
button-privacy = Що ми про вас маємо
button-help = Як це працює

button-menu-request = Попросити допомогу
button-menu-my = Мої звернення
button-menu-call = Подзвоніть мені
button-menu-danger = Мені небезпечно
button-menu-danger-before = Телефони допомоги
button-menu-placeholder = Напишіть своїми словами

button-take = Беру
button-release = Повернути в чергу
button-close = Завершити
button-reopen-staff = Відновити
button-details = Подробиці
button-facts = Дані для звіту
button-fact = { $field }: { $value }
button-fact-empty = { $field }: немає
button-fact-chosen = { $value } (зараз)
button-other-place = Інше місце
button-fact-clear = Не знаємо
button-next-page = Далі
button-previous-page = Назад
button-fact-fields = До списку даних
button-refresh = Оновити

button-problem-run-again = { $incident } · Виконати ще раз
button-problem-send-again = { $incident } · Надіслати ще раз
button-problem-drop-ask = { $incident } · Більше не пробувати
button-problem-drop = Так, більше не пробувати
button-problem-keep = Ні, залишити
