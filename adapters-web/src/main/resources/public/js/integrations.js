// Integrations: when one of them, or the plan, changes elsewhere, the page shows it. The server
// renders; this only asks for it.

import { refresh } from "./refresh.js";

const root = document.querySelector("[data-workspace]");
const PARTS = [...root.querySelectorAll("[data-refresh]")].map((part) => part.dataset.refresh);

let renewing;
let updates;

function renewSoon() {
  clearTimeout(renewing);
  renewing = setTimeout(() => refresh(...PARTS).catch(() => {}), 250);
}

function listen() {
  updates = new EventSource(`/api/workspaces/${root.dataset.workspace}/updates`);
  updates.onmessage = renewSoon;
}

listen();
window.addEventListener("pagehide", () => updates.close());
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    renewSoon();
    listen();
  }
});
