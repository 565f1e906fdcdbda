// The console of a show: everything is done through the API, news come over a WebSocket, and the
// server shows what came of it.

import { call, confirmed, fill, language, say } from "./api.js";
import { refresh } from "./refresh.js";

const root = document.querySelector("[data-console]");
const texts = root.dataset;
const dialog = document.querySelector("[data-item-dialog]");
const connection = root.querySelector("[data-connection]");

// Which parts of the page a panel is made of.
const PARTS = { live: ["live"], items: ["items"], buyers: ["buyers"], invoices: ["billing", "invoices"] };

// Which panels a piece of news makes old; its type begins with one of these.
const MAKES_OLD = [
  ["comment.", ["live"]],
  ["claim.", ["live", "items", "buyers", "invoices"]],
  ["item.", ["items", "buyers", "live"]],
  ["buyer.", ["buyers", "invoices"]],
  ["invoice.", ["invoices", "buyers"]],
  ["show.", ["head"]],
];

let renewing;
let isRunning = false;

// Tabs: arrows move between them, Enter or a click opens one.

const tabs = [...root.querySelectorAll("[data-tab]")];
const old = new Set(tabs.map((tab) => tab.dataset.tab));
const openTab = () => tabs.find((tab) => tab.getAttribute("aria-selected") === "true").dataset.tab;
old.delete(openTab());

function open(name) {
  const address = new URL(location.href);
  if (name !== openTab()) {
    address.searchParams.delete("line");
  }
  address.searchParams.delete("done");
  address.searchParams.set("tab", name);
  history.replaceState(null, "", address);
  for (const tab of tabs) {
    const chosen = tab.dataset.tab === name;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(`panel-${tab.dataset.tab}`).hidden = !chosen;
  }
  if (old.has(name)) {
    renewSoon(0);
  }
}

for (const [i, tab] of tabs.entries()) {
  tab.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    open(tab.dataset.tab);
  });
  tab.addEventListener("keydown", (event) => {
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const to = { [forward]: i + 1, [backward]: i - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      tabs.at(to % tabs.length).focus();
    } else if (event.key === " ") {
      event.preventDefault();
      open(tab.dataset.tab);
    }
  });
}

// From here on the address says which tab is open, whatever the show's status says later.
open(openTab());

// Renewing: what is shown at once, what is not when it is opened.

function renewSoon(after = 300) {
  clearTimeout(renewing);
  renewing = setTimeout(renew, after);
}

async function renew() {
  if (isRunning) {
    renewSoon();
    return;
  }
  const panel = openTab();
  const parts = [...(old.has("head") ? ["head"] : []), ...(old.has(panel) ? PARTS[panel] : [])];
  if (parts.length === 0) {
    return;
  }
  isRunning = true;
  old.delete("head");
  old.delete(panel);
  const isDone = await refresh(...parts).catch(() => false);
  isRunning = false;
  if (!isDone) {
    old.add("head").add(panel);
  }
}

function isOld(...panels) {
  panels.forEach((panel) => old.add(panel));
  renewSoon();
}

const all = () => isOld("head", ...Object.keys(PARTS));

// News.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;
const SILENCE = 60000;
let socket;
let lastEventId;
let pauses = 0;
let waiting;
let silence;
let wasLost = false;

function connect() {
  clearTimeout(waiting);
  const address = new URL(`/ws/shows/${texts.show}`, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  if (lastEventId) {
    address.searchParams.set("lastEventId", lastEventId);
  }
  const mine = new WebSocket(address);
  socket = mine;
  mine.addEventListener("message", (event) => {
    if (socket === mine) {
      hear(JSON.parse(event.data));
    }
  });
  mine.addEventListener("close", () => {
    if (socket === mine) {
      lost();
    }
  });
  listen();
}

/** A line that is silent, without even a heartbeat, is dead. */
function listen() {
  clearTimeout(silence);
  silence = setTimeout(() => {
    const dead = socket;
    lost();
    dead.close();
  }, SILENCE);
}

function lost() {
  clearTimeout(silence);
  socket = undefined;
  wasLost = true;
  connection.dataset.state = "lost";
  connection.textContent = texts.textLost;
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** pauses);
  pauses += 1;
  // Consoles that were cut off together do not all come back at the same moment.
  waiting = setTimeout(connect, pause / 2 + Math.random() * (pause / 2));
}

function hear(message) {
  listen();
  pauses = 0;
  connection.dataset.state = "connected";
  connection.textContent = texts.textConnected;
  if (message.type === "resync") {
    lastEventId = undefined;
    all();
    return;
  }
  lastEventId = message.id ?? lastEventId;
  if (message.type === "hello" && wasLost && !lastEventId) {
    all();
  }
  const known = MAKES_OLD.find(([beginning]) => message.type.startsWith(beginning));
  if (known) {
    isOld(...known[1]);
  }
  if (message.type === "invoice.paid") {
    say(fill(texts.textPaid, { handle: message.data.invoice.buyerHandle }));
  }
}

