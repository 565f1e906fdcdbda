// While a playlist is fetched, the list is renewed until it stands.

import { pause } from "./api.js";
import { refresh } from "./refresh.js";

const EVERY = 2000;
const news = document.querySelector("[data-playlists-news]");
const isFetching = () => document.querySelector("[data-fetching]") !== null;

async function follow() {
  while (isFetching()) {
    await pause(EVERY);
    try {
      if (!(await refresh("playlists"))) {
        return;
      }
    } catch {
      // The line is down for a moment; the next time may go better.
    }
    if (!isFetching()) {
      const faults = [...document.querySelectorAll("[data-status=failed] .fault")].map((one) => one.textContent);
      news.textContent = faults.length > 0 ? faults.join(" ") : news.dataset.textReady;
    }
  }
}

follow();
