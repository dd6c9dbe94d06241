"""How form fields become HTML: our templates first, Django's own for what has none."""

from pathlib import Path

import django.forms
from django.forms.renderers import DjangoTemplates
from django.template.backends.django import DjangoTemplates as Backend
from django.utils.functional import cached_property


class Renderer(DjangoTemplates):
    """Draws forms and fields with the GOV.UK markup kept in `templates/web/`."""

    form_template_name = "web/form_fields.html"
    field_template_name = "web/fields/field.html"

    @cached_property
    def engine(self) -> Backend:
        """The template engine: every app's templates, and the shell's tags built in."""
        return Backend(
            {
                "APP_DIRS": True,
                "DIRS": [Path(django.forms.__file__).parent / "templates"],
                "NAME": "fields",
                "OPTIONS": {"builtins": ["inconfidence.web.templatetags.shell"]},
            }
        )