connection.textContent = texts.textConnecting;
connect();
window.addEventListener("online", () => socket ?? connect());
window.addEventListener("pagehide", () => {
  const mine = socket;
  socket = undefined;
  clearTimeout(waiting);
  clearTimeout(silence);
  mine?.close();
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    all();
    connect();
  }
});

// Forms: what is typed goes to the API, faults come back beside their fields.

const separator = new Intl.NumberFormat(language).formatToParts(1.5).find((part) => part.type === "decimal").value;

/** Reads a price in major units, with a point or the reader's own sign; undefined if it is none. */
function minor(text, digits) {
  const [whole, fraction = "", ...more] = text.trim().replace(separator, ".").replace(",", ".").split(".");
  if (more.length > 0 || !/^\d+$/.test(whole) || !/^\d*$/.test(fraction) || fraction.length > digits) {
    return undefined;
  }
  return Number(whole + fraction.padEnd(digits, "0"));
}

const major = (cents, digits) => (digits === 0 ? String(cents) : (cents / 10 ** digits).toFixed(digits));

const general = (form) => form.querySelector("[data-form-fault]");

function fault(form, field, message) {
  const place = [...form.querySelectorAll("[data-fault]")].find((one) => one.dataset.fault === field) ?? general(form);
  place.textContent = message;
  place.hidden = false;
  form.elements[field]?.setAttribute("aria-invalid", "true");
}

function clear(form) {
  for (const place of form.querySelectorAll("[data-fault], [data-form-fault]")) {
    place.hidden = true;
    place.textContent = "";
  }
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
  }
}

/** Reads what was typed; undefined if something of it cannot be read. */
function typed(form) {
  const body = {};
  for (const field of form.querySelectorAll("[data-as]")) {
    const text = field.value.trim();
    if (text === "") {
      continue;
    }
    if (field.dataset.as === "price") {
      body[field.name] = minor(text, Number(form.dataset.digits));
      if (body[field.name] === undefined) {
        fault(form, field.name, form.dataset.textPrice);
        field.focus();
        return undefined;
      }
    } else {
      body[field.name] = field.dataset.as === "number" ? Number(text) : text;
    }
  }
  return body;
}

async function send(form) {
  clear(form);
  const body = typed(form);
  if (!body) {
    return;
  }
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  try {
    await call(form.dataset.call, form.dataset.path, body);
    form.reset();
    dialog.close();
    say(form.dataset.done);
    all();
    if (!dialog.contains(form)) {
      form.querySelector("[data-as]").focus();
    }
  } catch (refused) {
    const faults = refused.problem?.errors ?? [];
    faults.forEach((one) => fault(form, one.field, one.message));
    if (faults.length === 0) {
      fault(form, "", refused.message);
    }
    form.querySelector("[aria-invalid]")?.focus();
  } finally {
    button.disabled = false;
  }
}

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-call]")) {
    event.preventDefault();
    send(event.target);
  }
});

// Buttons.

function edit(button) {
  const form = dialog.querySelector("form");
  const { number, title, price, quantity, path } = button.dataset;
  clear(form);
  form.dataset.path = path;
  form.elements.number.value = number;
  form.elements.title.value = title;
  form.elements.priceCents.value = price === "" ? "" : major(Number(price), Number(form.dataset.digits));
  form.elements.quantity.value = quantity;
  dialog.showModal();
}

async function generate(button) {
  const { buyer } = button.dataset;
  const atOnce = root.querySelector("[data-send]")?.checked ?? false;
  const { invoices } = await call("POST", button.dataset.path, { send: atOnce, ...(buyer ? { buyers: [buyer] } : {}) });
  const failed = invoices.filter((invoice) => invoice.status === "error").length;
  say(failed > 0 ? fill(texts.textFailed, { count: failed }) : button.dataset.done);
}

async function sendLink(button) {
  const { delivery } = await call("POST", button.dataset.path);
  say(delivery.status === "delivered" ? button.dataset.done : button.dataset.manual);
}

async function act(button) {
  await call(button.dataset.act, button.dataset.path);
  say(button.dataset.done);
}

function tell(button, message) {
  const place = button.closest("[data-panel]")?.querySelector("[data-panel-fault]");
  if (place) {
    place.textContent = message;
    place.hidden = message === "";
  } else if (message) {
    say(message);
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) {
    return;
  }
  if (button.dataset.edit !== undefined) {
    edit(button);
    return;
  }
  if (button.dataset.close !== undefined) {
    dialog.close();
    return;
  }
  const todo = button.dataset.generate !== undefined ? generate : button.dataset.sendLink !== undefined ? sendLink : button.dataset.act ? act : undefined;
  if (!todo || (button.dataset.confirm && !(await confirmed(button.dataset.confirm, button.dataset.confirmYes)))) {
    return;
  }
  button.disabled = true;
  tell(button, "");
  try {
    await todo(button);
  } catch (refused) {
    tell(button, refused.message);
  } finally {
    button.disabled = false;
    all();
  }
});
