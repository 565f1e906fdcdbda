// The public page of a memorial: players, and what the streams do without a reload.

import { call, fill } from "./api.js";
import { attachPlayers } from "./player.js";
import { refresh } from "./refresh.js";

const page = document.querySelector("[data-memorial-page]");
const id = page.dataset.memorial;
const news = document.querySelector("[data-live-news]");
const LOOK_EVERY = 15000;

attachPlayers();

// A picture that is no longer where it was leaves no empty frame behind.
for (const picture of document.querySelectorAll(".portrait img")) {
  const gone = () => picture.closest("figure").remove();
  picture.addEventListener("error", gone);
  if (picture.complete && picture.naturalWidth === 0) {
    gone();
  }
}

const states = () => new Map([...page.querySelectorAll("[data-stream]")].map((one) => [one.dataset.stream, one]));

let renewing;

/** Renews the streams once, however much news comes at once. */
function renew() {
  clearTimeout(renewing);
  renewing = setTimeout(async () => {
    const before = new Map([...states()].map(([stream, one]) => [stream, one.dataset.fingerprint]));
    if (await refresh("streams").catch(() => false)) {
      attachPlayers(page);
      tell(before);
    }
  }, 250);
}

function tell(before) {
  for (const [stream, one] of states()) {
    const fingerprint = one.dataset.fingerprint;
    if (before.get(stream) === fingerprint) {
      continue;
    }
    const { status } = one.dataset;
    if (status === "live") {
      news.textContent = news.dataset.textLive;
    } else if (status === "completed" && one.querySelector("[data-player]")) {
      news.textContent = news.dataset.textRecorded;
    } else if (status === "completed" || status === "ending") {
      news.textContent = news.dataset.textOver;
    }
  }
}

/** Asks what the streams do: counts viewers, and notices what no message told. */
async function look() {
  if (document.hidden) {
    return;
  }
  const { data } = await call("GET", `/api/memorials/${id}/streams/status`);
  const shown = states();
  let changed = data.length !== shown.size && data.some((stream) => !shown.has(stream.id) && stream.status !== "completed");
  for (const stream of data) {
    const one = shown.get(stream.id);
    changed ||= Boolean(one) && one.dataset.status !== stream.status;
    const viewers = one?.querySelector("[data-viewers]");
    if (viewers) {
      viewers.textContent = fill(viewers.dataset.text, { count: stream.viewerCount });
    }
  }
  if (changed) {
    renew();
  }
}

const updates = new EventSource(`/api/memorials/${id}/updates`);
updates.onmessage = renew;
for (const type of ["stream_status_changed", "stream_changed", "recording_ready"]) {
  updates.addEventListener(type, renew);
}
window.addEventListener("pagehide", () => updates.close());
document.addEventListener("visibilitychange", () => !document.hidden && look().catch(() => {}));
setInterval(() => look().catch(() => {}), LOOK_EVERY);
