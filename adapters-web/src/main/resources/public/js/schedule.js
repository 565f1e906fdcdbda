// The schedule form saves itself. Every answer carries the version to go on from; if somebody saved
// in between, nothing is overwritten and nothing typed is lost: the person decides.

import { call, clock, fill, money, pause } from "./api.js";

const form = document.querySelector("[data-schedule]");
const texts = form.dataset;
const api = `/api/memorials/${texts.memorial}/schedule`;
const services = form.querySelector("[data-services]");
const template = form.querySelector("[data-service-template]");
const addButton = form.querySelector("[data-add]");
const state = form.querySelector("[data-save]");
const conflict = form.querySelector("[data-conflict]");
const loaded = form.querySelector("[data-loaded]");
const WAIT = 700;
const RETRIES = [2000, 5000, 10000, 20000];

let version = Number(form.elements.version.value);
let edited = 0;
let saved = 0;
let timer;
let running = null;
let failures = 0;
let inConflict = false;
let kept = null;

form.querySelector("[data-save-button]").hidden = true;

// Reading and writing the form

const field = (service, name) => service.querySelector(`[name="${service.dataset.service}.${name}"]`);
const all = () => [...services.querySelectorAll("[data-service]")];

function readService(service) {
  const value = (name) => field(service, name).value.trim();
  const unknown = field(service, "isUnknown").checked;
  return {
    date: value("date") || null,
    time: value("time") || null,
    timeZone: value("timeZone"),
    hours: Number(value("hours")) || 2,
    location: { name: value("name"), address: value("address"), ...(unknown ? { isUnknown: true } : {}) },
  };
}

function read() {
  const [main, ...additional] = all().map(readService);
  return {
    services: { main, additional },
    calculatorConfig: {
      tier: form.elements.tier.value || null,
      addons: {
        photography: form.elements.photography.checked,
        audioVisualSupport: form.elements.audioVisualSupport.checked,
        liveMusician: form.elements.liveMusician.checked,
        usbDrives: Number(form.elements.usbDrives.value) || 0,
      },
    },
  };
}

function writeService(service, values) {
  const set = (name, value) => {
    field(service, name).value = value ?? "";
  };
  set("date", values.date);
  set("time", values.time?.slice(0, 5));
  offerZone(field(service, "timeZone"), values.timeZone);
  set("hours", values.hours);
  set("name", values.location?.name);
  set("address", values.location?.address);
  const blank = !values.location?.name && !values.location?.address && !values.date;
  field(service, "isUnknown").checked = Boolean(values.location?.isUnknown) && !blank;
}

function write(values) {
  const others = values.services.additional ?? [];
  while (all().length > others.length + 1) {
    all().at(-1).remove();
  }
  while (all().length < others.length + 1) {
    add();
  }
  [values.services.main, ...others].forEach((service, i) => writeService(all()[i], service));
  for (const radio of form.querySelectorAll("[name=tier]")) {
    radio.checked = radio.value === values.calculatorConfig.tier;
  }
  const { addons = {} } = values.calculatorConfig;
  for (const name of ["photography", "audioVisualSupport", "liveMusician"]) {
    form.elements[name].checked = Boolean(addons[name]);
  }
  form.elements.usbDrives.value = addons.usbDrives ?? 0;
}

function offerZone(select, zone) {
  if (zone && ![...select.options].some((option) => option.value === zone)) {
    select.add(new Option(zone, zone));
  }
  select.value = zone || "UTC";
}

// Services come and go

function add() {
  const number = 1 + Math.max(-1, ...all().map((one) => Number(one.dataset.service.split(".")[1] ?? -1)));
  const holder = document.createElement("div");
  holder.innerHTML = template.innerHTML.replaceAll("__n__", String(number));
  const service = holder.firstElementChild;
  services.append(service);
  offerZone(field(service, "timeZone"), field(all()[0], "timeZone").value);
  addButton.hidden = all().length > Number(texts.max);
  return service;
}

form.addEventListener("click", (event) => {
  const remove = event.target.closest("[data-remove]");
  if (event.target.closest("[data-add]")) {
    event.preventDefault();
    field(add(), "date").focus();
    changed();
  } else if (remove) {
    event.preventDefault();
    remove.closest("[data-service]").remove();
    addButton.hidden = false;
    addButton.focus();
    changed();
  }
});

// Saving

function show(name, text) {
  state.dataset.state = name;
  state.firstElementChild.textContent = text;
}

function changed() {
  edited += 1;
  form.elements.version.dataset.dirty = "true";
  if (inConflict) {
    return;
  }
  show("unsaved", texts.textUnsaved);
  failures = 0;
  schedule(WAIT);
}

