// The tickets of an event: what becomes of them without a reload, and the frame they are sold in.
// Runs in the event's page, in its organiser's, and in the page that other sites show in a frame.

import { localise } from "./api.js";
import { refreshFrom } from "./refresh.js";

const ANSWERS_WITHIN = 10000;
const LISTEN_AGAIN = 15000;
const LONGEST_PAUSE = 60000;
// Thousands may hear the same news; they need not all ask in the same moment.
const SPREAD = 750;
const HIGHEST = 20000;

/** Does something once an element can be seen. */
function whenSeen(element, act) {
  if (!("IntersectionObserver" in window)) {
    act();
    return;
  }
  const observer = new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) {
      observer.disconnect();
      act();
    }
  });
  observer.observe(element);
}

/** Shows what a frame of the ticketing system has, or says that it does not answer. */
function attach(frame) {
  const lost = frame.parentElement.querySelector("[data-frame-lost]");
  const address = new URL(frame.dataset.src, location.href);
  let attempt = 0;

  function open() {
    const mine = ++attempt;
    let unreachable = false;
    let hasLoaded = false;
    const isOver = () => mine !== attempt;
    const giveUp = () => {
      if (!isOver() && !frame.dataset.answered) {
        frame.hidden = true;
        lost.hidden = false;
      }
    };
    lost.hidden = true;
    frame.hidden = false;
    frame.addEventListener("load", () => (hasLoaded = true), { once: true });
    frame.src = address.href;
    setTimeout(() => (!hasLoaded || unreachable) && giveUp(), ANSWERS_WITHIN);
    // Browsers call the page that says a site is away a page that has loaded.
    fetch(address, { method: "HEAD", mode: "no-cors", credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" }).catch(() => {
      unreachable = true;
      giveUp();
    });
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (source !== frame.contentWindow || origin !== address.origin || data?.type !== "resize") {
      return;
    }
    if (data.iframeId && data.iframeId !== frame.id) {
      return;
    }
    frame.dataset.answered = "true";
    frame.hidden = false;
    lost.hidden = true;
    if (data.height > 0 && data.height < HIGHEST) {
      frame.style.blockSize = `${Math.ceil(data.height)}px`;
    }
  });
  lost.querySelector("[data-frame-again]").addEventListener("click", open);
  whenSeen(frame, open);
}

function attachFrames(box) {
  for (const frame of box.querySelectorAll("iframe[data-src]:not([data-attached])")) {
    frame.dataset.attached = "true";
    attach(frame);
  }
}

/** Follows the tickets of one event. */
function follow(box) {
  const { tickets: event, source, part } = box.dataset;
  const news = box.querySelector("[data-tickets-news]");
  const heading = box.querySelector("h2");
  const stands = () => ({ ...box.querySelector("[data-status]")?.dataset });
  let waiting;
  let failures = 0;

  /** Asks how tickets stand; `mark` makes an address that no cache has kept from before. */
  async function renew(mark) {
    const before = stands();
    const wasWithin = box.contains(document.activeElement);
    const address = new URL(source, location.href);
    address.searchParams.set("at", mark);
    if (!(await refreshFrom(address, part).catch(() => false))) {
      failures += 1;
      renewSoon(mark, Math.min(LONGEST_PAUSE, 1000 * 2 ** failures));
      return;
    }
    failures = 0;
    attachFrames(box);
    const after = stands();
    if (after.status !== before.status) {
      news.textContent = box.getAttribute(`data-text-${after.status}`);
    } else if (after.stale !== before.stale && after.stale === "true") {
      news.textContent = box.dataset.textStale;
    }
    if (wasWithin && !box.contains(document.activeElement)) {
      heading.focus();
    }
  }

  /** Asks once, however much news comes at once. */
  function renewSoon(mark, atLeast = 0) {
    clearTimeout(waiting);
    waiting = setTimeout(() => renew(mark), atLeast + Math.random() * SPREAD);
  }

  let updates;

  function listen() {
    updates?.close();
    updates = new EventSource(`/api/events/updates?eventId=${event}`);
    // Between what the server rendered and now, and while nobody listened, news may have passed.
    updates.addEventListener("open", () => renewSoon(Date.now()));
    updates.addEventListener("message", ({ data }) => {
      const { type, timestamp } = JSON.parse(data);
      if (type === "ticketing_status_changed") {
        renewSoon(timestamp);
      } else if (type === "resync") {
        renewSoon(Date.now());
      }
    });
    updates.addEventListener("error", () => {
      if (updates.readyState === EventSource.CLOSED) {
        setTimeout(listen, LISTEN_AGAIN);
      }
    });
  }

  attachFrames(box);
  // A page may show many frames of ours; those that nobody sees hold no connection.
  whenSeen(box, listen);
  addEventListener("pagehide", () => updates?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && listen());
}

/** Tells the page around us how high we are. */
function tellHeight() {
  const tell = () => parent.postMessage({ type: "stagedoor:height", height: document.documentElement.getBoundingClientRect().height }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", ({ data, source }) => source === parent && data?.type === "stagedoor:measure" && tell());
  tell();
}

document.querySelectorAll("[data-tickets]").forEach(follow);
if (document.body.hasAttribute("data-embedded")) {
  localise(document);
  if (parent !== window) {
    tellHeight();
  }
}
