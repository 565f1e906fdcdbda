// Renews a part of the page from the server without touching what has not changed, so that a video
// that plays goes on playing. The server renders; this only swaps.

import { localise } from "./api.js";

/** Fetches this page again and renews the parts marked data-refresh with one of the given names. */
export const refresh = (...names) => refreshFrom(location.href, ...names);

/** Renews such parts by those of the same names in another page of ours. */
export async function refreshFrom(address, ...names) {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok || answer.redirected) {
    return false;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return names.map((name) => `[data-refresh="${name}"]`).every((part) => swap(document.querySelector(part), page.querySelector(part)));
}

function swap(shown, fresh) {
  if (!fresh || !shown) {
    return false;
  }
  const focused = document.activeElement?.id;
  const opened = [...shown.querySelectorAll("details[open][id]")].map((one) => one.id);
  renew(shown, fresh);
  localise(shown);
  for (const id of opened) {
    document.getElementById(id)?.setAttribute("open", "");
  }
  if (focused && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus();
  }
  shown.dispatchEvent(new CustomEvent("refreshed", { bubbles: true }));
  return true;
}

function renew(shown, fresh) {
  const known = new Map([...shown.children].filter((one) => one.dataset.key).map((one) => [one.dataset.key, one]));
  const next = [...fresh.children].map((one) => {
    const old = known.get(one.dataset.key);
    if (!old) {
      return document.adoptNode(one);
    }
    if (one.dataset.fingerprint !== undefined) {
      return one.dataset.fingerprint === old.dataset.fingerprint ? old : document.adoptNode(one);
    }
    return within(old, one);
  });
  // Moving a playing video stops it, so only what is in the wrong place is moved.
  for (const gone of [...shown.children].filter((one) => !next.includes(one))) {
    gone.remove();
  }
  next.forEach((one, i) => {
    if (shown.children[i] !== one) {
      shown.insertBefore(one, shown.children[i] ?? null);
    }
  });
}

// A section with a heading and a keyed list: its heading is renewed, its list compared.
function within(old, fresh) {
  const list = old.querySelector("[data-keyed]");
  const freshList = fresh.querySelector("[data-keyed]");
  const heading = old.querySelector("h2");
  const freshHeading = fresh.querySelector("h2");
  if (list && freshList) {
    if (heading && freshHeading) {
      heading.textContent = freshHeading.textContent;
    }
    renew(list, freshList);
    return old;
  }
  return document.adoptNode(fresh);
}
