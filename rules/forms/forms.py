"""Every form there is, by its slug."""

from rules.forms.for_whom import FOR_WHOM
from rules.forms.form import Form

FORMS: dict[str, Form] = {form.slug: form for form in (FOR_WHOM,)}
