from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("editions", "0005_adopting_and_withdrawing")]

    operations = [
        migrations.AddField(
            model_name="service",
            name="concern_numbers",
            field=models.JSONField(
                default=dict,
                help_text="plain: public numbers of offices that hear of concerns, by their code",
            ),
        ),
    ]
