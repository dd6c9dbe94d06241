"""A form gone through aloud: in which language, who interpreted, each answer, and that all of it was confirmed."""

from inconfidence import codes
from inconfidence.consent.actions import Aloud
from inconfidence.web.forms import DateField, Radios, ServiceForm, Text, TextArea, Tick

QUESTIONS = tuple(codes.choices("permission"))
ANSWERS = (("yes", "Yes"), ("no", "No"))


def question(label: str) -> Radios:
    """One question of the form, as it is read out."""
    return Radios(
        choices=ANSWERS, label=f"May we {label[:1].lower()}{label[1:]}?", inline=True, required=False
    )


class AloudForm(ServiceForm):
    """What was asked and answered. A question without an answer stays open, and what is open can be done later."""

    method = Radios(
        choices=codes.choices("consent_method")[:2],
        label="How are you talking?",
        initial="telephone",
        inline=True,
    )
    language = Text(label="In which language?", limit=100, width=20)
    interpreter = Radios(
        choices=codes.choices("interpreter"),
        label="Who interprets?",
        initial="nobody",
        hints={
            "relative": "A relative may soften or leave out what is said. Find an interpreter first if you can.",
            "child": "Nobody can know whose answers these are, and it is a burden to the child. Find an interpreter "
            "first.",
        },
    )
    interpreter_name = Text(
        label="Their name, or the agency and its number", required=False, limit=200, width=30
    )
    why_family = Text(
        label="If a relative, a friend or a child interprets: why could nobody else?",
        required=False,
        limit=300,
    )
    statement = Tick(label="I said what confidentiality means here, and where it ends", required=False)
    notice = Tick(label="We went through the leaflet on how we keep what they tell us", required=False)
    advise = question(dict(QUESTIONS)["advise"])
    talk = question(dict(QUESTIONS)["talk"])
    obtain = question(dict(QUESTIONS)["obtain"])
    keep = question(dict(QUESTIONS)["keep"])
    feedback = question(dict(QUESTIONS)["feedback"])
    whom = Text(label="Whom may we talk to?", required=False, limit=500)
    about = Text(label="About what, and until when?", required=False, limit=500)
    not_mentioned = Text(label="What must we not mention?", required=False, limit=500)
    words = TextArea(label="What else they said, in their words", required=False, rows=3, limit=20_000)
    confirmed = Tick(label="I read every answer back, and they said that it is right", required=False)
    gone_through_on = DateField(label="When?", help_text="Leave empty for today", required=False)

    def details(self) -> Aloud:
        """The form as the action takes it."""
        data = self.cleaned_data
        return Aloud(
            method=data["method"],
            language=data["language"],
            interpreter=data["interpreter"],
            interpreter_name=data["interpreter_name"],
            why_family=data["why_family"],
            statement=data["statement"],
            notice=data["notice"],
            answers={code: data[code] for code, _ in QUESTIONS if data[code]},
            whom=data["whom"],
            about=data["about"],
            not_mentioned=data["not_mentioned"],
            words=data["words"],
            confirmed=data["confirmed"],
            gone_through_on=data["gone_through_on"],
        )
