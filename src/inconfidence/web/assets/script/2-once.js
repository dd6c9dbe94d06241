// A form is sent once: a second press while the first is on its way does nothing.
// What opens in a tab of its own (looking at a print) leaves this page as it is, and counts for nothing.
// The server refuses a second one by the form's token; this only spares the person the refusal.
const FORGET_AFTER = 10_000;

function release(form) {
  delete form.dataset.sent;
  form.removeAttribute("aria-busy");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.submitter?.formTarget === "_blank") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
  setTimeout(() => release(form), FORGET_AFTER);
});

window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach(release);
});
