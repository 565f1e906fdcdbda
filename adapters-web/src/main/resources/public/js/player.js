// Plays HLS, live or recorded: with hls.js where the browser has Media Source Extensions, else by
// the browser itself, as one file always is. Loads nothing before somebody wants to watch.

import { loaded } from "./script.js";

/** Returns the library that plays HLS, once it is there. */
export async function library(address) {
  await loaded(address);
  return window.Hls;
}

class Player {
  constructor(box, { from = 0, renew } = {}) {
    this.box = box;
    this.from = from;
    this.renew = renew;
    this.texts = box.dataset;
    this.video = box.querySelector("video");
    this.cover = box.querySelector("[data-player-message]");
    this.status = box.querySelector("[data-player-status]");
    this.button = box.querySelector("[data-player-button]");
    this.isLive = box.dataset.live === "true";
    this.tries = 0;
    this.started = false;
    this.video.querySelectorAll("source").forEach((source) => source.remove());
    this.video.removeAttribute("src");
    this.video.controls = false;
    this.button.addEventListener("click", () => this.start());
    this.video.addEventListener("loadedmetadata", () => this.beginAgain());
    this.video.addEventListener("playing", () => this.playing());
    this.video.addEventListener("ended", () => this.isLive && this.show(this.texts.textEnded));
    this.video.addEventListener("error", () => this.started && !this.hls && this.broken());
    this.idle();
  }

  idle() {
    this.box.dataset.state = "idle";
    this.show("", this.texts.textPlay);
  }

  /** Says something over the picture, with a button or without; nothing at all shows the picture. */
  show(text, action = "") {
    this.status.textContent = text;
    this.status.hidden = text === "";
    this.button.textContent = action;
    this.button.hidden = action === "";
    this.cover.hidden = text === "" && action === "";
  }

  async start() {
    this.started = true;
    this.tries = 0;
    this.box.dataset.state = "loading";
    this.show(this.texts.textLoading);
    this.video.controls = true;
    try {
      const Hls = this.isFile ? undefined : await library(this.texts.hls);
      if (Hls?.isSupported()) {
        this.playWith(Hls);
      } else if (this.isFile || this.video.canPlayType("application/vnd.apple.mpegurl")) {
        this.playAlone();
      } else {
        this.fail(this.texts.textUnsupported);
      }
    } catch {
      this.fail(this.texts.textFailed);
    }
    this.video.focus();
  }

  get isFile() {
    return this.texts.file === "true";
  }

  /** Lets the browser play by itself. */
  playAlone() {
    // Named in the address, the place is where playing begins; sought later, the beginning flashes up.
    this.video.src = this.begin > 0 ? `${this.texts.src}#t=${this.begin}` : this.texts.src;
    this.play();
  }

  /** The second at which somebody was, in this visit or the last. */
  get begin() {
    return this.isLive ? 0 : this.from;
  }

  // Who was at the very end begins again.
  beginAgain() {
    if (this.begin > 0 && this.begin >= this.video.duration - 1) {
      this.video.currentTime = 0;
    }
  }

  playWith(Hls) {
    this.stop();
    this.hls = new Hls({ liveDurationInfinity: true, startPosition: this.begin || -1 });
    this.hls.on(Hls.Events.MANIFEST_PARSED, () => this.play());
    this.hls.on(Hls.Events.ERROR, (_, failure) => {
      if (!failure.fatal) {
        return;
      }
      if (failure.type === Hls.ErrorTypes.MEDIA_ERROR && this.tries < 2) {
        this.tries += 1;
        this.hls.recoverMediaError();
      } else {
        this.broken();
      }
    });
    this.hls.loadSource(this.texts.src);
    this.hls.attachMedia(this.video);
  }

  play() {
    this.video.play().catch(() => this.idle());
  }

  playing() {
    this.tries = 0;
    this.box.dataset.state = "playing";
    this.show("");
  }

  // A broadcast that has just begun, or is interrupted, has no picture yet: that is worth waiting for.
  broken() {
    this.from = this.video.currentTime || this.from;
    this.stop();
    this.tries += 1;
    if (this.isLive && this.tries <= 60) {
      this.box.dataset.state = "waiting";
      this.show(this.texts.textWaiting);
      this.again(3000);
    } else if (!this.isLive && this.tries <= 3) {
      this.show(this.texts.textLoading);
      this.again(1000 * 2 ** (this.tries - 1));
    } else {
      this.fail(this.texts.textFailed);
    }
  }

  again(milliseconds) {
    this.timer = setTimeout(async () => {
      if (!this.box.isConnected) {
        return;
      }
      try {
        // An address that was good for a while may have run out.
        this.texts.src = (await this.renew?.()) ?? this.texts.src;
      } catch {
        this.fail(this.texts.textFailed);
        return;
      }
      if (!this.isFile && window.Hls?.isSupported()) {
        this.playWith(window.Hls);
      } else {
        this.playAlone();
      }
    }, milliseconds);
  }

  fail(text) {
    this.stop();
    this.box.dataset.state = "failed";
    this.show(text, this.texts.textRetry);
  }

  stop() {
    clearTimeout(this.timer);
    this.hls?.destroy();
    this.hls = undefined;
  }
}

const players = new Map();

/**
 * Takes over the players within an element, and lets go of those that are gone.
 *
 * @param how `from` is the second at which to begin, `renew` finds the address anew that ran out
 */
export function attachPlayers(within = document, how = {}) {
  for (const [box, player] of players) {
    if (!box.isConnected) {
      player.stop();
      players.delete(box);
    }
  }
  for (const box of within.querySelectorAll("[data-player]")) {
    if (!players.has(box)) {
      players.set(box, new Player(box, how));
    }
  }
}
