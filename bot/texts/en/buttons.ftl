### Labels of buttons: a plain verb that says what will happen.

button-agree = I agree
button-consent-more = Tell me more
button-decline = No, only information and phones
button-watched = My phone may be searched
button-consent-again = Back to the consent
button-agree-safe-phone = Nobody searches my phone
button-open-case = Yes, pass it on
button-open-another = Open a new request
button-add-to = To { $number } from { $opened }
button-drop = No, do not pass it on
button-show-case = Show the request
button-case-line = { $number }: { $state }
button-earlier = Older
button-later = Newer
button-new-case = Write a new request
button-add-words = Add something
button-withdraw-ask = Take the request back
button-withdraw = Yes, take it back
button-keep = No, keep it
button-reopen = Not solved yet
button-my-cases = All requests
button-language-uk = Українська
button-language-en = English
button-erase-ask = Erase my data
button-erase = Yes, erase everything
button-privacy = What we hold about you
button-help = How it works

button-menu-request = Ask for help
button-menu-my = My requests
button-menu-call = Call me
button-menu-danger = I am in danger
button-menu-danger-before = Numbers to call
button-menu-placeholder = Write in your own words

button-take = I take it
button-release = Back to the queue
button-close = Finish
button-reopen-staff = Reopen
button-details = Details
button-facts = Facts for reports
button-fact = { $field }: { $value }
button-fact-empty = { $field }: none
button-fact-chosen = { $value } (now)
button-other-place = Another place
button-fact-clear = Not known
button-next-page = Next
button-previous-page = Back
button-fact-fields = To the list of facts
button-refresh = Refresh

button-problem-run-again = { $incident } · Run again
button-problem-send-again = { $incident } · Send again
button-problem-drop-ask = { $incident } · Stop trying
button-problem-drop = Yes, stop trying
button-problem-keep = No, keep it
