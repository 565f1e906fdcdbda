// What every script of the pages needs: calls to the API, texts with gaps, short announcements.

const texts = document.body.dataset;

/** A call that was answered with a problem, or not at all (status 0). */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || (status === 0 ? texts.textOffline : texts.textFailed));
    this.status = status;
    this.problem = problem;
  }

  /** Whether the very same call may succeed a moment later. */
  get mayPass() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Calls the API and returns the body of its answer. Throws Refused. */
export async function call(method, path, body, headers = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "Accept-Language": document.documentElement.lang,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refused(0, {});
  }
  const text = await answer.text();
  let content = {};
  try {
    content = text ? JSON.parse(text) : {};
  } catch {
    content = {};
  }
  if (!answer.ok) {
    throw new Refused(answer.status, answer.status === 401 ? { ...content, detail: texts.textSignedOut } : content);
  }
  return content;
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// As the server writes numbers and days: with the digits 0 to 9 in every language.
export const language = `${document.documentElement.lang}-u-nu-latn`;

const number = new Intl.NumberFormat(language);

/** Fills the {gaps} of a text. */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? shown(values[name]) : gap));

const shown = (value) => (typeof value === "number" ? number.format(value) : String(value));

export const money = (amount, currency) => new Intl.NumberFormat(language, { style: "currency", currency }).format(amount);

export const clock = (date) => new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(date);

/** Says something in passing; it is read out, too. */
export function say(text) {
  const toast = document.createElement("p");
  toast.className = "toast";
  toast.textContent = text;
  document.querySelector("[data-toasts]").append(toast);
  setTimeout(() => toast.remove(), 5000);
}

/** Asks before something that cannot be undone. */
export function confirmed(question, yes) {
  const dialog = document.querySelector("[data-confirm-dialog]");
  if (!dialog) {
    return Promise.resolve(true);
  }
  dialog.querySelector("[data-confirm-question]").textContent = question;
  if (yes) {
    dialog.querySelector("[data-confirm-yes]").textContent = yes;
  }
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true });
  });
}

/** Writes moments within an element in the reader's own zone. */
export function localise(within) {
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  for (const time of within.querySelectorAll("time[data-moment]")) {
    time.textContent = moment.format(new Date(time.dateTime));
  }
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const note of within.querySelectorAll("[data-your-time]")) {
    const at = new Date(note.dataset.yourTime);
    const there = new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "short", timeZone: note.dataset.zone });
    const mine = new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "short", timeZone: here });
    if (there.format(at) !== mine.format(at)) {
      const sameDay = there.format(at).split(",")[0] === mine.format(at).split(",")[0];
      const written = new Intl.DateTimeFormat(language, sameDay ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
      note.textContent = `(${fill(note.dataset.text, { time: written.format(at) })})`;
      note.hidden = false;
    }
  }
}
