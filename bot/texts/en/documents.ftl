### Documents that are missing: the person sends them, a caseworker looks at them.

## To the person

letter-documents-asked = Your request <b>{ $number }</b> { $count ->
        [one] needs a document:
       *[other] needs documents:
    }
    { $documents }

    Take the photo in good light, with all corners in it. There may be several pages.
    You do not have it? Press “I can’t get it”. A caseworker tells you what can stand in for it. We do not refuse over one document before we have talked with you.
document-line = <b>{ $name }</b>
document-line-of-child = <b>{ $name }</b> ({ $who })
document-kept = We have it, accepted on { $on }.{ $dated ->
        [yes] {" "}Valid until { $until }.
       *[no] {""}
    }
document-kept-over = Ours is valid only until { $until }. A new one is needed.
document-explained = What it is: { $what }. What for: { $why }.

letter-document-returned = We looked at the document “{ $name }” in request <b>{ $number }</b>. { $why }

    Please send it once more. If you can’t, press “I can’t get it”.
document-return-unclear = The picture is hard to read. Take it in good light, without reflections.
document-return-part = Not all of it can be seen. All pages and all corners are needed.
document-return-other = It is another document.
document-return-old = It is not valid any more. A newer one is needed.

letter-document-returned-in-words =
    { $author } writes:

    { $words }

letter-documents-complete = All documents for request <b>{ $number }</b> are here, thank you. Nothing is needed from you now. It is our turn to work.

screen-documents = { $count ->
        [0] Documents for request <b>{ $number }</b>: everything is here.
       *[other] Documents for request <b>{ $number }</b>. Not here yet:
    }
screen-documents-here = Here already: { $documents }.
screen-documents-cannot = You can’t get: { $documents }. The caseworker knows.
screen-documents-check = A caseworker looks at them and writes to you.

screen-document = Send a photo or a file here. There may be several pages, one after another. Take the photo in good light, with all corners in it.
screen-document-more = We have it. Are there more pages? Go on sending. When that is all, press “Done”.
screen-document-why = What is in the way? Press a button or write in your own words. A caseworker reads it and tells you what to do.

screen-documents-later = All right. The list waits: “My requests”, then { $number }, then “Documents”. If something does not work, just write.

button-document-send = Send
button-document-later = Later
button-document-cannot = I can’t get it
button-document-done = Done
button-document-use = Use this one
button-document-use-all = Use what is here already: { $count }
button-document-send-new = Send a new one
button-documents = Documents: { $count } to send
button-obstacle-lost = It is lost
button-obstacle-left = It stayed where we fled from
button-obstacle-where = I do not know where to get it

## To staff

button-documents-staff = Documents
button-documents-pick = Ask for documents
button-documents-ask = Send the request
button-document-accept = Accept
button-document-date = { $here ->
        [accepted] Note until when it is valid
       *[sent] Accept, it has a last day
    }
whisper-document-ask-day = Write the last day on which the document is valid. For example: 31.12.2027. Without one press “To the documents” and accept it so.
document-before = Accepted before: { $number }, { $on }.
document-valid = Valid until { $until }.
document-short = That is too short: it is needed on { $day }, too.
button-document-waive = Not needed any more
button-document-back = To the documents
button-document-picked = { $name } – chosen
button-document-unsure = { $name } · not confirmed
button-document-words = Return it with my own words
button-document-words-again = Write it anew
whisper-document-ask-words = Write here what is wrong with the document, up to { $most } signs. The person reads your words in the letter.
whisper-document-with-words =
    <b>{ $name }</b>. Your words:

    { $words }

    Choose the reason, and the letter goes to the person.
button-return-unclear = Return: hard to read
button-return-part = Return: not all of it
button-return-other = Return: another document
button-return-old = Return: not valid any more
button-document-line = { $name }: { $state }
document-asked = awaited
document-sent = to be checked
document-accepted = accepted
document-returned = returned
document-cannot = can’t get it
document-waived = not needed
document-picked = chosen

screen-card-documents = { $to_check ->
        [0] Documents: { $accepted }/{ $count }
       *[other] Documents: { $accepted }/{ $count }, to check: { $to_check }
    }
whisper-documents = The documents of this case. Press one to decide.
whisper-documents-empty = No documents have been asked for in this case.
whisper-documents-pick = Which documents shall we ask for? Choose them and send one letter. A passport only where it can’t be done without.
whisper-documents-unsure = Whether these are the ones is not confirmed yet.
whisper-document = <b>{ $name }</b>: { $state }.
whisper-document-pages = Pages: { $count }. The reading is recorded.
letter-document-news = { $change ->
        [sent] <b>A document was sent.</b> { $name }
        [again] <b>Asks to use a document accepted before.</b> { $name }
        [accepted] <b>A document ends before the shift begins.</b> { $name }, valid until { $until }. Ask for a new one.
        [asked] <b>The files of the document are gone, it has to be sent again.</b> { $name }
       *[cannot] <b>Can’t get it.</b> { $name }. { $why }
    }
obstacle-lost = It is lost.
obstacle-left = It stayed where they fled from.
obstacle-where = They do not know where to get it.
obstacle-words = Why: in the words below.

refusal-day-unread = Write a day that is still to come. For example: 31.12.2027. Return a document that has ended.
refusal-nothing-picked = Choose the documents first.
refusal-covered = Somebody else may read this person’s phone. The button can’t send this: ask in words, they arrive covered.
toast-documents-asked = Asked.
toast-document-returned = Returned, the person reads why.

event-documents-asked = documents were asked for
event-document-sent = a document was sent
event-document-accepted = a document was accepted
event-document-returned = a document was returned with a reason
event-document-cannot = a document can’t be had
event-documents-later = the person sends the documents later
event-document-waived = a document is not needed any more
event-document-reused = a document accepted before is used again
event-document-dated = until when a document is valid was noted
event-document-lost = the files of a document are gone, a new one is needed
