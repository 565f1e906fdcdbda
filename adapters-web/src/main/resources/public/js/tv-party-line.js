// The line of a page to its server: it comes back by itself where it is lost, and tells what time
// the server has.

import { call } from "./api.js";

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15000;
const MOST_UNANSWERED = 3;
const SIGNED_OUT = 4001;
const trips = [];
let socket;
let pauses = 0;
let waiting;
let openedAt = 0;
let unanswered = 0;
let owner;

// The clock of the server: told by the round trip that took the shortest time of the last ones.

export const serverNow = () => performance.now() + (trips.length > 0 ? trips.reduce((best, one) => (one.took < best.took ? one : best)).offset : Date.now() - performance.now());

function hearPong({ t, serverTime }) {
  const took = performance.now() - t;
  trips.push({ took, offset: serverTime + took / 2 - performance.now() });
  if (trips.length > 8) {
    trips.shift();
  }
}

const ping = () => send("ping", { t: performance.now() });

/** Says something, if somebody hears, and returns whether it was said. */
export function send(type, data = {}) {
  const isHeard = socket?.readyState === WebSocket.OPEN;
  if (isHeard) {
    socket.send(JSON.stringify({ type, data }));
  }
  return isHeard;
}

/** Who is told: that it is `opened`, what was `heard`, and that it is `lost`, maybe for good. */
export function tellTo(whom) {
  owner = whom;
}

/** Opens the line, unless it is open or about to be. */
export function open() {
  if (!socket) {
    connect();
  }
}

function connect() {
  clearTimeout(waiting);
  const address = new URL("/ws/connect", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  address.searchParams.set("lang", document.documentElement.lang);
  const mine = new WebSocket(address);
  let isOpened = false;
  socket = mine;
  unanswered = 0;
  mine.addEventListener("open", () => {
    isOpened = true;
    if (socket === mine) {
      openedAt = performance.now();
      trips.length = 0;
      ping();
      owner.opened();
    }
  });
  mine.addEventListener("message", (event) => {
    if (socket === mine) {
      unanswered = 0;
      hear(JSON.parse(event.data));
    }
  });
  mine.addEventListener("close", ({ code }) => {
    if (socket === mine) {
      lost(code === SIGNED_OUT);
      isOpened || askWhy();
    }
  });
}

/** A line that does not even open does not say why, but another question does. */
async function askWhy() {
  const isSignedOut = await call("GET", "/api/user/auth/me").then(
    () => false,
    ({ status }) => status === 401,
  );
  if (isSignedOut && !socket) {
    lost(true);
  }
}

function hear(message) {
  if (message.type === "pong") {
    hearPong(message.data);
  } else {
    owner.heard(message);
  }
}

function lost(isForGood) {
  socket = undefined;
  clearTimeout(waiting);
  owner.lost(isForGood);
  if (isForGood) {
    return;
  }
  // One that was cut off as soon as it was there waits as one that never was.
  if (openedAt > 0 && performance.now() - openedAt > LONGEST_PAUSE) {
    pauses = 0;
  }
  openedAt = 0;
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** pauses);
  pauses += 1;
  // Those who were cut off together do not all come back at the same moment.
  waiting = setTimeout(connect, pause / 2 + Math.random() * (pause / 2));
}

// A line that is silent, though it was asked for the time again and again, is dead. How long it was
// silent says nothing: browsers let pages that nobody looks at ask once a minute.
setInterval(() => {
  if (socket && unanswered >= MOST_UNANSWERED) {
    const dead = socket;
    lost(false);
    dead.close();
    return;
  }
  unanswered += 1;
  ping();
}, 5000);
setInterval(() => trips.length < 5 && ping(), 700);

function hang() {
  const mine = socket;
  socket = undefined;
  clearTimeout(waiting);
  mine?.close();
}

window.addEventListener("online", open);
window.addEventListener("pagehide", hang);
window.addEventListener("pageshow", (event) => event.persisted && open());
