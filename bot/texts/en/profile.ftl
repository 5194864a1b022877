### How the bot shows itself in Telegram: description and commands.

profile-description =
    The bot of the Luhansk region department of social protection. Write in your own words what happened: a human reads and answers.

    Everything is free. We never ask for money, a card number or a code from a text message.

    In trouble right now? Call 112.
profile-short = Ask for help and see what happens with your request. Free of charge.

command-start = Begin
command-request = Ask for help
command-call = Call me
command-my = My requests
command-danger = I am in danger
command-language = Language
command-privacy = What we hold about you
command-help = How it works
command-cancel = Stop
command-desk = Requests I work on
command-problems = The bot’s errors: what failed
command-a = Answer the person in the topic of their request
command-bind = Bind the group with a code
