// On every page: times in the reader's zone, copying, covering secrets, asking before deleting.

import { confirmed, localise, say } from "./api.js";

const texts = document.body.dataset;

localise(document);
document.querySelector("[data-focus]")?.focus();

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(field.value);
    say(texts.textCopied);
  } catch {
    field.type = "text";
    field.select();
    say(texts.textCopyFailed);
  }
}

function reveal(button) {
  const field = document.getElementById(button.dataset.reveal);
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.querySelector("[data-word]").textContent = shown ? button.dataset.hide : button.dataset.show;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) {
    return;
  }
  if (button.dataset.copy) {
    copy(button);
  } else if (button.dataset.reveal) {
    reveal(button);
  } else if (button.dataset.confirm && button.type === "submit" && button.form) {
    event.preventDefault();
    if (await confirmed(button.dataset.confirm, button.dataset.confirmYes)) {
      button.form.requestSubmit(withoutQuestion(button));
    }
  }
});

// The same button without its question, or submitting would ask again.
function withoutQuestion(button) {
  delete button.dataset.confirm;
  return button;
}

// A form that was sent is not sent twice by an impatient second click.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, 5000);
});

// A page that comes back from the browser's own cache may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
  }
});
