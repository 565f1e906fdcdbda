// Watching together: one socket tells what happens, and the picture is kept where the party is. The
// host's own picture follows as everybody's does, so that nobody's slow player holds up the others.

import { fill, say } from "./api.js";

const root = document.querySelector("[data-party]");
const texts = root.dataset;
const $ = (name) => root.querySelector(`[data-party-${name}]`);

const enter = $("enter");
const room = $("room");
const fault = $("fault");
const connection = $("connection");
const cover = $("cover");
const status = $("status");
const watch = $("watch");
const video = root.querySelector("[data-party-screen] video");

/** What is known of the party; nothing before somebody is in one. */
let party;
let wanted;

const { me } = texts;

function complain(text) {
  fault.textContent = text;
  fault.hidden = text === "";
}

// The clock of the server: told by the round trip that took the shortest time of the last ones.

const trips = [];

const serverNow = () => performance.now() + (trips.length > 0 ? trips.reduce((best, one) => (one.took < best.took ? one : best)).offset : Date.now() - performance.now());

function hearPong({ t, serverTime }) {
  const took = performance.now() - t;
  trips.push({ took, offset: serverTime + took / 2 - performance.now() });
  if (trips.length > 8) {
    trips.shift();
  }
}

// The picture.

const MOST_OFF = 1;
const MOST_OFF_WHEN_MOVED = 0.3;
const NOTICED = 0.04;
const IN_STEP = 0.03;
const MOST_FASTER = 0.1;
const BETWEEN_SEEKS = 2000;

// Broadcasts are told apart by the time of day they show; a party lasts less than these 29 days.
const DAYS = 29 * 24 * 3600;

let loading;
let hls;
let shown;
let isReady = false;
let isCatchingUp = false;
let soughtAt = -Infinity;
let late = 0;

function library() {
  if (window.Hls) {
    return Promise.resolve(window.Hls);
  }
  loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = texts.hls;
    script.onload = () => done(window.Hls);
    script.onerror = () => {
      loading = undefined;
      script.remove();
      failed(new Error("hls.js did not load"));
    };
    document.head.append(script);
  });
  return loading;
}

