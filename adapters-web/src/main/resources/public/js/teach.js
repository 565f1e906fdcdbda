// What a teacher puts a course together with: switches, and sending videos with a bar that shows how
// far they are. Everything else on the page is plain forms.

import { call, fill, language, Refused, say } from "./api.js";
import { refresh } from "./refresh.js";

const root = document.querySelector("[data-teach]");
const texts = root.dataset;
const news = root.querySelector("[data-teach-news]");
const LOOK_EVERY = 3000;

// Some systems do not know the type of such files.
const TYPES = { mp4: "video/mp4", m4v: "video/mp4", mov: "video/quicktime", webm: "video/webm", mkv: "video/x-matroska", avi: "video/x-msvideo", mpg: "video/mpeg", mpeg: "video/mpeg", ogv: "video/ogg" };

const typeOf = (file) => file.type || TYPES[file.name.split(".").pop().toLowerCase()] || "application/octet-stream";

const percent = new Intl.NumberFormat(language, { style: "percent" });

// Files on their way, by lecture.
const sending = new Map();

function reveal() {
  for (const form of root.querySelectorAll("[data-upload]")) {
    form.hidden = false;
  }
}

reveal();
root.addEventListener("refreshed", reveal);

root.addEventListener("change", async (event) => {
  const { setting } = event.target.dataset;
  if (!setting) {
    return;
  }
  const lecture = event.target.closest("[data-key]").dataset.key;
  try {
    await call("PATCH", `/api/course/lectures/${lecture}`, { [setting]: event.target.checked });
    say(texts.textSaved);
    await renew();
  } catch (refused) {
    event.target.checked = !event.target.checked;
    say(refused.message);
  }
});

root.addEventListener("submit", (event) => {
  if (event.target.matches("[data-upload]")) {
    event.preventDefault();
    send(event.target);
  }
});

root.addEventListener("click", (event) => {
  const cancel = event.target.closest("[data-cancel]");
  if (cancel) {
    sending.get(cancel.closest("[data-lecture]").dataset.lecture)?.abort();
  }
});

window.addEventListener("beforeunload", (event) => {
  if (sending.size > 0) {
    event.preventDefault();
  }
});

/** Sends a video straight to where it is kept, and says that it is there. */
async function send(form) {
  const { lecture } = form.closest("[data-lecture]").dataset;
  const file = form.elements.file.files[0];
  const parts = { bar: form.querySelector("[data-sending]"), news: form.querySelector("[data-upload-news]"), fault: form.querySelector("[data-upload-fault]"), button: form.querySelector("[type=submit]"), cancel: form.querySelector("[data-cancel]") };
  if (!file || sending.has(lecture)) {
    return;
  }
  parts.fault.hidden = true;
  const contentType = typeOf(file);
  if (file.size === 0 || !contentType.startsWith("video/")) {
    fail(parts, texts.textNotVideo);
    return;
  }
  const abort = new AbortController();
  sending.set(lecture, abort);
  parts.button.disabled = true;
  parts.cancel.hidden = false;
  parts.news.textContent = texts.textPreparing;
  try {
    const { data } = await call("POST", `/api/course/lectures/${lecture}/upload`, { fileName: file.name, fileSize: file.size, contentType });
    parts.bar.hidden = false;
    await put(data, file, abort.signal, (part) => tell(parts, part));
    parts.cancel.hidden = true;
    parts.news.textContent = texts.textChecking;
    await call("POST", `/api/course/lectures/${lecture}/confirm-upload`, { fileId: data.fileId });
    form.reset();
    news.textContent = texts.textTaken;
  } catch (refused) {
    if (abort.signal.aborted) {
      parts.news.textContent = texts.textCancelled;
    } else {
      fail(parts, refused.message);
    }
  } finally {
    sending.delete(lecture);
    parts.button.disabled = false;
    parts.cancel.hidden = true;
    parts.bar.hidden = true;
    parts.bar.value = 0;
    parts.bar.dataset.told = "";
  }
  if (parts.fault.hidden && !abort.signal.aborted) {
    await renew().catch(() => {});
  }
}

function fail(parts, text) {
  parts.news.textContent = "";
  parts.fault.textContent = text;
  parts.fault.hidden = false;
}

// The bar moves all the time; what is read out changes every ten percent.
function tell({ bar, news: line }, part) {
  bar.value = part * 100;
  const tenth = Math.floor(part * 10);
  if (bar.dataset.told !== String(tenth)) {
    bar.dataset.told = String(tenth);
    line.textContent = fill(texts.textSending, { percent: percent.format(tenth / 10) });
  }
}

// fetch cannot tell how much was sent.
function put({ uploadUrl, headers }, file, signal, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("PUT", uploadUrl);
    for (const [name, value] of Object.entries(headers ?? {})) {
      // A browser knows these by itself, and lets nobody else say them.
      if (!/^(host|content-length)$/i.test(name)) {
        request.setRequestHeader(name, value);
      }
    }
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => (request.status >= 200 && request.status < 300 ? done() : failed(new Refused(request.status, { detail: texts.textNotSent })));
    request.onerror = () => failed(new Refused(0, {}));
    request.onabort = () => failed(new Refused(0, {}));
    signal.addEventListener("abort", () => request.abort());
    if (signal.aborted) {
      failed(new Refused(0, {}));
      return;
    }
    request.send(file);
  });
}

let renewing;

/** Renews the list, but never under the hands of somebody who types in it or sends a file. */
async function renew() {
  const typing = document.activeElement?.closest?.("[data-refresh] input, [data-refresh] select, [data-refresh] textarea");
  if (sending.size > 0 || (typing && typing.type !== "checkbox") || root.querySelector("[data-upload] [name=file]:valid")) {
    clearTimeout(renewing);
    renewing = setTimeout(() => renew().catch(() => {}), LOOK_EVERY);
    return;
  }
  await refresh("curriculum");
}

/** Asks how far the videos are that are being prepared. */
async function look() {
  if (document.hidden) {
    return;
  }
  for (const one of root.querySelectorAll('[data-video][data-status="processing"]')) {
    const { status, progress } = await call("GET", `/api/course/lectures/${one.dataset.lecture}/status`);
    if (status !== "processing") {
      news.textContent = status === "completed" ? texts.textReady : texts.textFailed;
      await renew();
      return;
    }
    one.querySelector("[data-processing]").value = progress;
  }
}

setInterval(() => look().catch(() => {}), LOOK_EVERY);
