"""What a row of a file says: the catalogue's names in words, everything else as codes, worded when the file is made."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from casework.letters.view.places import told_line
from db.models import Application, ApplicationChild, ExportItem, File
from rules.catalogue import Catalogue
from rules.exports import ExportKind
from rules.files import ENDINGS, FileKind
from rules.forms import Answer, own_words
from rules.forms.dates import age_on
from rules.phones import spaced
from rules.places import Told
from rules.recreation.columns import Column
from rules.recreation.eligibility import days_that_count
from rules.recreation.forms import CHILDREN
from rules.recreation.terms import Terms

Cells = dict[str, Any]
FAMILY = "family"
"""The folder of what is no child's own."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rows of one file for a reader of this language. `files`: the kept ones of an archive, by id."""

    catalogue: Catalogue
    language: str
    terms: Terms
    files: Mapping[int, File]

    def cells(
        self, kind: ExportKind, item: ExportItem, application: Application, child: ApplicationChild | None
    ) -> Cells | None:
        """What the row says; None where that is not there any more."""
        match kind:
            case ExportKind.PAPERS:
                return self._paper(item)
            case ExportKind.TRIAL:
                return dict(item.facts)
            case ExportKind.PLACES:
                return None if child is None else {**item.facts, "child": child.name, "born": child.born}
            case ExportKind.SUMMARY:
                return None if child is None else self._counted(child)
            case ExportKind.ORDER:
                return None if child is None else self._in_the_order(item, application, child)

    def age(self, child: ApplicationChild) -> int | None:
        """Full years on the first day that counts in the campaign."""
        return age_on(date.fromisoformat(child.born), days_that_count(self.terms)[0]) if child.born else None

    def _in_the_order(self, item: ExportItem, application: Application, child: ApplicationChild) -> Cells:
        answers = {**_read(application.answers), **_read(application.later)}
        own = _read(child.later)
        read: Mapping[Column, Callable[[], Any]] = {
            Column.NUMBER: lambda: item.facts["number"],
            Column.CHILD: lambda: child.name,
            Column.BORN: lambda: child.born,
            Column.AGE: lambda: self.age(child),
            Column.CATEGORIES: lambda: self._categories(child),
            Column.HROMADA: lambda: self._hromada(child),
            Column.REGISTERED: lambda: self._place(child.registered),
            Column.LIVES: lambda: self._place(application.lives),
            Column.GUARDIAN: lambda: application.guardian,
            Column.PHONE: lambda: spaced(application.phone) if application.phone else None,
            Column.TAX: lambda: answers.get("tax"),
            Column.CERTIFICATE: lambda: answers.get("certificate"),
            Column.SIZE: lambda: own.get("size"),
            Column.MEETS: lambda: own.get("meets"),
            Column.STAY: lambda: child.stay,
            Column.PERIOD: lambda: _wished(child, answers),
            Column.SHIFT: lambda: item.facts["shift"],
            Column.STATE: lambda: item.facts["state"],
            Column.FILED: lambda: application.filed_at.isoformat() if application.filed_at else None,
        }
        return {column.value: read[column]() for column in self.terms.columns}

    def _counted(self, child: ApplicationChild) -> Cells:
        return {
            "hromada": self._hromada(child),
            "categories": self._categories(child),
            "age": self.age(child),
            "stay": child.stay,
        }

    def _paper(self, item: ExportItem) -> Cells | None:
        """A path that says nothing about anybody: the number, whose it is, which document and page."""
        file = self.files.get(item.facts["file"])
        if file is None:
            return None
        position = item.facts["position"]
        whose = f"child-{position}" if position else FAMILY
        name = f"{whose}-{item.facts['document']}-{item.facts['page']}.{_ending(file)}"
        return {"path": f"{item.facts['number']}/{name}", "file": file.id}

    def _categories(self, child: ApplicationChild) -> list[str]:
        known = self.catalogue.categories
        return [known[code].name[self.language] for code in child.confirmed if code in known]

    def _hromada(self, child: ApplicationChild) -> str | None:
        hromada = self.catalogue.hromadas.get(child.hromada or "")
        return hromada.name if hromada is not None else None

    def _place(self, kept: str | None) -> Cells | None:
        line = told_line(self.catalogue, Told.read(kept) if kept else None, self.language)
        return None if line is None else asdict(line)


def _wished(child: ApplicationChild, answers: Mapping[str, Answer]) -> list[str] | str | None:
    """The periods, or what the family wrote instead."""
    return child.periods or own_words(answers.get(f"{CHILDREN}/{child.position - 1}/period"))


def _read(kept: str | None) -> Cells:
    answers: Cells = json.loads(kept) if kept else {}
    return answers


def _ending(file: File) -> str:
    """Of a name only its ending is taken, and only where it is one."""
    _, dot, ending = (file.name or "").rpartition(".")
    if dot and ending.isascii() and ending.isalnum() and len(ending) <= LONGEST_ENDING:
        return ending.lower()
    return ENDINGS.get(FileKind(file.kind), "bin")


LONGEST_ENDING = 5
