// The control centre: everything is done through the API, and the server shows what came of it.

import { call, confirmed, fill, pause, say } from "./api.js";
import { attachPlayers } from "./player.js";
import { refresh } from "./refresh.js";

const root = document.querySelector("[data-livestream]");
const texts = root.dataset;
const memorial = texts.memorial;
const TRIES = 3;
const FIRST_PAUSE = 1000;
const LOOK_EVERY = 10000;

attachPlayers();

async function renew() {
  if (await refresh("streams")) {
    attachPlayers(root);
  }
}

let renewing;

function renewSoon() {
  clearTimeout(renewing);
  renewing = setTimeout(() => renew().catch(() => {}), 250);
}

const statusOf = (stream) => document.querySelector(`#stream-${stream} [data-stream-status]`);

/** Starts a stream; what may pass is tried again, after one second and then after two. */
async function start(stream, button) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call("POST", `/api/streams/${stream}/start`);
    } catch (refused) {
      if (attempt === TRIES || !refused.mayPass) {
        throw refused;
      }
      statusOf(stream).textContent = fill(button.dataset.textAgain, { attempt: attempt + 1, attempts: TRIES });
      await pause(FIRST_PAUSE * 2 ** (attempt - 1));
    }
  }
}

const acts = {
  async start(stream, button) {
    statusOf(stream).textContent = button.dataset.textTrying;
    await start(stream, button);
  },
  stop: (stream) => call("POST", `/api/streams/${stream}/stop`),
  async recordings(stream, button) {
    const { recordingReady } = await call("POST", `/api/streams/${stream}/recordings`);
    say(recordingReady ? button.dataset.textFound : button.dataset.textNone);
  },
  async delete(stream) {
    await call("DELETE", `/api/streams/${stream}`);
    say(texts.textDeleted);
  },
};

root.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-act]");
  if (!button) {
    return;
  }
  const { stream } = button.closest("[data-stream]").dataset;
  if (button.dataset.confirm && !(await confirmed(button.dataset.confirm, button.dataset.confirmYes))) {
    return;
  }
  button.disabled = true;
  try {
    await acts[button.dataset.act](stream, button);
    const status = statusOf(stream);
    if (status) {
      status.textContent = "";
    }
    await renew();
    document.getElementById(`title-${stream}`)?.scrollIntoView({ block: "nearest" });
  } catch (refused) {
    statusOf(stream).textContent = refused.message;
  } finally {
    button.disabled = false;
  }
});

root.addEventListener("change", async (event) => {
  const { setting } = event.target.dataset;
  if (!setting) {
    return;
  }
  const { stream } = event.target.closest("[data-stream]").dataset;
  try {
    await call("PATCH", `/api/streams/${stream}`, { [setting]: event.target.checked });
    say(texts.textChanged);
  } catch (refused) {
    event.target.checked = !event.target.checked;
    statusOf(stream).textContent = refused.message;
  }
});

root.addEventListener("submit", async (event) => {
  const form = event.target;
  event.preventDefault();
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  try {
    await (form.matches("[data-create]") ? create(form) : change(form));
  } finally {
    button.disabled = false;
  }
});

async function create(form) {
  const fault = form.querySelector("[data-create-fault]");
  const begins = form.elements.scheduledStartTime.value;
  fault.hidden = true;
  try {
    const { data } = await call("POST", "/api/streams", {
      memorialId: memorial,
      title: form.elements.title.value,
      description: form.elements.description.value,
      ...(begins ? { scheduledStartTime: new Date(begins).toISOString() } : {}),
    });
    form.reset();
    await renew();
    say(texts.textCreated);
    const title = document.getElementById(`title-${data.id}`);
    title.tabIndex = -1;
    title.focus();
  } catch (refused) {
    fault.textContent = refused.message;
    fault.hidden = false;
  }
}

async function change(form) {
  const { stream } = form.closest("[data-stream]").dataset;
  try {
    await call("PATCH", `/api/streams/${stream}`, {
      title: form.elements.title.value,
      description: form.elements.description.value,
    });
    await renew();
    say(texts.textChanged);
  } catch (refused) {
    statusOf(stream).textContent = refused.message;
  }
}

/** Asks how the streams are; those that are over no longer change by themselves once recorded. */
async function look() {
  for (const one of root.querySelectorAll("[data-stream]")) {
    const over = one.dataset.status === "completed";
    if (document.hidden || (over && one.querySelector("[data-player]"))) {
      continue;
    }
    const now = await call("GET", `/api/streams/${one.dataset.stream}`);
    const stream = now.data ?? now;
    const viewers = one.querySelector("[data-viewers]");
    if (viewers) {
      viewers.textContent = fill(viewers.dataset.text, { count: stream.viewerCount });
    }
    if (stream.status !== one.dataset.status || (over && stream.recordingReady)) {
      renewSoon();
    }
  }
}

const updates = new EventSource(`/api/memorials/${memorial}/updates`);
updates.onmessage = renewSoon;
for (const type of ["stream_status_changed", "stream_changed", "recording_ready"]) {
  updates.addEventListener(type, renewSoon);
}
window.addEventListener("pagehide", () => updates.close());
setInterval(() => look().catch(() => {}), LOOK_EVERY);
