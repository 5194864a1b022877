### Information pages: people read them, caseworkers send them, leads keep them up.

page-text = <b>{ $title }</b>

    { $text }
page-source = Source: { $source }.
page-checked = Compared { $day }.
page-unchecked = This is not confirmed yet.

letter-info-page = { $page }

    { $author }, request { $number }
screen-page = { $page }

    We hold your words, they have not been passed to a human yet. If this is no answer, pass them on.
screen-not-helped = { $who ->
        [somebody] { $owner } sees that the page did not help.
       *[nobody] A caseworker will see that the page did not help.
    } If you want to add anything to request { $number }, just write.

button-page-offer = Page: { $title }
button-page-not-helped = It did not help
button-page-to-human = It did not help, pass it to a human
button-page-helped = It helped, do not send

button-pages = Pages
button-page-stale = { $title } · old
button-page-unsure = { $title } · not confirmed
whisper-pages = Which page shall be sent? A press sends it to the person at once. Check an old one yourself first.
whisper-pages-sent = Sending. If it does not help, the person presses a button, and you see it here.
letter-page-news = <b>A page did not help.</b> “{ $title }”. The person waits for your answer.

screen-pages = <b>Pages</b>
    The bot offers them to people for 90 days after a check. Compare one with its source and press “Checked today”.
screen-pages-stale = { $count ->
        [0] None is old.
        [one] { $count } page is old.
       *[other] { $count } pages are old.
    }
screen-pages-page = Page { $page } of { $pages }
screen-pages-old = Old: the bot does not offer it to people.
button-page-checked = Checked today: { $title }

command-pages = Pages and when they were checked
event-page-not-helped = a page did not help