function cannot(text) {
  status.textContent = text;
  cover.hidden = false;
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
    const Hls = isFile ? undefined : await library();
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
const target = () => party.position + (party.isPlaying ? Math.max(0, serverNow() - party.at) / 1000 : 0);

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

/** A broadcast does not wait: where the party cannot go on from where it was, it does from here. */
function goOnFromHere() {
  video.playbackRate = 1;
  if (isHost() && video.readyState >= 3 && performance.now() - soughtAt > 2 * BETWEEN_SEEKS) {
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
function keepStep(isMoved = false) {
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
  if (!isReady && party) {
    isReady = true;
    send("party:ready", { isReady });
  }
});
video.addEventListener("error", () => !hls && shown && cannot(texts.textUnplayable));
watch.addEventListener("click", () => {
  watch.hidden = true;
  cover.hidden = true;
  start().then(() => keepStep(true));
});
setInterval(keepStep, 500);

// The socket.

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15000;
const SILENCE = 15000;
const NOT_WELCOME = 1008;
let socket;
let pauses = 0;
let waiting;
let heardAt = 0;

function send(type, data = {}) {
  if (socket?.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify({ type, data }));
  }
}

const ping = () => send("ping", { t: performance.now() });

function tell(state, text) {
  connection.dataset.state = state;
  connection.textContent = text;
}

function connect() {
  clearTimeout(waiting);
  const address = new URL("/ws/connect", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  address.searchParams.set("lang", document.documentElement.lang);
  const mine = new WebSocket(address);
  socket = mine;
  heardAt = performance.now();
  mine.addEventListener("open", () => {
    if (socket === mine) {
      pauses = 0;
      trips.length = 0;
      ping();
      wanted && send(...wanted());
    }
  });
  mine.addEventListener("message", (event) => {
    if (socket === mine) {
      heardAt = performance.now();
      hear(JSON.parse(event.data));
    }
  });
  mine.addEventListener("close", (event) => socket === mine && lost(event.code));
}

function lost(code) {
  socket = undefined;
  tell("lost", texts.textLost);
  if (code === NOT_WELCOME) {
    complain(texts.textSignedOut);
    return;
  }
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** pauses);
  pauses += 1;
  // Those who were cut off together do not all come back at the same moment.
  waiting = setTimeout(connect, pause / 2 + Math.random() * (pause / 2));
}

// A line that is silent, though it was asked for the time, is dead.
setInterval(() => {
  if (socket && performance.now() - heardAt > SILENCE) {
    const dead = socket;
    lost();
    dead.close();
    return;
  }
  ping();
  party && send("party:sync");
}, 5000);
setInterval(() => trips.length < 5 && ping(), 700);

function hang() {
  const mine = socket;
  socket = undefined;
  clearTimeout(waiting);
  mine?.close();
}

window.addEventListener("online", () => socket ?? connect());
window.addEventListener("pagehide", hang);
window.addEventListener("pageshow", (event) => event.persisted && connect());

// What comes.

function move({ sequence, serverTime, isPlaying, currentTime }) {
  party.sequence = sequence;
  party.at = serverTime;
  party.isPlaying = isPlaying;
  party.position = currentTime;
}

const find = (id) => party.members.find((member) => member.userId === id);

/** Takes in how the party is; what is older than what is known already is left out. */
function takeState(data, isAnew) {
  if (!isAnew && (!party || data.sequence < party.sequence)) {
    return;
  }
  const isMoved = isAnew || data.isPlaying !== party.isPlaying;
  party = { ...data };
  move(data);
  show(data.mediaUrl);
  draw();
  if (isAnew) {
    $("lines").replaceChildren(...data.messages.map(line));
    $("lines").scrollTop = $("lines").scrollHeight;
  }
  keepStep(isMoved);
}

const happenings = {
  "party:user-joined": ({ userId, userName, isMuted, isReady: can }) => {
    const known = find(userId);
    const member = { userId, userName, isMuted, isReady: can, isAway: false, isHost: known?.isHost ?? false };
    party.members = known ? party.members.map((one) => (one === known ? member : one)) : [...party.members, member];
    known ?? say(fill(texts.textJoined, { name: userName }));
  },
  "party:user-away": ({ userId }) => Object.assign(find(userId) ?? {}, { isAway: true, isReady: false }),
  "party:user-left": ({ userId, userName }) => goes(userId, fill(texts.textLeft, { name: userName })),
  "party:user-kicked": ({ userId, userName }) => (userId === me ? over(texts.textRemoved) : goes(userId, fill(texts.textLeft, { name: userName }))),
  "party:host-changed": ({ hostId, userName }) => {
    party.hostId = hostId;
    party.members.forEach((member) => Object.assign(member, { isHost: member.userId === hostId }));
    say(fill(texts.textHost, { name: userName }));
  },
  "party:play": (data) => moved(data),
  "party:pause": (data) => moved(data),
  "party:seek": (data) => moved(data),
  "party:media": (data) => {
    party.mediaUrl = data.mediaUrl;
    party.title = data.title;
    moved(data);
    show(data.mediaUrl);
  },
  "party:ready": ({ userId, isReady: can }) => Object.assign(find(userId) ?? {}, { isReady: can }),
  "party:user-muted": ({ userId, isMuted }) => Object.assign(find(userId) ?? {}, { isMuted }),
  "party:chat": (data) => {
    const lines = $("lines");
    const isAtEnd = lines.scrollHeight - lines.scrollTop - lines.clientHeight < 60;
    lines.append(line(data));
    if (isAtEnd) {
      lines.scrollTop = lines.scrollHeight;
    }
  },
  "party:message-removed": ({ messageId }) => $("lines").querySelector(`[data-id="${CSS.escape(messageId)}"]`)?.remove(),
  "party:ended": () => over(texts.textEnded),
};

function moved(data) {
  move(data);
  keepStep(true);
}

function goes(userId, text) {
  if (userId === me) {
    // Away for too long, or left by another window.
    over(texts.textGone);
    return;
  }
  party.members = party.members.filter((member) => member.userId !== userId);
  say(text);
}

function hear({ type, data }) {
  if (type === "pong") {
    hearPong(data);
  } else if (type === "party:create" || type === "party:join") {
    come(data);
  } else if (type === "party:sync") {
    takeState(data, false);
  } else if (type === "party:leave") {
    over("");
  } else if (type === "error") {
    refused(data);
  } else if (party && happenings[type] && data.roomId === party.roomId) {
    if (data.sequence > party.sequence + 1) {
      send("party:join", { roomId: party.roomId, userName: name() });
    }
    party.sequence = Math.max(party.sequence, data.sequence);
    happenings[type](data);
    party && draw();
  }
}

function refused({ message, errors = [], requestType }) {
  const text = [message, ...errors.map((error) => error.message)].join(" ");
  if (requestType === "party:create" || requestType === "party:join") {
    over("");
    complain(text);
  } else if (requestType !== "party:sync") {
    say(text);
  }
}

// Coming and going.

const name = () => enter.elements.userName.value.trim();

function kept(roomId, value) {
  try {
    if (value === undefined) {
      return sessionStorage.getItem(`party:${roomId}`);
    }
    if (value === "") {
      sessionStorage.removeItem(`party:${roomId}`);
    } else {
      sessionStorage.setItem(`party:${roomId}`, value);
    }
  } catch {
    // A browser that keeps nothing asks again.
  }
  return undefined;
}

function come(data) {
  complain("");
  tell("connected", texts.textConnected);
  wanted = () => ["party:join", { roomId: data.roomId, userName: name() }];
  kept(data.roomId, name());
  history.replaceState(null, "", `/tv/party/${data.roomId}${location.search.includes("lang=") ? location.search : ""}`);
  document.getElementById("invitation").value = new URL(`/tv/party/${data.roomId}`, location.href).href;
  enter.hidden = true;
  room.hidden = false;
  takeState(data, true);
}

function over(text) {
  if (party) {
    kept(party.roomId, "");
  }
  wanted = undefined;
  party = undefined;
  show(undefined);
  room.hidden = true;
  enter.hidden = false;
  complain(text);
}

function ask(what) {
  complain("");
  wanted = what;
  if (socket?.readyState === WebSocket.OPEN) {
    send(...wanted());
  } else if (!socket) {
    connect();
  }
}

enter.addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopPropagation();
  const { mediaUrl, title, itemId } = enter.elements;
  const roomId = texts.room;
  ask(() =>
    roomId
      ? ["party:join", { roomId, userName: name() }]
      : ["party:create", { userName: name(), ...(mediaUrl.value.trim() && { mediaUrl: mediaUrl.value.trim(), title: title.value.trim() }), ...(itemId.value && mediaUrl.value === mediaUrl.defaultValue && { itemId: itemId.value }) }],
  );
});

