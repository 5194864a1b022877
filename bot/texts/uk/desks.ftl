### Коли в групі не має бути жодного слова людини: коротка картка там, розмова на столі.

letter-brief-card = { $icon }<b>{ $number }</b> · { $area }
    Стан: { $state }. Черга діяти: { $turn }
letter-brief-card-owner = Веде: { $owner }
letter-brief-card-take = Візьмете – розмова відкриється у вас на столі.
letter-brief-card-on-desk = Розмова – на столі того, хто веде.

letter-group-bound-minimal =
    Готово. Тепер тут працює <b>{ $organisation }</b>. Група бачить лише короткі картки звернень, без жодного слова людини.

    Натисніть «Беру», і розмова відкриється у вас на столі: у приватному чаті з ботом. Там і відповідайте.

letter-staff-said-before = <b>{ $author } – людині</b> · раніше
    { $text }
letter-staff-said-before-part = <b>{ $author } – людині</b> · раніше · частина { $part } з { $parts }
    { $text }
