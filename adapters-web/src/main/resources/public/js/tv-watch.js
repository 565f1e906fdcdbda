// Watching television: plays, tells the server how far one is, and keeps favourites without
// interrupting what plays.

import { Refused, say } from "./api.js";
import { attachPlayers } from "./player.js";
import { refresh } from "./refresh.js";

const root = document.querySelector("[data-watch]");
const { item, type, from, textUnsaved, textFavorite } = root.dataset;
const TELL_EVERY = 15000;
const PROGRESS = "/tv/watch/progress";

attachPlayers(root, { from: Number(from) });

const video = root.querySelector("[data-player] video");
const fault = root.querySelector("[data-watch-fault]");

// Before anything has played the player is nowhere.
let begun = false;
let told;

/** Names this browser among the devices of its reader. */
function device() {
  const known = localStorage.getItem("tv_device");
  if (known) {
    return known;
  }
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const made = `browser-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  localStorage.setItem("tv_device", made);
  return made;
}

function deviceId() {
  try {
    return device();
  } catch {
    return "browser";
  }
}

function message() {
  const now = new Date().toISOString();
  const said = new URLSearchParams({
    item_id: item,
    item_type: type,
    progress_seconds: String(Math.floor(video.currentTime)),
    client_time: now,
    sent_at: now,
    device_id: deviceId(),
  });
  if (Number.isFinite(video.duration) && video.duration >= 1) {
    said.set("duration_seconds", String(Math.floor(video.duration)));
  }
  return said;
}

const isNews = () => begun && video.readyState > 0 && Math.floor(video.currentTime) !== told;

/** Sends what a form would say. Where it leads to is not followed. */
async function send(address, said, more = {}) {
  let answer;
  try {
    answer = await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json", "Accept-Language": document.documentElement.lang },
      body: said,
      redirect: "manual",
      ...more,
    });
  } catch {
    throw new Refused(0, {});
  }
  if (!answer.ok && answer.type !== "opaqueredirect") {
    throw new Refused(answer.status, await answer.json().catch(() => ({})));
  }
}

async function tell() {
  if (!isNews()) {
    return;
  }
  const said = message();
  try {
    await send(PROGRESS, said);
    told = Number(said.get("progress_seconds"));
    fault.hidden = true;
  } catch (refused) {
    fault.textContent = `${textUnsaved} ${refused.message}`;
    fault.hidden = false;
  }
}

/** Tells in leaving, when no answer can be waited for. */
function tellLast() {
  if (isNews()) {
    const said = message();
    told = Number(said.get("progress_seconds"));
    send(PROGRESS, said, { keepalive: true }).catch(() => {});
  }
}

if (video) {
  video.addEventListener("playing", () => {
    begun = true;
  });
  video.addEventListener("pause", tell);
  video.addEventListener("ended", tell);
  setInterval(() => !video.paused && tell(), TELL_EVERY);
  document.addEventListener("visibilitychange", () => document.hidden && tellLast());
  window.addEventListener("pagehide", tellLast);
}

// A favourite is kept beside what plays, which goes on. What does not work so works as a form.
root.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-favorite]");
  if (!form) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await send(form.action, new URLSearchParams(new FormData(form)));
    if (await refresh("favorite", "favorites")) {
      // A button that was disabled has lost the focus.
      document.getElementById("favorite")?.focus();
      say(textFavorite);
    } else {
      location.reload();
    }
  } catch (refused) {
    button.disabled = false;
    say(refused.message);
  }
});
