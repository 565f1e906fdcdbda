// Opens Razorpay's own window over a page, and tells how it ended. The library is loaded before.

// What we have words for, beside the reasons that are called as we call them.
const REASONS = {
  payment_declined: "card_declined",
  debit_declined: "card_declined",
  debit_instrument_blocked: "card_declined",
  debit_instrument_inactive: "card_declined",
  card_not_enrolled: "card_declined",
  international_transaction_not_allowed: "card_declined",
  transaction_limit_exceeded: "card_declined",
  transaction_daily_limit_exceeded: "card_declined",
  card_expired: "expired_card",
  incorrect_otp: "authentication_failed",
  invalid_otp: "authentication_failed",
  otp_expired: "authentication_failed",
  otp_attempts_exceeded: "authentication_failed",
  incorrect_pin: "authentication_failed",
  pin_attempts_exceeded: "authentication_failed",
  bank_technical_error: "network_error",
  gateway_technical_error: "network_error",
  issuer_technical_error: "network_error",
  bank_not_available: "network_error",
  server_error: "network_error",
};

export async function show({ checkout, place, texts }) {
  const note = document.createElement("p");
  note.className = "small soft";
  note.textContent = texts.textWindow;
  place.append(note);
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
  return () =>
    new Promise((end) => {
      let failure;
      const dialog = new window.Razorpay({
        key: checkout.publishableKey,
        order_id: checkout.paymentIntentId,
        name: document.title,
        theme: { color: accent },
        // Only the server's own look at the order counts as paid.
        handler: () => end({}),
        modal: { ondismiss: () => end(failure ? { error: failure } : { left: true }) },
      });
      dialog.on("payment.failed", ({ error }) => {
        // Without their description, which is in their words and not in the reader's language.
        failure = { code: REASONS[error.reason] ?? error.reason, recoverable: true };
      });
      dialog.open();
    });
}
