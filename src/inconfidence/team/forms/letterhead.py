"""What stands beside the service's name on everything it prints."""

from inconfidence.web.forms import Email, ServiceForm, Text, TextArea

MOST_LINES = 4


class LetterheadForm(ServiceForm):
    """The service's own address, number and e-mail address: nothing of a family."""

    address = TextArea(
        label="Address",
        help_text="As an envelope shows it, up to four lines",
        required=False,
        rows=4,
        limit=300,
    )
    phone = Text(label="Phone", required=False, limit=40, width=20)
    email = Email(label="E-mail address", required=False)

    def clean_address(self) -> str:
        """Four lines at most: beside the name there is no more room."""
        lines = [line.strip() for line in str(self.cleaned_data["address"]).splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            self.add_error("address", "Shorten the address to four lines")
        return "\n".join(lines)

    def lines(self) -> tuple[str, str, str]:
        """Address, phone and e-mail address, as the action takes them."""
        said = self.cleaned_data
        return said["address"], said["phone"].strip(), said["email"]
