// Shows Stripe's own form in a page, and pays by it. The library is loaded before.

// What we have words for.
const REASONS = {
  generic_decline: "card_declined",
  payment_intent_authentication_failure: "authentication_failed",
};

export async function show({ checkout, place, language }) {
  const ours = getComputedStyle(document.documentElement);
  const colour = (name) => ours.getPropertyValue(name).trim();
  const client = window.Stripe(checkout.publishableKey, { locale: language });
  const elements = client.elements({
    clientSecret: checkout.clientSecret,
    appearance: {
      theme: matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "stripe",
      variables: {
        colorPrimary: colour("--accent"),
        colorBackground: colour("--raised"),
        colorText: colour("--ink"),
        colorDanger: colour("--bad"),
        borderRadius: "10px",
      },
    },
  });
  elements.create("payment").mount(place);
  return async () => {
    const { error, paymentIntent } = await client.confirmPayment({
      elements,
      redirect: "if_required",
      confirmParams: { return_url: location.href.split("?")[0] },
    });
    if (!error) {
      return { pending: paymentIntent?.status === "processing" };
    }
    const code = error.decline_code ?? error.code;
    const recoverable = error.type === "card_error" || error.type === "validation_error";
    return { error: { code: REASONS[code] ?? code, message: error.message, recoverable } };
  };
}
