// Opens Razorpay's own window over a page, and tells how it ended. The library is loaded before.

// What we have words for.
const REASONS = {
  payment_declined: "card_declined",
  debit_declined: "card_declined",
  card_expired: "expired_card",
  incorrect_otp: "authentication_failed",
  invalid_otp: "authentication_failed",
  otp_expired: "authentication_failed",
  incorrect_pin: "authentication_failed",
  bank_technical_error: "network_error",
  gateway_technical_error: "network_error",
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
        failure = { code: REASONS[error.reason] ?? error.reason, message: error.description, recoverable: true };
      });
      dialog.open();
    });
}
