### Several messages of a person's in one letter of a topic: when the group can't keep up.

letter-words-together = <b>The person writes</b> · { $count } new
letter-words-together-line = { $number }. { $text }
letter-words-together-edited = { $number }. { $text } (changed)
button-all-words = All in full
whisper-all-words = { $number }. <b>{ $at }</b>
    { $text }
