"""Rules about how casework begins, whom we contact and what we ask others for.

Named and checked in policy files; the question that asks them is still to be built.
"""

from inconfidence.policy.entry import Entry
from inconfidence.policy.parameters import word, words
from inconfidence.policy.vocabulary import Question

CHANNELS = ("mobile", "home", "work", "answerphone", "via_relative", "via_colleague", "letter", "newsletter")

BEGINNING: tuple[Entry, ...] = (
    Entry(
        slug="who-may-be-a-client",
        sentence=(
            "Children, young people and those who bring them up are clients; other relatives get "
            "general information about nobody in particular"
        ),
        asked_by=(Question.MAY_BEGIN_CASEWORK,),
        parameters={
            "adults": word("parents_and_carers", "with_responsibility"),
            "carers": word("clients", "with_responsibility"),
        },
    ),
    Entry(
        slug="own-enquiry",
        sentence=(
            "A child or young person is a client in their own right, whatever age or capacity, and "
            "apart from any parent"
        ),
        asked_by=(Question.MAY_BEGIN_CASEWORK,),
    ),
    Entry(
        slug="anonymous-contact",
        sentence=(
            "Anyone may ask without a name and get general information; work in depth waits until they "
            "choose to give it"
        ),
        asked_by=(Question.MAY_BEGIN_CASEWORK,),
    ),
    Entry(
        slug="professional-made-contact",
        sentence="Where a professional made the first contact, casework waits for the person's own word",
        asked_by=(Question.MAY_BEGIN_CASEWORK,),
    ),
    Entry(
        slug="told-at-the-start",
        sentence="At the start people hear what confidentiality means here and where it ends",
        asked_by=(Question.MAY_BEGIN_CASEWORK,),
        parameters={"missing": word("step", "prompt")},
    ),
    Entry(
        slug="first-contact-pack",
        sentence=(
            "Everyone gets the privacy notice (and, where the policy says so, the permission form) at "
            "first contact"
        ),
        asked_by=(Question.MAY_BEGIN_CASEWORK,),
        parameters={"missing": word("step", "flag")},
    ),
    Entry(
        slug="consent-question",
        sentence="At first contact people are asked, as this policy has it, whether they agree to sharing",
        asked_by=(Question.MAY_BEGIN_CASEWORK,),
        parameters={"at_first_contact": word("required", "optional")},
    ),
    Entry(
        slug="limits-after-refusal",
        sentence="Someone who refuses is told how far help can then go, and the file says so",
        asked_by=(Question.MAY_BEGIN_CASEWORK,),
        parameters={"missing": word("step", "prompt")},
    ),
    Entry(
        slug="people-come-to-us",
        sentence="Families come to this service; it does not approach a family that has not",
        asked_by=(
            Question.MAY_CONTACT,
            Question.MAY_BEGIN_CASEWORK,
        ),
    ),
    Entry(
        slug="professional-referral",
        sentence=(
            "A family put forward by a professional is contacted only if they agreed beforehand, and, "
            "where the policy says so, only exceptionally"
        ),
        asked_by=(Question.MAY_CONTACT,),
        parameters={
            "exceptional": word("reason_and_staff_member", "reason", "not_asked"),
            "without_agreement": word("refuse", "step"),
            "we_ring": word("yes", "professional_makes_contact"),
        },
    ),
    Entry(
        slug="safe-contact",
        sentence=(
            "Home and mobile are fine until someone says otherwise; work, answerphones, relatives and "
            "colleagues are asked about first"
        ),
        asked_by=(Question.MAY_CONTACT,),
        parameters={"free": words(*CHANNELS), "ask_first": words(*CHANNELS)},
    ),
    Entry(
        slug="mailing-list",
        sentence="Nobody is on the mailing list without having agreed to that",
        asked_by=(Question.MAY_CONTACT,),
    ),
    Entry(
        slug="mailing-address",
        sentence="An address is confirmed before anything is sent to it",
        asked_by=(Question.MAY_CONTACT,),
    ),
    Entry(
        slug="permission-to-obtain",
        sentence=(
            "Records that others hold are asked for, or looked up, only with permission to obtain them; "
            "permission to share is another thing"
        ),
        asked_by=(Question.MAY_OBTAIN,),
    ),
    Entry(
        slug="sen-file-from-parent-only",
        sentence=(
            "Information from the SEN case file comes from the parent's own hand, never from the "
            "council, consent or not"
        ),
        asked_by=(Question.MAY_OBTAIN,),
    ),
    Entry(
        slug="volunteer-obtains-nothing",
        sentence="A volunteer does not ask for or look up anybody's records",
        asked_by=(Question.MAY_OBTAIN,),
    ),
    Entry(
        slug="obtain-need",
        sentence="A request for records says why they are needed",
        asked_by=(Question.MAY_OBTAIN,),
    ),
    Entry(
        slug="lookups-marked",
        sentence="What comes from a central system is marked with its source and its permission",
        asked_by=(Question.MAY_OBTAIN,),
    ),
)