function schedule(wait) {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

/** Saves what is typed now; one save at a time, and the last state always wins. */
function save() {
  clearTimeout(timer);
  running ??= saveOnce().finally(() => {
    running = null;
    if (edited > saved && !inConflict && failures === 0 && state.dataset.state !== "failed") {
      schedule(WAIT);
    }
  });
  return running;
}

async function saveOnce() {
  const saving = edited;
  clearFaults();
  if (!form.checkValidity()) {
    const wrong = form.querySelector(".input:invalid");
    show("failed", fill(texts.textInvalid, { reason: wrong?.validationMessage ?? "" }));
    return false;
  }
  show("saving", texts.textSaving);
  try {
    const answer = await call("POST", `${api}/auto-save`, { ...read(), version });
    saved = saving;
    failures = 0;
    takeVersion(answer.version);
    price(answer);
    if (edited === saved) {
      show("saved", fill(texts.textSaved, { time: clock(new Date(answer.savedAt)) }));
    }
    return true;
  } catch (refused) {
    return failed(refused);
  }
}

function failed(refused) {
  if (refused.status === 409 && refused.problem.code === "STALE_VERSION") {
    inConflict = true;
    show("failed", texts.textConflict);
    conflict.hidden = false;
    conflict.focus();
  } else if (refused.mayPass) {
    show("failed", texts.textFailed);
    schedule(RETRIES[Math.min(failures, RETRIES.length - 1)]);
    failures += 1;
  } else {
    saved = edited;
    showFaults(refused.problem.errors ?? []);
    show("failed", fill(texts.textInvalid, { reason: refused.problem.errors?.[0]?.message ?? refused.message }));
  }
  return false;
}

function takeVersion(next) {
  version = next;
  form.elements.version.value = String(next);
}

function clearFaults() {
  for (const fault of form.querySelectorAll("[data-fault]")) {
    fault.remove();
  }
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-errormessage");
  }
}

function showFaults(errors) {
  for (const error of errors) {
    const place = error.field.replace(/^services\./, "").replace(/^calculatorConfig\.(addons\.)?/, "");
    const at = place.match(/^additional\[(\d+)]\.(.*)$/);
    const input = at ? field(all()[Number(at[1]) + 1], at[2]) : form.elements[place];
    if (input instanceof HTMLElement) {
      const fault = document.createElement("p");
      fault.className = "fault";
      fault.dataset.fault = "";
      fault.id = `${input.id}-refused`;
      fault.textContent = error.message;
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-errormessage", fault.id);
      input.after(fault);
    }
  }
}

// What it costs, as the server has worked it out

function price({ lineItems = [], total, paid, balance, currency = texts.currency }) {
  const rows = lineItems.map((line) => {
    const row = document.createElement("tr");
    const name = document.createElement("th");
    name.scope = "row";
    name.textContent = form.querySelector(`[data-line="${line.code}"]`)?.textContent ?? line.code;
    if (line.quantity > 1) {
      const times = document.createElement("span");
      times.className = "soft numeric";
      times.textContent = ` × ${line.quantity}`;
      name.append(times);
    }
    const amount = document.createElement("td");
    amount.textContent = money(line.total, currency);
    row.append(name, amount);
    return row;
  });
  form.querySelector("[data-lines]").replaceChildren(...rows);
  form.querySelector("[data-total]").textContent = money(total, currency);
  form.querySelector("[data-nothing-chosen]").hidden = lineItems.length > 0;
  if (paid > 0) {
    form.querySelector("[data-paid]").textContent = money(paid, currency);
    form.querySelector("[data-balance]").textContent = money(balance, currency);
  }
}

// Two tabs

async function current() {
  const answer = await call("GET", api);
  return answer.data;
}

function settle() {
  inConflict = false;
  conflict.hidden = true;
}

form.querySelector("[data-conflict-load]").addEventListener("click", async () => {
  try {
    const now = await current();
    kept = read();
    write(now);
    takeVersion(now.version);
    price({ ...now.booking, ...now });
    saved = edited;
    settle();
    show("saved", fill(texts.textSaved, { time: clock(new Date(now.savedAt)) }));
    loaded.hidden = false;
    loaded.focus();
  } catch (refused) {
    show("failed", refused.message);
  }
});

form.querySelector("[data-conflict-keep]").addEventListener("click", async () => {
  try {
    takeVersion((await current()).version);
    settle();
    changed();
    await save();
  } catch (refused) {
    show("failed", refused.message);
  }
});

form.querySelector("[data-conflict-restore]").addEventListener("click", () => {
  write(kept);
  loaded.hidden = true;
  changed();
  state.tabIndex = -1;
  state.focus();
  show("unsaved", texts.textRestored);
});

// Events

form.addEventListener("input", changed);

form.addEventListener("submit", async (event) => {
  if (event.submitter?.value !== "book" || form.dataset.flushed) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  // A form cannot be sent again while its own submit event is still under way.
  await pause(0);
  if (running) {
    await running;
  }
  if (inConflict) {
    conflict.focus();
    return;
  }
  if (edited === saved || (await save())) {
    form.dataset.flushed = "true";
    form.requestSubmit(event.submitter);
    delete form.dataset.flushed;
  }
});

window.addEventListener("beforeunload", (event) => {
  if (edited > saved && !form.dataset.sent) {
    event.preventDefault();
  }
});

// A schedule nobody has touched begins in the family's own zone rather than in UTC.
const main = all()[0];
if (field(main, "timeZone").value === "UTC" && !field(main, "date").value) {
  offerZone(field(main, "timeZone"), Intl.DateTimeFormat().resolvedOptions().timeZone);
}
