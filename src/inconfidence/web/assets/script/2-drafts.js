// What is typed is kept on the server every three seconds, sealed to its person, and before the page is left.
// Nothing of it stays in the browser. Files cannot be kept so: only that one was chosen.
const drafts = document.body.dataset.drafts;
const PAUSE = 3000;
const SHORT = 300;
const AGAIN = 5000;
const PATIENCE = 4000;
const MOST_PATIENCE = 32_000; // a slow line is waited for longer each time
const AWAY = "Not kept yet: the program does not answer. It tries again by itself; leave this page open.";
const UNLOADING = 60_000; // what a browser still sends for a page that is gone: 64 kB
const LARGE = 50_000; // near that, it is kept at once: the last seconds could not be sent any more

const kept = [];
let passing = null;
let asking = false;

function typedIn(form) {
  const secret = new Set([...form.querySelectorAll("input[type=password], [autocomplete=one-time-code]")].map((field) => field.name));
  const fields = [...new FormData(form)].filter(([name]) => !secret.has(name) && !["csrfmiddlewaretoken", "once", "draft"].includes(name));
  const texts = fields.filter(([, value]) => typeof value === "string");
  const files = fields.filter(([, value]) => typeof value !== "string" && value.name).map(([name]) => ["draft_files", name]);
  return [...texts, ...new Map(files.map((file) => [file[1], file])).values()];
}

function words(form) {
  return new URLSearchParams(typedIn(form)).toString();
}

function sayer(form) {
  const seen = Object.assign(document.createElement("p"), { className: "govuk-hint kept-said", hidden: true });
  const heard = Object.assign(document.createElement("p"), { className: "govuk-visually-hidden" });
  heard.setAttribute("role", "status");
  const area = form.querySelector("textarea");
  if (area) area.after(seen);
  else form.append(seen);
  form.append(heard);
  let told = "";
  // A reader hears once that the text is kept, and then only of trouble; the time stands there to be looked at.
  const say = (text, aloud = text) => {
    seen.textContent = text;
    seen.hidden = !text;
    if (aloud !== told) heard.textContent = told = aloud;
  };
  return { say, show: () => seen.scrollIntoView({ block: "nearest" }) };
}

// Our own word on a draft; whatever else answers, a proxy's page or a door, is not the program, and nothing is kept.
async function ours(answer) {
  const said = await answer.json();
  if (typeof said.kept !== "string" && typeof said.says !== "string") throw new Error("not ours");
  return said;
}

class Draft {
  constructor(mark) {
    this.mark = mark;
    const form = (this.form = mark.form);
    this.first = this.saved = words(form);
    this.timer = this.busy = null;
    this.sent = this.away = false;
    this.stuck = "";
    this.patience = PATIENCE;
    Object.assign(this, sayer(form));
    for (const sign of ["input", "change"]) form.addEventListener(sign, () => this.soon());
    form.addEventListener("parked", () => {
      this.saved = words(form);
    });
  }

  get open() {
    return !this.sent && words(this.form) !== this.saved;
  }

  // Not kept, and it cannot be by waiting three seconds: whoever leaves the page now would lose it.
  get held() {
    return this.open && (this.away || Boolean(this.stuck));
  }

  soon(pause = PAUSE) {
    this.sent = false;
    this.timer ??= setTimeout(() => this.keep(), words(this.form).length > LARGE ? Math.min(pause, SHORT) : pause);
  }

  body(now) {
    const body = new URLSearchParams(now === this.first ? [["unchanged", "1"]] : typedIn(this.form));
    body.set("draft", this.mark.value);
    body.set("draft_path", location.pathname + location.search);
    body.set("quietly", "1");
    body.set("csrfmiddlewaretoken", this.form.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "");
    return body;
  }

  send(body, more) {
    const address = `${drafts}${this.mark.value.split("~")[0]}/`;
    return fetch(address, { method: "POST", body, credentials: "same-origin", ...more });
  }

  // Keeps what stands there now, one request after the other; true when all of it is kept.
  async keep() {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.busy) await this.busy;
    if (!this.open) return true;
    this.busy = this.once(words(this.form));
    const done = await this.busy;
    this.busy = null;
    if (this.open && !this.stuck) this.soon(done ? PAUSE : AGAIN);
    return done && !this.open;
  }

  async once(now) {
    let said;
    try {
      said = await ours(await this.send(this.body(now), { signal: AbortSignal.timeout(this.patience) }));
    } catch (error) {
      this.away = true;
      this.stuck = "";
      if (error.name === "TimeoutError") this.patience = Math.min(this.patience * 2, MOST_PATIENCE);
      this.say(AWAY);
      return false;
    }
    this.away = false;
    this.patience = PATIENCE;
    this.stuck = said.says ?? "";
    if (!this.stuck) this.saved = now;
    this.say(this.stuck || (said.kept && `Kept ${said.kept}`), this.stuck || (said.kept && "What you type is kept."));
    return !this.stuck;
  }

  // The page is going: nobody waits for the answer any more.
  leave() {
    if (!this.open) return;
    const now = words(this.form);
    const body = this.body(now);
    this.send(body, { keepalive: body.toString().length < UNLOADING }).then(ours).then((said) => {
      if (!said.says) this.saved = now;
    }, () => {});
  }
}

// Nothing goes where the program does not answer. What it refuses to keep can still be sent by its own form; a link
// is asked about as the page goes.
async function first(form, then) {
  if (asking) return;
  asking = true;
  await Promise.all(kept.filter((draft) => draft.open).map((draft) => draft.keep()));
  asking = false;
  const holds = kept.find((draft) => draft.held && (draft.away || (form && draft.form !== form)));
  if (holds) holds.show();
  else then();
}

if (drafts) {
  for (const mark of document.querySelectorAll("form input[name=draft]")) kept.push(new Draft(mark));
}

// A form is sent, or a link is followed, once the text is kept. Where the program does not answer, the page stays.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const own = kept.find((draft) => draft.form === form);
  if (form.getAttribute("method") !== "post" || passing === form || !kept.some((draft) => draft.open)) {
    passing = null;
    if (own && !event.submitter?.formTarget) own.sent = true;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  first(form, () => {
    passing = form;
    form.requestSubmit(event.submitter);
  });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const plain = link && !link.target && !link.hasAttribute("download") && link.origin === location.origin;
  if (!plain || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if ((link.pathname === location.pathname && link.hash) || !kept.some((draft) => draft.open)) return;
  event.preventDefault();
  first(null, () => location.assign(link.href));
});

window.addEventListener("beforeunload", (event) => {
  if (kept.some((draft) => draft.held)) event.preventDefault();
});
window.addEventListener("pagehide", () => kept.forEach((draft) => draft.leave()));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") kept.forEach((draft) => draft.keep());
});
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  // Back on a page that was sent or left: what stands there is not known to be kept under its mark any more.
  for (const draft of kept) {
    draft.sent = false;
    draft.saved = draft.form.isConnected ? words(draft.form) : draft.saved;
  }
});
