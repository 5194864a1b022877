### Where no word of a person may stand in the group: a brief card there, the conversation on the desk.

letter-brief-card = { $icon }<b>{ $number }</b> · { $area }
    State: { $state }. Turn: { $turn }
letter-brief-card-owner = Owner: { $owner }
letter-brief-card-take = Take it, and the conversation opens on your desk.
letter-brief-card-on-desk = The conversation is on its owner’s desk.

letter-group-bound-minimal =
    Done. <b>{ $organisation }</b> works here now. The group sees brief cards of cases only, without a word of any person.

    Press “I take it”, and the conversation opens on your desk: in the private chat with the bot. Answer there.

letter-staff-said-before = <b>{ $author } to the person</b> · earlier
    { $text }
letter-staff-said-before-part = <b>{ $author } to the person</b> · earlier · part { $part } of { $parts }
    { $text }
