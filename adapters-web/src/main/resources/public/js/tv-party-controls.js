// What the host of a party takes it to, and what everybody sees of where it is. A key that is held
// down asks many times a second; the server, which shows out whoever says too much, is told the last
// of it.

import { send } from "./tv-party-line.js";
import { here, party, target, video } from "./tv-party-picture.js";

const root = document.querySelector("[data-party]");
const $ = (name) => root.querySelector(`[data-party-${name}]`);

const BETWEEN_MOVES = 500;
const ANSWERED_WITHIN = 3000;
let wish;
let telling;
let toldAt = -Infinity;

function take(type, currentTime) {
  // Whoever plays, and seeks before that was told, plays from there.
  wish = { type: type === "party:seek" && telling ? wish.type : type, currentTime };
  telling ??= setTimeout(tellWish, Math.max(0, toldAt + BETWEEN_MOVES - performance.now()));
}

function tellWish() {
  telling = undefined;
  toldAt = performance.now();
  send(wish.type, { currentTime: wish.currentTime });
}

/** Something was done: the host's wish, unless another is still to be told. */
export function done() {
  if (!telling) {
    wish = undefined;
  }
}

export function forget() {
  clearTimeout(telling);
  telling = undefined;
  wish = undefined;
}

const isWished = () => Boolean(telling) || (wish && performance.now() - toldAt < ANSWERED_WITHIN);

/** Where the party will be once the host's wish is done. */
const soon = () => (isWished() ? wish.currentTime : target());

$("play").addEventListener("click", () => take(party.isPlaying ? "party:pause" : "party:play", party.isPlaying || isWished() ? soon() : here()));
for (const button of root.querySelectorAll("[data-party-skip]")) {
  button.addEventListener("click", () => take("party:seek", Math.max(0, soon() + Number(button.dataset.partySkip))));
}
// Enter that is held down presses a button again and again, where once is meant.
root.addEventListener("keydown", (event) => {
  if (event.repeat && /^Enter$/.test(event.key) && event.target.matches("button:not([data-party-skip])")) {
    event.preventDefault();
  }
});
const place = $("place");
let isSliding = false;
place.addEventListener("input", () => {
  isSliding = true;
});
place.addEventListener("change", () => take("party:seek", Number(place.value)));
// Taken back to where it was, it does not change.
for (const end of ["change", "pointerup", "pointercancel", "blur"]) {
  place.addEventListener(end, () => {
    isSliding = false;
  });
}
$("sound").addEventListener("click", (event) => {
  video.muted = !video.muted;
  event.currentTarget.setAttribute("aria-pressed", String(video.muted));
});
$("full").addEventListener("click", () => $("screen").requestFullscreen?.());

const digits = (seconds) => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60].map((part) => String(part).padStart(2, "0")).join(":");

setInterval(() => {
  if (!party) {
    return;
  }
  const isFilm = Number.isFinite(video.duration);
  place.hidden = !isFilm;
  if (isFilm && !isSliding) {
    place.max = String(Math.floor(video.duration));
    place.value = String(Math.floor(soon()));
  }
  const at = isFilm ? digits(isSliding ? Number(place.value) : Math.min(soon(), video.duration)) : "";
  place.setAttribute("aria-valuetext", at);
  $("time").textContent = isFilm ? `${at} / ${digits(video.duration)}` : "";
}, 500);