$("leave").addEventListener("click", () => {
  wanted = undefined;
  send("party:leave");
});
$("end").addEventListener("click", () => send("party:end"));

// What is seen.

const isHost = () => party.hostId !== undefined && party.hostId === me;

function draw() {
  const hosts = isHost();
  $("heading").textContent = party.title || "";
  $("controls").hidden = !hosts || !party.mediaUrl;
  $("change").hidden = !hosts;
  $("end").hidden = !hosts;
  $("play").textContent = party.isPlaying ? texts.textPause : texts.textPlay;
  root.dataset.state = party.isPlaying ? "playing" : "paused";
  $("members").replaceChildren(...party.members.map(person));
  $("say").querySelector("button").disabled = Boolean(find(me)?.isMuted);
  for (const one of $("lines").children) {
    one.querySelector("button").hidden = !hosts && one.dataset.user !== me;
  }
}

function person(member) {
  const item = root.querySelector("template[data-party-member]").content.firstElementChild.cloneNode(true);
  item.querySelector("[data-name]").textContent = member.userName;
  item.dataset.user = member.userId;
  for (const badge of item.querySelectorAll("[data-if]")) {
    badge.hidden = !member[badge.dataset.if];
  }
  const tools = item.querySelector("[data-host-only]");
  tools.hidden = !isHost() || member.userId === me;
  tools.querySelector("[data-act='party:mute']").hidden = member.isMuted;
  tools.querySelector("[data-act='party:unmute']").hidden = !member.isMuted;
  tools.querySelector("[data-act='party:host']").hidden = member.isAway;
  return item;
}

function line(data) {
  const item = root.querySelector("template[data-party-line]").content.firstElementChild.cloneNode(true);
  item.querySelector("[data-name]").textContent = data.userName;
  item.querySelector("[data-message]").textContent = data.message;
  item.dataset.id = data.messageId;
  item.dataset.user = data.userId;
  item.querySelector("button").hidden = !isHost() && data.userId !== me;
  return item;
}

$("members").addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  button && send(button.dataset.act, { userId: button.closest("[data-user]").dataset.user });
});
$("lines").addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  button && send(button.dataset.act, { messageId: button.closest("[data-id]").dataset.id });
});
$("say").addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopPropagation();
  const field = event.target.elements.message;
  if (field.value.trim()) {
    send("party:chat", { message: field.value });
    field.value = "";
  }
});
$("media").addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopPropagation();
  const { mediaUrl, title } = event.target.elements;
  send("party:media", { mediaUrl: mediaUrl.value.trim(), title: title.value.trim() });
  event.target.reset();
  $("change").open = false;
});

$("play").addEventListener("click", () => send(party.isPlaying ? "party:pause" : "party:play", { currentTime: party.isPlaying ? target() : here() }));
for (const button of root.querySelectorAll("[data-party-skip]")) {
  button.addEventListener("click", () => send("party:seek", { currentTime: Math.max(0, target() + Number(button.dataset.partySkip)) }));
}
$("place").addEventListener("change", () => send("party:seek", { currentTime: Number($("place").value) }));
$("sound").addEventListener("click", (event) => {
  video.muted = !video.muted;
  event.currentTarget.setAttribute("aria-pressed", String(video.muted));
});
$("full").addEventListener("click", () => $("screen").requestFullscreen?.());

/** Where the party goes on when the host plays: a broadcast goes on where it is by now. */
const here = () => (isDated() && !isWithin(behind()) ? position() : target());

const digits = (seconds) => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60].map((part) => String(part).padStart(2, "0")).join(":");

setInterval(() => {
  if (!party) {
    return;
  }
  const place = $("place");
  const isFilm = Number.isFinite(video.duration);
  place.hidden = !isFilm;
  if (isFilm && document.activeElement !== place) {
    place.max = String(Math.floor(video.duration));
    place.value = String(Math.floor(target()));
  }
  $("time").textContent = isFilm ? `${digits(Math.min(target(), video.duration))} / ${digits(video.duration)}` : "";
}, 500);

// Reloaded in the midst of a party, the page goes on with it.

tell("", texts.textConnecting);
const before = texts.room && kept(texts.room);
enter.hidden = false;
if (before) {
  enter.elements.userName.value = before;
  ask(() => ["party:join", { roomId: texts.room, userName: name() }]);
}
