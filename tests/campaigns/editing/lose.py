"""`python -m tests.campaigns.editing.lose`: take away one earlier version of something, as if it had never been kept.

Whoever wrote it was told that it is saved, so the next reading must miss it. Only the campaign's control does this.
"""

import json

import django


def lose() -> int:
    """How many earlier versions were taken away: one, or none where there is none."""
    from inconfidence.cases.models import Earlier

    # The first version was there before anybody edited: losing that one would not be theirs.
    row = Earlier.objects.filter(version__gt=1).order_by("replaced_at").last()
    if row is None:
        return 0
    Earlier.objects.filter(id=row.id).delete()
    return 1


if __name__ == "__main__":
    django.setup()
    print(json.dumps(lose()))
