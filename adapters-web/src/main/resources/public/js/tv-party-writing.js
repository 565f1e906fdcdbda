// What somebody writes in a party: it is put back where the server does not take it, with the reason
// at the field.

import { keepFocus } from "./tv-party-focus.js";
import { send } from "./tv-party-line.js";

/**
 * Has a form say things of a type, one after the other: whoever sends the next before there is an
 * answer is heard after it. What is put back is `joined` with what was typed since.
 */
export function writing(form, type, joined) {
  const fields = [...form.elements].filter((one) => one.name);
  const around = form.closest("details");
  let sent;
  let isNext = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    const data = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
    isNext = Boolean(sent);
    if (!sent && fields.every((field) => !field.required || data[field.name]) && send(type, data)) {
      sent = data;
      clear();
      keepFocus(() => {
        form.reset();
        around?.removeAttribute("open");
      });
    }
  });
  form.addEventListener("input", () => {
    isNext = false;
    clear();
  });

  function clear() {
    for (const field of fields) {
      field.removeAttribute("aria-invalid");
      place(field).hidden = true;
      place(field).textContent = "";
    }
  }

  /** The server took what was sent last. */
  function taken() {
    sent = undefined;
    if (isNext) {
      form.requestSubmit();
    }
  }

  function putBack() {
    for (const field of fields) {
      field.value = joined(sent[field.name], field.value);
    }
    around?.setAttribute("open", "");
    forget();
  }

  function forget() {
    sent = undefined;
    isNext = false;
  }

  /** The server did not take it, and says why; returns whether there was something to take. */
  function refused(message, errors) {
    if (!sent) {
      return false;
    }
    const isHere = (around ?? form).contains(document.activeElement);
    putBack();
    clear();
    const faulty = fields.filter((field) => errors.some((error) => error.field === field.name));
    for (const field of faulty.length > 0 ? faulty : fields.slice(0, 1)) {
      field.setAttribute("aria-invalid", "true");
      place(field).textContent = errors.filter((error) => faulty.length === 0 || error.field === field.name).map((error) => error.message).join(" ") || message;
      place(field).hidden = false;
    }
    isHere && form.querySelector("[aria-invalid]").focus();
    return true;
  }

  /** The line was lost before there was an answer, which only the party can tell now. */
  function resumed(isTaken) {
    if (sent) {
      isTaken(sent) ? taken() : putBack();
    }
  }

  return { taken, refused, resumed, forget };
}

const place = (field) => document.getElementById(`${field.id}-fault`);
