// Where the focus goes when what has it goes: somewhere near, so that whoever uses the keyboard does
// not begin at the top of the page again.

const root = document.querySelector("[data-party]");
const $ = (name) => root.querySelector(`[data-party-${name}]`);

const isShown = (one) => one.isConnected && (one.checkVisibility?.() ?? one.getClientRects().length > 0);

/** Changes the page, and moves the focus where that takes away what has it. */
export function keepFocus(change) {
  const had = document.activeElement;
  const places = root.contains(had) ? near(had) : [];
  change();
  if (places.length > 0 && !isShown(had)) {
    places.find((one) => isShown(one) && one.textContent.trim() !== "")?.focus();
  }
}

/** Lists what is near, the nearest first: its own place in a list, the next ones, those before. */
function near(had) {
  const item = had.closest("li");
  const items = item ? [...item.parentElement.children] : [];
  const at = items.indexOf(item);
  return [
    ...[...items.slice(at), ...items.slice(0, Math.max(0, at)).reverse()].flatMap((one) => [...one.querySelectorAll("button")]),
    had.closest("details")?.querySelector("summary"),
    had.closest("section")?.querySelector("h2"),
    $("room").contains(had) ? $("heading") : undefined,
    $("title"),
  ].filter(Boolean);
}
