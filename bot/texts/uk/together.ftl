### Кілька повідомлень людини в одному листі теми: коли група не встигає.

letter-words-together = <b>Людина пише</b> · { $count ->
        [one] { $count } нове
        [few] { $count } нові
       *[other] { $count } нових
    }
letter-words-together-line = { $number }. { $text }
letter-words-together-edited = { $number }. { $text } (змінено)
button-all-words = Усе повністю
whisper-all-words = { $number }. <b>{ $at }</b>
    { $text }
