// Fifteen quiet minutes close the page: warned at thirteen, and what was being typed is kept first.
// Typing counts as being here, also before anything is saved, so the server is told: once a minute at most.
const page = document.body.dataset;
const MINUTE = 60_000;
const RETRY = 15_000;

let lastHere = Date.now();
let lastTold = Date.now();
let telling = null;
let edited = null;
let closing = false;
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("still-here") : null;

function token() {
  return document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
}

function post(address, fields) {
  const body = new URLSearchParams(fields);
  body.set("csrfmiddlewaretoken", token());
  return fetch(address, { method: "POST", body, credentials: "same-origin", redirect: "manual" });
}

function tell() {
  telling = null;
  lastTold = Date.now();
  post(page.stillHere, []).catch(() => {});
}

function here() {
  lastHere = Date.now();
  tabs?.postMessage("here");
  if (telling === null) telling = setTimeout(tell, Math.max(0, lastTold + MINUTE - Date.now()));
}

function fieldsOf(form) {
  const secret = new Set([...form.querySelectorAll("input[type=password], [autocomplete=one-time-code]")].map((field) => field.name));
  const fields = [...new FormData(form)];
  return fields.filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken" && !secret.has(name));
}

// A form that nobody touched is nothing to come back to.
function formToKeep() {
  return edited?.isConnected ? edited : null;
}

function warning() {
  const dialog = document.createElement("dialog");
  dialog.className = "idle";
  dialog.setAttribute("aria-labelledby", "idle-heading");
  dialog.setAttribute("aria-describedby", "idle-words");
  const heading = Object.assign(document.createElement("h2"), { id: "idle-heading", className: "govuk-heading-m" });
  const words = Object.assign(document.createElement("p"), { id: "idle-words", className: "govuk-body" });
  const stay = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button" });
  heading.textContent = "Are you still here?";
  words.textContent = "This page closes in two minutes. What you have typed will be kept, and your password brings it back.";
  stay.textContent = "Stay on this page";
  stay.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => closing || here());
  dialog.append(heading, words, stay);
  document.body.append(dialog);
  return { dialog, words, stay };
}

async function close(shown) {
  const path = location.pathname + location.search;
  const form = formToKeep();
  try {
    const answer = form && (await post(page.park, [...fieldsOf(form), ["park_path", path]]));
    if (answer && answer.status !== 204) throw new Error("not kept");
    form?.dispatchEvent(new Event("parked"));
    location.assign(`${page.reopen}?next=${encodeURIComponent(path)}`);
  } catch {
    shown.words.textContent = "The page is closed, but what you typed could not be kept yet. Leave it open: it tries again by itself. Or look at it and copy what you need.";
    shown.stay.textContent = "Show what I typed";
    setTimeout(() => close(shown), RETRY);
  }
}

function watch(shown) {
  const quiet = (Date.now() - lastHere) / 1000;
  if (closing) return;
  if (quiet >= Number(page.idleClosed)) {
    closing = true;
    shown.dialog.classList.add("idle--closed");
    if (!shown.dialog.open) shown.dialog.showModal();
    close(shown);
  } else if (quiet >= Number(page.idleWarned) && !shown.dialog.open) {
    shown.dialog.showModal();
  } else if (quiet < Number(page.idleWarned) && shown.dialog.open) {
    shown.dialog.close();
  }
}

if (page.idleClosed) {
  const shown = warning();
  for (const sign of ["input", "change"]) {
    document.addEventListener(sign, (event) => {
      edited = event.target.closest("form[data-once]") ?? edited;
    });
  }
  for (const sign of ["keydown", "input", "pointerdown"]) {
    document.addEventListener(sign, (event) => event.target.closest?.("dialog.idle") || here(), { passive: true });
  }
  tabs?.addEventListener("message", () => {
    lastHere = Date.now();
  });
  document.addEventListener("visibilitychange", () => watch(shown));
  setInterval(() => watch(shown), 5000);
}
