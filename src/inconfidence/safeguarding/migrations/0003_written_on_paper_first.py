from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0002_what_happened_since")]

    operations = [
        migrations.AddField(
            model_name="concern",
            name="happened_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="happened_at",
            field=models.DateTimeField(null=True),
        ),
    ]
