// The player in which one learns: goes on where one was, and tells the server how far one is.

import { call, fill } from "./api.js";
import { attachPlayers } from "./player.js";

const root = document.querySelector("[data-learn]");
const { lecture, enrolled, from, textDone, textCompleted, textUnsaved } = root.dataset;
const news = root.querySelector("[data-learn-news]");
const fault = root.querySelector("[data-learn-fault]");
const TELL_EVERY = 10000;

attachPlayers(root, {
  from: Number(from),
  renew: async () => (await call("GET", `/api/course/lectures/${lecture}`)).data.videoUrl,
});

const video = root.querySelector("[data-player] video");
const address = `/api/course/lectures/${lecture}/progress`;

// How long one watched that the server does not know of yet, and since when one watches.
let untold = 0;
let since;
let told;

// Before anything has played, and while an address is found anew, the player is nowhere.
let begun = false;

function count() {
  const now = performance.now();
  if (since !== undefined) {
    untold += (now - since) / 1000;
  }
  since = video && !video.paused && !video.ended ? now : undefined;
}

function body(completed) {
  const watchedSeconds = Math.floor(untold);
  untold -= watchedSeconds;
  return { positionSeconds: Math.floor(video?.currentTime ?? 0), watchedSeconds, ...(completed ? { completed: true } : {}) };
}

const isSomewhere = () => begun && video.readyState > 0;

const isNews = (said) => said.completed || said.watchedSeconds > 0 || said.positionSeconds !== told;

async function tell(completed = false) {
  count();
  if (!completed && !isSomewhere()) {
    return;
  }
  const said = body(completed);
  if (!isNews(said)) {
    return;
  }
  try {
    show((await call("PUT", address, said)).data);
    told = said.positionSeconds;
    fault.hidden = true;
  } catch (refused) {
    // What could not be told is told the next time.
    untold += said.watchedSeconds;
    fault.textContent = `${textUnsaved} ${refused.message}`;
    fault.hidden = false;
    throw refused;
  }
}

/** Tells in leaving, when no answer can be waited for. */
function tellLast() {
  count();
  if (!isSomewhere()) {
    return;
  }
  const said = body(false);
  if (isNews(said)) {
    told = said.positionSeconds;
    fetch(address, {
      method: "PUT",
      keepalive: true,
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(said),
    }).catch(() => {
      untold += said.watchedSeconds;
    });
  }
}

function show({ enrollment, certificate }) {
  const percent = Math.floor(Number(enrollment.progressPercentage));
  const line = root.querySelector("[data-course-progress]");
  line.querySelector("progress").value = percent;
  line.querySelector("[data-progress-text]").textContent = fill(line.dataset.text, { percent });
  const number = certificate?.number ?? enrollment.certificateNumber;
  if (number) {
    const box = root.querySelector("[data-certificate]");
    box.querySelector("[data-certificate-link]").href = `/certificates/${encodeURIComponent(number)}`;
    if (box.hidden) {
      box.hidden = false;
      news.textContent = textCompleted;
    }
  }
}

function markDone() {
  root.querySelector(`[data-item="${CSS.escape(lecture)}"] [data-tick]`).hidden = false;
  const form = root.querySelector("[data-done]");
  if (form) {
    form.hidden = true;
  }
  news.textContent = textDone;
}

if (lecture && enrolled === "true" && video) {
  video.addEventListener("playing", () => {
    begun = true;
    count();
  });
  video.addEventListener("waiting", count);
  video.addEventListener("pause", () => {
    // At the end there is one more word to come, which says all.
    if (!video.ended) {
      tell().catch(() => {});
    }
  });
  video.addEventListener("ended", async () => {
    try {
      await tell(true);
      markDone();
      root.querySelector("[data-next]")?.focus();
    } catch {
      // Said beside the video; whoever sees it can mark the lecture by hand.
    }
  });
  setInterval(() => !video.paused && tell().catch(() => {}), TELL_EVERY);
  document.addEventListener("visibilitychange", () => document.hidden && tellLast());
  window.addEventListener("pagehide", tellLast);
}
