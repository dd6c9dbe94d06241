// Files are sent one after the other, each in a sending of its own, so that a large one holds up none of the others
// and each line says how far it has come. Without this, the same form sends them all at once.
const WAITS = "waiting";
const SENDING = "being sent and looked through";
const NO_ANSWER = "Not kept: the program does not answer. Choose it again.";
const OUT_OF_DATE = "Not kept: this page does not count any more, perhaps because you were away. Open it again, and choose the file again.";
const NOT_TRIED = "Not kept: it was not sent any more. Choose it again.";

const tokens = new Map();

// The same file keeps its token on this page: one whose answer was lost is not kept twice when it is sent again.
function token(file) {
  const mark = [file.name, file.size, file.lastModified].join("/");
  if (!tokens.has(mark)) tokens.set(mark, crypto.randomUUID());
  return tokens.get(mark);
}

function line(file, says, fate = "") {
  const found = Object.assign(document.createElement("li"), { className: "came__file" });
  const name = Object.assign(document.createElement("strong"), { className: "came__name", textContent: file.name });
  found.append(name, Object.assign(document.createElement("span"), { textContent: says }));
  found.dataset.fate = fate;
  return found;
}

function listed(form, files) {
  document.querySelectorAll("section.card:has(> .came)").forEach((older) => older.remove());
  const card = Object.assign(document.createElement("section"), { className: "card", tabIndex: -1 });
  const head = Object.assign(document.createElement("h2"), { className: "govuk-heading-s", id: "came", textContent: "Sending the files" });
  const list = Object.assign(document.createElement("ul"), { className: "came" });
  card.setAttribute("aria-labelledby", "came");
  list.setAttribute("role", "list");
  const lines = files.map((file) => line(file, WAITS));
  list.append(...lines);
  card.append(head, list);
  form.before(card);
  return { card, head, lines };
}

// Kept is only what the program says it kept, in so many words. A page, a redirect, a silence: not kept.
async function sendOne(form, file, of) {
  const body = new FormData(form);
  body.delete("file");
  body.delete("draft"); // what is refused here is chosen again, and is nothing to go on with
  body.set("pasted", "");
  body.append("file", file);
  body.set("once", token(file));
  body.set("quietly", String(of));
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body, redirect: "manual", credentials: "same-origin" });
    if (answer.headers.get("Content-Type") !== "application/json") throw new TypeError("a page");
    const said = await answer.json();
    return said.files?.[0] ?? { fate: "refused", says: `Not kept. ${said.says}.` };
  } catch {
    const out = answer && (answer.type === "opaqueredirect" || answer.status === 403);
    return { fate: "lost", says: out ? OUT_OF_DATE : NO_ANSWER };
  }
}

function shown(found, file, told) {
  if (!told.line) return found.replaceWith(line(file, told.says, told.fate));
  const made = document.createElement("template");
  made.innerHTML = told.line;
  found.replaceWith(made.content);
}

// Sends all; true when every one was kept and there is nothing to say about any of them.
async function sendAll(form, box) {
  const files = [...box.files];
  const { card, head, lines } = listed(form, files);
  card.scrollIntoView({ block: "nearest" });
  const fates = [];
  for (const [number, file] of files.entries()) {
    lines[number].lastChild.textContent = `${SENDING} (${number + 1} of ${files.length})`;
    const told = fates.at(-1)?.fate === "lost" ? { fate: "lost", says: NOT_TRIED } : await sendOne(form, file, files.length);
    fates.push(told);
    shown(lines[number], file, told);
  }
  box.value = "";
  box.dispatchEvent(new Event("change", { bubbles: true }));
  const kept = fates.filter((one) => ["kept", "filed", "held"].includes(one.fate)).length;
  head.textContent = `${kept} of ${files.length} file${files.length > 1 ? "s" : ""} kept`;
  if (fates.every((one) => one.plain)) return true;
  head.after(back(form));
  card.focus();
  card.scrollIntoView({ block: "start" });
  return false;
}

function back(form) {
  const here = form.dataset.files === location.pathname;
  const way = Object.assign(document.createElement("p"), { className: "govuk-body" });
  way.append(Object.assign(document.createElement("a"), { className: "govuk-link", href: form.dataset.files, textContent: here ? "Show them on the timeline" : "Back to the case" }));
  return way;
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
  const pasted = form.querySelector("[name=pasted]");
  form.addEventListener("submit", async (event) => {
    if (!box.files.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    const plain = await sendAll(form, box);
    delete form.dataset.sending;
    if (!plain) return;
    if (pasted?.value.trim()) form.requestSubmit();
    else location.assign(form.dataset.files);
  });
}
