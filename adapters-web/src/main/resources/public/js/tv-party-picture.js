// The picture of a party: shows what is watched, and keeps it where the party is. The host's own
// picture follows as everybody's does, so that nobody's slow player holds up the others.

import { library } from "./player.js";
import { send, serverNow } from "./tv-party-line.js";

const root = document.querySelector("[data-party]");
const texts = root.dataset;
const $ = (name) => root.querySelector(`[data-party-${name}]`);

const cover = $("cover");
const status = $("status");
const watch = $("watch");
export const video = root.querySelector("[data-party-screen] video");

/** The party that is followed; nothing before somebody is in one. */
export let party;

const MOST_OFF = 1;
const MOST_OFF_WHEN_MOVED = 0.3;
const NOTICED = 0.04;
const IN_STEP = 0.03;
const MOST_FASTER = 0.1;
const BETWEEN_SEEKS = 2000;

// Broadcasts are told apart by the time of day they show; a party lasts less than these 29 days.
const DAYS = 29 * 24 * 3600;

let hls;
let shown = null;
let isReady = false;
let isCatchingUp = false;
let soughtAt = -Infinity;
let late = 0;

function cannot(text) {
  status.textContent = text;
  cover.hidden = false;
}

/** Follows a party; without one, shows nothing. */
export function follow(one) {
  party = one;
  show(party?.mediaUrl);
  tellReady();
}

/** Says that the picture can go on, where the party does not know, or does not know any more. */
function tellReady() {
  const known = party?.members.find((member) => member.userId === texts.me);
  if (isReady && known && !known.isReady) {
    send("party:ready", { isReady });
  }
}

async function show(address) {
  if (address === shown) {
    return;
  }
  shown = address;
  isReady = false;
  hls?.destroy();
  hls = undefined;
  video.removeAttribute("src");
  status.textContent = address ? "" : texts.textNothing;
  cover.hidden = Boolean(address);
  watch.hidden = true;
  if (!address) {
    return;
  }
  try {
    const isFile = !new URL(address).pathname.toLowerCase().endsWith(".m3u8");
    const Hls = isFile ? undefined : await library(texts.hls);
    if (address !== shown) {
      return;
    }
    if (Hls?.isSupported()) {
      playWith(Hls, address);
    } else if (isFile || video.canPlayType("application/vnd.apple.mpegurl")) {
      video.src = address;
    } else {
      cannot(texts.textUnsupported);
    }
  } catch {
    cannot(texts.textUnplayable);
  }
}

function playWith(Hls, address) {
  let tries = 0;
  const mine = new Hls({ liveDurationInfinity: true });
  hls = mine;
  mine.on(Hls.Events.ERROR, (_, failure) => {
    if (!failure.fatal || hls !== mine) {
      return;
    }
    tries += 1;
    if (failure.type === Hls.ErrorTypes.MEDIA_ERROR && tries < 5) {
      mine.recoverMediaError();
    } else if (tries < 30) {
      // What is not there yet, or not for a moment, is worth waiting for.
      setTimeout(() => hls === mine && mine.loadSource(address), 2000);
    } else {
      cannot(texts.textUnplayable);
    }
  });
  mine.on(Hls.Events.FRAG_BUFFERED, () => {
    tries = 0;
  });
  mine.loadSource(address);
  mine.attachMedia(video);
}

const isBroadcast = () => video.duration === Infinity;
const isDated = () => isBroadcast() && Boolean(hls?.playingDate);

/** Where the picture is, in seconds. */
const position = () => (isDated() ? (hls.playingDate.getTime() / 1000) % DAYS : video.currentTime);

/** Where the party is. */
export const target = () => party.position + (party.isPlaying ? Math.max(0, serverNow() - party.at) / 1000 : 0);

