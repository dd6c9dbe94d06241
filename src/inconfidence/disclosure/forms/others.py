"""What a lead decides, and who rings to ask about a family."""

from inconfidence.web.forms import Radios, ServiceForm, TextArea

CALLERS = (
    ("relative", "A relative or friend of the family"),
    ("professional", "Somebody at a school, or a health worker"),
    ("council", "Somebody at the council"),
    ("referrer", "Whoever sent a family to us"),
    ("safeguarding_body", "A social worker"),
    ("police", "The police"),
    ("inspector", "An inspector of the council"),
    ("school_inspector", "An inspector of a school"),
    ("other_user", "Another person we help"),
    ("public", "Somebody else, or they do not say"),
)


class DecideForm(ServiceForm):
    """A lead's decision on a question, with the reason the record keeps."""

    decision = Radios(
        choices=(("yes", "Yes, it may be shared"), ("no", "No, it may not")),
        label="Your decision",
        missing="Choose yes or no",
    )
    reason = TextArea(label="Your reason", missing="Write your reason in a sentence", rows=4, limit=5_000)


class ReplyForm(ServiceForm):
    """Who is asking whether a family is known. No name of a family is asked for, and nothing is looked up."""

    caller = Radios(choices=CALLERS, label="Who is asking?", missing="Choose who is asking")
