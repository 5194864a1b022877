### For staff: the practice with invented people.

command-practice = Practice with invented people

button-practice-begin = Begin the practice
button-practice-again = This story from the start
button-practice-skip = Skip the story
button-practice-next = Next story
button-practice-summary = Summary
button-practice-leave = End the practice

## Marks

practice-head = <b>PRACTICE</b> · advice
practice-in-topic = <b>PRACTICE</b> { $at } · topic { $topic }
practice-to-you = <b>PRACTICE</b> { $at } · only you see it
practice-on-desk = <b>PRACTICE</b> { $at } · on your desk
practice-to-person = <b>PRACTICE</b> { $at } · { $person } reads this

## Beginning and end

practice-intro =
    <b>PRACTICE</b>

    { $stories ->
        [one] { $stories } story
       *[other] { $stories } stories
    } with invented people. Buttons and letters are real, the people are not. Nothing goes to anybody, or into queue, deadlines and reports.

    What stands in a topic of the group at work stands in this chat here. To let the person read it, reply to their message.

    You can end it at any time. After a day the practice goes by itself. The command: /practice
practice-stayed-inside = This stayed among colleagues: the person does not see it. Swipe their message to the left and choose “Reply”.
practice-over =
    <b>THE PRACTICE IS OVER</b>

    Stories played: { $finished } of { $stories }.
practice-gone = Nothing of the practice is left. You can play it again at any time: /practice
practice-lead = Світлана (навчання)

## What the invented people say

practice-says-question = Добрий день. Ми переїхали до Дніпра. Куди записати дитину до школи?
practice-says-thanks = Дякую, я зрозуміла.
practice-says-papers = Мій дім у Сєвєродонецьку розбило. Хочу подати заяву на відшкодування. Що треба?
practice-says-burnt = Документи на дім згоріли. Як бути?
practice-says-danger = Чоловік ламає двері. Я з дитиною у ванній.
practice-says-hidden = Ми вже в сусідки. Телефонувати не можна, він почує.
practice-says-twice = Коли буде відповідь щодо допомоги на житло?
practice-says-again = Пишу ще раз. Що з допомогою на житло?

## What to do

practice-do-take = <b>Do:</b> read and press “I take it”. Or just answer: then the request is yours, too.
practice-do-answer = <b>Do:</b> reply to the person’s message. In short: what to do, where to go, when.
practice-do-end = <b>Do:</b> it is done. “Close” on the card, then how it ended.
practice-do-ask-papers = <b>Do:</b> “Documents”, “Ask for documents”, choose what is needed and send the request.
practice-do-instead = <b>Do:</b> there are no papers. Answer what can stand in for them. One document is no reason to refuse.
practice-do-waive = <b>Do:</b> in “Documents” open the paper that will not come and press “Not needed any more”. Or set the state: whom you wait for.
practice-do-see = <b>Do:</b> danger comes first. On the desk press “I see it”, or take the request. At work there are minutes for that.
practice-do-reach = <b>Do:</b> answer. Ask whether the person is safe, name 102 and 112. Do not ask for the whole story.
practice-do-note = <b>Do:</b> the person said how to talk to them. Leave that to your colleagues: <code>/note не дзвонити, лише писати</code>
practice-do-answer-first = <b>Do:</b> answer. If you do not know the day, say when you will.
practice-do-take-again = <b>Do:</b> the same person wrote again. Take this request, too.
practice-do-link = <b>Do:</b> leave a note in the new topic with the number of the first request: <code>/note див. перше</code> and the number.
practice-do-end-one = <b>Do:</b> close one of the two. Talk with the person in one topic.

## What came of it

practice-done-take = <b>Well done.</b> The request is yours. The person knows your work name now.
practice-done-answer = <b>Well done.</b> The answer went to the person: the mark below your message says “sent”.
practice-done-end = <b>Well done.</b> The person read how it ended, and can say that it is not solved yet.
practice-done-ask-papers = <b>Well done.</b> The person got one letter for all papers.
practice-done-instead = <b>Well done.</b> The person is not left alone with a paper that does not exist.
practice-done-waive = <b>Well done.</b> Now one sees what is waited for, and what is not.
practice-done-see = <b>Well done.</b> Nobody else is woken: you have seen the person.
practice-done-reach = <b>Well done.</b> The person is not alone.
practice-done-note = <b>Well done.</b> Whoever takes the request at night will know not to phone.
practice-done-answer-first = <b>Well done.</b> A day is calmer than silence.
practice-done-take-again = <b>Well done.</b> Both requests are yours.
practice-done-link = <b>Well done.</b> A colleague will see where it began.
practice-done-end-one = <b>Well done.</b> One topic and one talk from here on.

## What to remember

practice-lesson-question = Take, answer, close. The person sees only a reply to their message or to the card.
practice-lesson-papers = Ask for papers in one letter, and only for those that are needed. No paper: look for what stands in.
practice-lesson-danger = Danger first. Safety before talk. How to write or phone is for the person to say.
practice-lesson-twice = One person, one matter, one topic. The numbers of both stand in the note.
