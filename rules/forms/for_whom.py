"""«Для кого»: somebody writes for another human. Helper and beneficiary are two people.

Relation, age band and how the human agrees are plain; name, phone, birth and place identify and are sealed where they
are kept. A report about somebody in trouble needs nobody's consent (Law 2671-VIII, art. 18: «повідомлення про осіб у
складних життєвих обставинах»); who reports is named only where they allow it (art. on the register).
"""

from rules.forms.form import Form
from rules.forms.steps import Answers, Birth, Choice, Option, Phone, Text

CHILD, RELATIVE, NEIGHBOUR, REPORT = "child", "relative", "neighbour", "report"
YES, NO = "yes", "no"
CALL, CODE = "call", "code"


def is_report(answers: Answers) -> bool:
    """Nobody asked the human: this is a report about them."""
    return answers.get("who") == REPORT or answers.get("knows") == NO


def may_agree(answers: Answers) -> bool:
    """An adult whom we can ask."""
    return answers.get("who") in (RELATIVE, NEIGHBOUR)


def knows(answers: Answers) -> bool:
    """The human knows that somebody writes for them."""
    return may_agree(answers) and answers.get("knows") == YES


def has_phone(answers: Answers) -> bool:
    """There is a number to call."""
    return answers.get("phone") is not None


FOR_WHOM = Form(
    slug="whom",
    version=1,
    steps=(
        Choice(slug="who", options=(Option(CHILD), Option(RELATIVE), Option(NEIGHBOUR), Option(REPORT))),
        Text(slug="name", most=60, optional=True),
        Birth(slug="born", optional=True),
        Choice(slug="knows", options=(Option(YES), Option(NO)), when=may_agree),
        Phone(slug="phone", optional=True),
        Choice(slug="agree", options=(Option(CALL, has_phone), Option(CODE)), when=knows),
        Text(slug="where", least=3, most=200, optional=True, when=is_report),
        Choice(slug="reporter", options=(Option(YES), Option(NO)), when=is_report),
    ),
)
