// A preview: a player, whose address is found anew when it has run out.

import { call } from "./api.js";
import { attachPlayers } from "./player.js";

const { lecture } = document.querySelector("[data-watch]").dataset;

attachPlayers(document, {
  renew: async () => (await call("GET", `/api/course/lectures/${lecture}`)).data.videoUrl,
});
