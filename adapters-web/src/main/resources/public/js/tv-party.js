// Watching together: who is in a party, what they write, and what its host does with it.

import { fill, say } from "./api.js";
import { done, forget } from "./tv-party-controls.js";
import { keepFocus } from "./tv-party-focus.js";
import { open, send, tellTo } from "./tv-party-line.js";
import { follow, keepStep } from "./tv-party-picture.js";
import { writing } from "./tv-party-writing.js";

const root = document.querySelector("[data-party]");
const texts = root.dataset;
const $ = (name) => root.querySelector(`[data-party-${name}]`);

const enter = $("enter");
const room = $("room");
const fault = $("fault");
const connection = $("connection");

/** What is known of the party; nothing before somebody is in one. */
let party;
let wanted;
let again;

const { me } = texts;

const talk = writing($("say"), "party:chat", (before, since) => `${before} ${since}`.trim());
const choice = writing($("media"), "party:media", (before, since) => since || before);
const written = { "party:chat": talk, "party:media": choice };

function complain(text) {
  fault.textContent = text;
  fault.hidden = text === "";
}

/** Goes where somebody wants to be. */
function join() {
  clearTimeout(again);
  if (wanted) {
    send(...wanted());
  }
}

function tell(state, text) {
  connection.dataset.state = state;
  connection.textContent = text;
}

// What comes.

tellTo({
  opened: join,
  heard: (message) => keepFocus(() => hear(message)),
  lost: (isForGood) => {
    tell("lost", isForGood ? "" : texts.textLost);
    if (isForGood) {
      complain(document.body.dataset.textSignedOut);
      // Who was sent to sign in elsewhere comes back to this page.
      window.addEventListener("focus", open, { once: true });
    }
  },
});
setInterval(() => party && send("party:sync"), 5000);

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
  follow(party);
  draw();
  if (isAnew) {
    $("lines").replaceChildren(...data.messages.map(line));
    $("lines").scrollTop = $("lines").scrollHeight;
    talk.resumed(({ message }) => data.messages.some((one) => one.userId === me && one.message === message));
    choice.resumed(({ mediaUrl }) => data.mediaUrl === mediaUrl);
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
    party.members.forEach((member) => Object.assign(member, { isReady: false }));
    moved(data);
    follow(party);
    choice.taken();
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
    data.userId === me && talk.taken();
  },
  "party:message-removed": ({ messageId }) => $("lines").querySelector(`[data-id="${CSS.escape(messageId)}"]`)?.remove(),
  "party:ended": () => over(texts.textEnded),
};

function moved(data) {
  move(data);
  done();
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
  if (type === "party:create" || type === "party:join") {
    wanted && come(data);
  } else if (type === "party:sync") {
    takeState(data, false);
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

// What says nothing of the party, but of the moment.
const PASSING = /^(PROVIDER_.*|RATE_LIMITED|INTERNAL_ERROR)$/;
const USUAL_PAUSE = 5;

// What the page does by itself, and again, or what is done with.
const UNASKED = ["party:sync", "party:ready", "party:leave"];

function refused({ code, message, errors = [], requestType, retryAfter = USUAL_PAUSE }) {
  const text = [message, ...errors.map((error) => error.message)].join(" ");
  if (requestType === "party:join" && PASSING.test(code)) {
    party ? tell("lost", texts.textLost) : complain(text);
    clearTimeout(again);
    again = setTimeout(join, 1000 * retryAfter * (1 + Math.random() / 4));
  } else if (requestType === "party:create" || requestType === "party:join") {
    over("");
    complain(text);
  } else if (!written[requestType]?.refused(message, errors) && !UNASKED.includes(requestType)) {
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
  $("title").textContent = $("title").dataset.textWithin;
  takeState(data, true);
}

function over(text) {
  if (party) {
    kept(party.roomId, "");
  }
  wanted = undefined;
  party = undefined;
  forget();
  talk.forget();
  choice.forget();
  follow(undefined);
  room.hidden = true;
  enter.hidden = false;
  complain(text);
}

function ask(what) {
  complain("");
  wanted = what;
  join();
  open();
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
  // Whoever cannot be heard now is gone all the same: nobody waits for them for long.
  send("party:leave");
  keepFocus(() => over(""));
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
  drawMembers();
  $("say").querySelector("button").disabled = Boolean(find(me)?.isMuted);
  for (const one of $("lines").children) {
    one.querySelector("button").hidden = !hosts && one.dataset.user !== me;
  }
}

/** Who is still there stays where they are: somebody may be about to press a button beside them. */
function drawMembers() {
  const list = $("members");
  const items = new Map([...list.children].map((item) => [item.dataset.user, item]));
  const present = party.members.map((member) => person(items.get(member.userId), member));
  [...list.children].filter((item) => !present.includes(item)).forEach((item) => item.remove());
  present.forEach((item, at) => list.children[at] === item || list.insertBefore(item, list.children[at] ?? null));
}

function person(known, member) {
  const item = known ?? root.querySelector("template[data-party-member]").content.firstElementChild.cloneNode(true);
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

// Reloaded in the midst of a party, the page goes on with it.

tell("", texts.textConnecting);
const before = texts.room && kept(texts.room);
enter.hidden = false;
if (before) {
  enter.elements.userName.value = before;
  ask(() => ["party:join", { roomId: texts.room, userName: name() }]);
}
