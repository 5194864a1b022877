### For staff: why we look at a person’s data, how long it is seen, who looked.

letter-desk-why = You do not have the case <b>{ $number }</b>. Why do you need the person’s data? The supervisor will see the reason.
letter-hide-text = <i>15 minutes are over, the data is hidden. Press the button on the card to see it again.</i>
refusal-reason-needed = You do not have this case. Choose a reason first.
reading-why-own = own case
reading-why-none = no reason from the list
reading-why-danger = alarm
reading-why-call = a call to be made
reading-details = details
reading-checked = checked who it is

## Who looked

screen-readings = <b>Who looked at people’s data</b>: { $count }
screen-readings-unusual = <b>Unusual looks</b>: { $count }
screen-readings-readers = <b>Who looked how often</b>
screen-readings-of-reader = <b>{ $who } looked</b>: { $count }
screen-readings-of-case = <b>Who looked into { $number }</b>: { $count }
screen-readings-of-day = <b>Looks on { $day }</b>: { $count }
screen-readings-page = (page { $page } of { $pages })
screen-readings-none = Nobody looked.
screen-readings-line = { $at } – { $reader }, { $number }: { $what }. Reason: { $reason }.
screen-readings-marks = <b>Unusual: { $marks }.</b>
screen-readings-reader = { $who }: { $looks }
screen-readings-how = For one case: /readings and its number.
readings-not-theirs = not their case
readings-many = many cases within an hour
readings-night = at night
button-readings-all = All
button-readings-unusual = Unusual
button-readings-day = By day
button-readings-readers = By colleague
button-day-before = ← Day
button-day-after = Day →
command-readings = Who looked at people’s data
