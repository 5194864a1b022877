### For staff: what else can be done with a request.

button-more = More
button-menu-back = All that can be done

whisper-menu = <b>{ $number }</b>. What else can be done:
whisper-menu-empty = <b>{ $number }</b>. All that you can do stands on the card.
