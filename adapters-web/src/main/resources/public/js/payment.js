// Paying: asks the server for the charge, shows the provider's form, and then waits until the
// server knows that the money was taken. What the browser believes never counts as paid.

import { call, pause } from "./api.js";
import { loaded } from "./script.js";

const root = document.querySelector("[data-payment]");
const texts = root.dataset;
const status = root.querySelector("[data-payment-status]");
const problem = root.querySelector("[data-payment-error]");
const problemText = root.querySelector("[data-payment-error-text]");
const again = root.querySelector("[data-payment-again]");
const RETRY_PAUSE = 2000;
const LOOK_FOR = 90;

const REASONS = {
  card_declined: texts.textCardDeclined,
  insufficient_funds: texts.textInsufficientFunds,
  expired_card: texts.textExpiredCard,
  authentication_failed: texts.textAuthenticationFailed,
  network_error: texts.textNetworkError,
};

// Who waits; whoever waited before stops.
let turn = 0;

// What is paid for: how its payment is opened, and where it stands.
let subject;

// The form that is shown, the sandbox's or that of whoever takes the money.
let shown = null;

function tell(text) {
  status.textContent = text;
}

function fail(text, retry) {
  tell("");
  problemText.textContent = text;
  problem.hidden = false;
  again.parentElement.hidden = !retry;
  again.onclick = retry ?? null;
  problem.focus();
}

function clear() {
  problem.hidden = true;
  root.querySelector("[data-earlier]")?.remove();
}

function show(form) {
  form.hidden = false;
  shown = form;
}

function busy(form, isBusy) {
  const button = form.querySelector("[data-pay]");
  button.setAttribute("aria-disabled", String(isBusy));
  form.dataset.busy = isBusy ? "true" : "";
}

/** Says what went wrong in our words where we have some; recoverable errors leave the form open. */
function explain(error, retry) {
  const known = REASONS[error.code];
  if (error.recoverable === false && !known) {
    fail(error.message || texts.textUnknown);
  } else {
    fail(known ?? error.message ?? texts.textUnknown, error.shouldRetry ? retry : undefined);
  }
}

/** Looks until the payment is through, has failed, or takes too long. */
async function awaitOutcome(waiting) {
  turn += 1;
  const mine = turn;
  // An earlier attempt may have failed; only a failure that comes now is this one's.
  let last = await subject.look().catch(() => ({ state: "open" }));
  if (last.state === "paid") {
    paid(last);
    return;
  }
  tell(waiting);
  for (let i = 0; i < LOOK_FOR && mine === turn; i += 1) {
    await pause(i < 20 ? 1000 : 3000);
    let now;
    try {
      now = await subject.look();
    } catch {
      continue;
    }
    if (now.state === "paid") {
      paid(now);
      return;
    }
    if (now.state === "failed" && last.state !== "failed") {
      if (shown) {
        busy(shown, false);
      }
      fail(now.why ?? texts.textFailed, shown ? undefined : open);
      return;
    }
    last = now;
    if (i === 20) {
      tell(waiting === texts.textPending ? waiting : texts.textSlow);
    }
  }
}

function paid(now) {
  turn += 1;
  subject.paid?.(now);
  root.dataset.state = "paid";
  root.querySelector("[data-open-panel]").hidden = true;
  const panel = root.querySelector("[data-paid-panel]");
  panel.hidden = false;
  panel.focus();
}

// The sandbox's card form

function sandbox(checkout) {
  const form = root.querySelector("[data-sandbox-form]");
  show(form);
  for (const card of form.querySelectorAll("[data-test-card]")) {
    card.addEventListener("click", () => {
      const year = String((new Date().getFullYear() + 3) % 100);
      form.elements.cardNumber.value = card.textContent;
      form.elements.expiry.value = `12/${year}`;
      form.elements.cvc.value = "123";
      form.elements.cardNumber.focus();
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!form.dataset.busy) {
      confirm(form, checkout, 1);
    }
  });
}

async function confirm(form, checkout, attempt) {
  clear();
  busy(form, true);
  tell(texts.textProcessing);
  const card = form.elements;
  let answer;
  try {
    answer = await call("POST", `/sandbox/payments/${encodeURIComponent(checkout.paymentIntentId)}/confirm`, {
      cardNumber: card.cardNumber.value,
      expiry: card.expiry.value,
      cvc: card.cvc.value,
    });
  } catch (refused) {
    if (refused.status === 0 || refused.status >= 500) {
      // The far side may have acted: only the server can find out.
      await awaitOutcome(texts.textLost);
      return;
    }
    busy(form, false);
    const told = refused.problem.error;
    explain(typeof told === "object" ? told : { message: refused.message });
    return;
  }
  if (answer.status === "succeeded") {
    await awaitOutcome(texts.textProcessing);
  } else if (answer.error) {
    if (answer.error.shouldRetry && attempt === 1) {
      tell(texts.textRetrying);
      await pause(RETRY_PAUSE);
      await confirm(form, checkout, 2);
      return;
    }
    busy(form, false);
    explain(answer.error, () => confirm(form, checkout, 1));
  } else {
    await awaitOutcome(texts.textPending);
  }
}

// The form of whoever takes the money, from them. A script in the provider's folder shows it.

async function theirs(checkout, { show: script, library: address }) {
  const form = root.querySelector("[data-provider-form]");
  const place = form.querySelector("[data-provider-place]");
  place.replaceChildren();
  await loaded(address).catch(() => {
    throw new Error(texts.textUnknown);
  });
  const provider = await import(script).catch(() => {
    throw new Error(texts.textUnknown);
  });
  const pay = await provider.show({ checkout, place, texts, language: document.documentElement.lang });
  show(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.busy) {
      return;
    }
    clear();
    busy(form, true);
    tell(texts.textProcessing);
    const outcome = await pay();
    if (outcome.error) {
      busy(form, false);
      explain(outcome.error);
    } else if (outcome.left) {
      busy(form, false);
      tell(texts.textLeft);
    } else {
      await awaitOutcome(outcome.pending ? texts.textPending : texts.textProcessing);
    }
  });
}

// Beginning

async function open() {
  clear();
  tell(texts.textOpening);
  try {
    const checkout = await subject.open();
    if (checkout.status === "paid") {
      paid();
      return;
    }
    tell("");
    const provider = root.querySelector(`[data-provider="${CSS.escape(checkout.provider)}"]`);
    if (provider) {
      await theirs(checkout, provider.dataset);
    } else {
      sandbox(checkout);
    }
    if (new URLSearchParams(location.search).get("redirect_status")) {
      busy(shown, true);
      await awaitOutcome(texts.textProcessing);
    }
  } catch (refused) {
    if (subject.isPaid(refused.problem?.code)) {
      paid();
    } else if (refused.problem?.code === "PAYMENT_IN_PROGRESS") {
      tell(texts.textPending);
      await awaitOutcome(texts.textPending);
    } else {
      fail(refused.message ?? texts.textUnknown, open);
    }
  }
}

/**
 * Begins paying where something is to be paid.
 *
 * @param what `open` asks for the charge, `look` answers with the state (open, failed with `why`, or
 *     paid), `isPaid` tells which refusals mean that nothing is owed, `paid` is told of the end
 */
export function begin(what) {
  subject = what;
  if (texts.state === "open") {
    open();
  }
}
