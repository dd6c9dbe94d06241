// Files are sent one after the other, each in a sending of its own, so that a large one holds up none of the others
// and each line says how far it has come. Without this, the same form sends them all at once.
const WAITS = "waiting";
const SENDING = "being sent and looked through";

function listed(form, files) {
  const list = Object.assign(document.createElement("ul"), { className: "came", ariaLive: "polite" });
  list.setAttribute("aria-label", "Files");
  const lines = files.map((file) => {
    const line = Object.assign(document.createElement("li"), { className: "came__file" });
    const name = Object.assign(document.createElement("strong"), { className: "came__name", textContent: file.name });
    const state = Object.assign(document.createElement("span"), { textContent: WAITS });
    line.append(name, state);
    list.append(line);
    return { line, state };
  });
  form.querySelector("[type=file]").after(list);
  return lines;
}

async function sendOne(form, file, once) {
  const body = new FormData(form);
  body.delete("file");
  body.set("pasted", "");
  body.append("file", file);
  body.set("once", once);
  body.delete("draft"); // what is refused here is chosen again, and is nothing to go on with
  const answer = await fetch(form.action, { method: "POST", body, redirect: "manual", credentials: "same-origin" });
  if (answer.type === "opaqueredirect") return { kept: true, says: "Kept." };
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const told = page.querySelector(".came__file");
  const wrong = page.querySelector(".govuk-error-summary__list");
  return { kept: false, says: (told ?? wrong)?.textContent.replace(/\s+/g, " ").replace(file.name, "").trim() ?? "Not kept. Try again." };
}

// All but the last, which goes as any form does once nothing was refused; how many were refused.
async function sendAhead(form, box) {
  const files = [...box.files];
  form.querySelector(".came")?.remove();
  const lines = listed(form, files);
  let refused = 0;
  for (const [number, file] of files.entries()) {
    lines[number].state.textContent = `${SENDING} (${number + 1} of ${files.length})`;
    if (number === files.length - 1 && !refused) return only(box, file);
    let answer;
    try {
      answer = await sendOne(form, file, crypto.randomUUID());
    } catch {
      answer = { kept: false, says: "Not kept: the program does not answer. Try again." };
    }
    lines[number].state.textContent = answer.says;
    lines[number].line.dataset.fate = answer.kept ? "kept" : "refused";
    refused += !answer.kept;
  }
  box.value = "";
  box.dispatchEvent(new Event("change", { bubbles: true }));
  return refused;
}

function only(box, file) {
  const one = new DataTransfer();
  one.items.add(file);
  box.files = one.files;
  return 0;
}

function chosen(box, files) {
  const all = new DataTransfer();
  for (const file of [...box.files, ...files]) all.items.add(file);
  box.files = all.files;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

for (const form of document.querySelectorAll("form[data-files]")) {
  const box = form.querySelector("[type=file]");
  const place = box.closest(".govuk-form-group");
  place.classList.add("drop");
  const hint = Object.assign(document.createElement("p"), { className: "drop__hint", textContent: "Drop files here, or choose them." });
  box.before(hint);
  for (const sign of ["dragover", "dragenter"]) {
    place.addEventListener(sign, (event) => {
      event.preventDefault();
      place.classList.add("drop--over");
    });
  }
  place.addEventListener("dragleave", () => place.classList.remove("drop--over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("drop--over");
    chosen(box, event.dataTransfer.files);
  });
  // A file dropped beside the place would otherwise take the whole page away.
  for (const sign of ["dragover", "drop"]) window.addEventListener(sign, (event) => event.preventDefault());
  form.addEventListener("submit", async (event) => {
    if (box.files.length < 2) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    const refused = await sendAhead(form, box);
    delete form.dataset.sending;
    if (!refused) form.requestSubmit();
  });
}