/** How far the picture is behind, in seconds; before the party, less than nothing. */
function behind() {
  if (isBroadcast() && !isDated()) {
    // Of such a one nobody can tell where it is.
    return 0;
  }
  const end = Number.isFinite(video.duration) ? video.duration : Infinity;
  const off = Math.min(target(), end) - position();
  return isDated() ? ((((off + DAYS / 2) % DAYS) + DAYS) % DAYS) - DAYS / 2 : off;
}

/** Whether a broadcast still shows, or shows already, what is so far ahead. */
function isWithin(seconds) {
  const { seekable } = video;
  const to = video.currentTime + seconds;
  return seekable.length > 0 && to >= seekable.start(0) - MOST_OFF && to <= seekable.end(seekable.length - 1) + MOST_OFF;
}

/** Where the party goes on when the host plays: a broadcast goes on where it is by now. */
export const here = () => (isDated() && !isWithin(behind()) ? position() : target());

/** A broadcast does not wait: where the party cannot go on from where it was, it does from here. */
function goOnFromHere() {
  video.playbackRate = 1;
  if (party.hostId === texts.me && video.readyState >= 3 && performance.now() - soughtAt > 2 * BETWEEN_SEEKS) {
    soughtAt = performance.now();
    send("party:seek", { currentTime: position() });
  }
}

function seekBy(seconds) {
  let to = video.currentTime + seconds;
  if (isBroadcast() && video.seekable.length > 0) {
    to = Math.min(Math.max(to, video.seekable.start(0)), video.seekable.end(video.seekable.length - 1));
  } else if (Number.isFinite(video.duration)) {
    to = Math.min(to, video.duration);
  }
  soughtAt = performance.now();
  video.playbackRate = 1;
  video.currentTime = Math.max(0, to);
}

async function start() {
  if (!video.paused) {
    return;
  }
  try {
    await video.play();
    watch.hidden = true;
    cover.hidden = true;
  } catch (refused) {
    if (refused.name === "NotAllowedError") {
      status.textContent = "";
      watch.hidden = false;
      cover.hidden = false;
    }
  }
}

/** Brings the picture to where the party is: at once where it is far off, else by its speed. */
export function keepStep(isMoved = false) {
  if (!party?.mediaUrl || !shown || video.readyState < 1) {
    return;
  }
  if (!party.isPlaying) {
    video.pause();
    video.playbackRate = 1;
    const isThere = Math.abs(behind()) <= NOTICED || (isBroadcast() && !isWithin(behind()));
    if (!video.seeking && !isThere && (isMoved || performance.now() - soughtAt > BETWEEN_SEEKS)) {
      seekBy(behind());
    }
    return;
  }
  if (!video.ended && watch.hidden) {
    start();
  }
  const off = behind();
  if (isBroadcast() && !isWithin(off)) {
    goOnFromHere();
    return;
  }
  if (Math.abs(off) > (isMoved ? MOST_OFF_WHEN_MOVED : MOST_OFF) && (isMoved || (!video.seeking && performance.now() - soughtAt > BETWEEN_SEEKS))) {
    // Going there takes time, too: as long as it took the last time.
    seekBy(off + late);
    isCatchingUp = true;
    return;
  }
  if (video.seeking || video.readyState < 3) {
    return;
  }
  isCatchingUp = Math.abs(off) > (isCatchingUp ? IN_STEP : NOTICED);
  video.playbackRate = isCatchingUp ? 1 + Math.max(-MOST_FASTER, Math.min(MOST_FASTER, off)) : 1;
}

video.addEventListener("playing", () => {
  if (party?.isPlaying && performance.now() - soughtAt < BETWEEN_SEEKS) {
    late = Math.max(0, Math.min(1, late + behind()));
  }
});
video.addEventListener("loadedmetadata", () => keepStep(true));
video.addEventListener("canplay", () => {
  isReady = true;
  tellReady();
});
video.addEventListener("error", () => !hls && shown && cannot(texts.textUnplayable));
watch.addEventListener("click", () => {
  watch.hidden = true;
  cover.hidden = true;
  start().then(() => keepStep(true));
});
setInterval(keepStep, 500);
