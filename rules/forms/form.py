"""A form: which questions there are, and where in them somebody stands.

An answer is kept under a flat key: `name`, inside a group `children/0/name`, and `children/0/more` for "is there
another?". So a draft is one plain object, and a form whose questions changed keeps what still fits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rules.forms.parse import fits
from rules.forms.steps import Answer, Answers, Choice, Group, Known, Option, Several, Step

SUMMARY = ""
"""Where somebody stands who has answered everything."""
MORE = "more"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Place:
    """One question in a form as it is asked now. `round`: which one of a group, from 1; None outside of groups."""

    key: str
    step: Step
    group: str | None = None
    round: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """`version` goes up with every change of the steps: drafts of an earlier one keep the answers that still fit."""

    slug: str
    version: int
    steps: tuple[Step, ...]

    def walk(self, answers: Answers) -> list[Place]:
        """Every question that is asked of somebody with these answers, in order."""
        return list(_walk(self.steps, answers))

    def place(self, key: str, answers: Answers) -> Place | None:
        """The question under a key; None where it is not asked."""
        return next((place for place in self.walk(answers) if place.key == key), None)

    def next_open(self, answers: Answers) -> str:
        """The key of the first question without an answer; SUMMARY where there is none."""
        return next((place.key for place in self.walk(answers) if place.key not in answers), SUMMARY)

    def before(self, key: str, answers: Answers) -> str | None:
        """The key of the question before this one; None before the first. Before the summary stands the last."""
        keys = [place.key for place in self.walk(answers)]
        at = keys.index(key) if key in keys else len(keys)
        return keys[at - 1] if at > 0 else None

    def another(self, answers: Answers) -> list[tuple[str, str]]:
        """The groups of which the summary offers another round, each with the key under which YES begins it."""
        found = []
        for step in self.steps:
            if isinstance(step, Group) and step.at_summary and (step.when is None or step.when(answers)):
                last = _last_round(step, answers)
                if last + 1 < step.most:
                    found.append((step.slug, f"{step.slug}/{last}/{MORE}"))
        return found

    def asked(self, answers: Answers) -> dict[str, Answer]:
        """The answers to questions that are really asked: those of a way not taken are left out."""
        return {place.key: answers[place.key] for place in self.walk(answers) if place.key in answers}

    def still_fitting(self, answers: Answers, today: date) -> dict[str, Answer]:
        """What an earlier version's answers are worth in this one."""
        kept: dict[str, Answer] = {}
        # Another round that is only offered is asked about by nobody: it is there because it was begun.
        rounds = {key: answer for key, answer in answers.items() if key.endswith(f"/{MORE}")}
        while True:
            found = next(
                (
                    place
                    for place in self.walk({**rounds, **kept})
                    if place.key not in kept and place.key in answers and fits(place.step, answers[place.key], today)
                ),
                None,
            )
            if found is None:
                return kept
            kept[found.key] = answers[found.key]


def options_of(place: Place, answers: Answers) -> tuple[Option, ...]:
    """The options that are offered there; none where the step is no choice."""
    if not isinstance(place.step, Choice | Several):
        return ()
    seen = _around(place.key, answers)
    return tuple(option for option in place.step.options if option.when is None or option.when(seen))


def every_step(form: Form) -> Iterator[Step]:
    """All steps, those inside of groups and the question for another round too, whatever is answered."""
    for step in form.steps:
        if isinstance(step, Group):
            yield from step.steps
            yield _another(step)
        elif isinstance(step, Known):
            yield from step.steps
        else:
            yield step


def _another(group: Group) -> Choice:
    return Choice(slug=f"{group.slug}-{MORE}", options=(Option(YES), Option(NO)))


def _around(key: str, answers: Answers) -> Answers:
    """The answers as a condition sees them: those of the same round under their bare slugs."""
    prefix = key.rpartition("/")[0]
    if not prefix:
        return answers
    inside = {
        each.removeprefix(f"{prefix}/"): value for each, value in answers.items() if each.startswith(f"{prefix}/")
    }
    return {**answers, **inside}


def _walk(steps: tuple[Step, ...], answers: Answers) -> Iterator[Place]:
    for step in steps:
        if step.when is not None and not step.when(answers):
            continue
        if isinstance(step, Group):
            yield from _rounds(step, answers)
        elif isinstance(step, Known):
            seen = _around(step.prefix, answers)
            for each in step.steps:
                if each.when is None or each.when(seen):
                    yield Place(f"{step.prefix}{each.slug}", each, step.slug, step.number)
        else:
            yield Place(step.slug, step)


def _last_round(group: Group, answers: Answers) -> int:
    """The number of the last round, from 0."""
    return next(index for index in range(group.most) if answers.get(f"{group.slug}/{index}/{MORE}") != YES)


def _rounds(group: Group, answers: Answers) -> Iterator[Place]:
    for index in range(group.most):
        prefix = f"{group.slug}/{index}"
        seen = _around(f"{prefix}/", answers)
        for step in group.steps:
            if step.when is None or step.when(seen):
                yield Place(f"{prefix}/{step.slug}", step, group.slug, index + 1)
        if index + 1 == group.most:
            return
        more = f"{prefix}/{MORE}"
        if more in answers or not group.at_summary:
            yield Place(more, _another(group), group.slug, index + 1)
        if answers.get(more) != YES:
            return
