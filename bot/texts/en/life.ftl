### The menu of life: what people come with, not what the law calls it.

screen-request =
    <b>How can we help?</b>

    Press what is closest. Not sure? Press the first button. Or just write here in your own words.
screen-request-more =
    <b>More topics</b>

    Yours is not here? Just write in your own words.
screen-request-changed = This menu has changed. These are the topics of today.

screen-area =
    <b>{ $name }</b>

    Press what is closest. Or just write here what you need.

screen-end = <b>{ $name }</b>
screen-end-text = { $text }.
screen-end-asked = What we will ask: { $asked }.
screen-end-write = Tell us briefly what you need: just write here. We ask you once more before we pass it on.
screen-end-source = <i>How we know: { $source }. Checked on { $day }.</i>
screen-end-ended = This help was there until { $day }. Whether it is there now, we do not know yet.
screen-end-not-yet = This help begins on { $day }.
screen-end-unsure = We are still finding out how this help works now. So we promise nothing here.
screen-end-human = Write here briefly what you need. A human reads it. They tell you what can be done.

screen-tell =
    Write in your own words what happened and what you need. It can be short, several messages are fine.

    A human reads it, not a bot. We ask you once more before we pass it on.
screen-tell-about =
    <b>{ $name }</b>

    Write briefly what you need. A human reads it, not a bot. We ask you once more before we pass it on.

screen-offer-case-about = About: { $about }.

## Who decides
decides-department = We, the department, see to it.
decides-hromada = Your hromada decides. We tell you where to turn.
decides-ngo = The organisation under contract decides.
decides-state = Another state office decides. We tell you which one.
decides-by-place = Who decides depends on the registered hromada.
decides-unknown = Who decides, we are finding out.

button-life-own-words = I don’t know, I’ll say it in my words
button-life-more = More topics
button-life-back = Back
button-life-not-helped = It did not help, I want a human
button-life-to-human = Pass me on to a human
