"""How many passwords were tried on an emptied sitting."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One number for each sitting."""

    dependencies = [("team", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="sitting", name="guesses", field=models.PositiveSmallIntegerField(default=0)
        )
    ]
