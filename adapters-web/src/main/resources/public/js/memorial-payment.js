// Paying for a memorial's booking.

import { call, money } from "./api.js";
import { begin } from "./payment.js";

const memorial = document.querySelector("[data-payment]").dataset.subject;

begin({
  open: () => call("POST", "/api/create-payment-intent", { memorialId: memorial }),
  isPaid: (code) => code === "ALREADY_PAID",
  async look() {
    const { booking } = (await call("GET", `/api/memorials/${memorial}/config`)).data;
    const settled = booking.status === "paid" && Number(booking.balance) === 0;
    return { state: settled ? "paid" : booking.status === "failed" ? "failed" : "open", booking };
  },
  paid(now) {
    if (now?.booking) {
      const { booking } = now;
      for (const [name, amount] of Object.entries({ paid: booking.paid, balance: booking.balance })) {
        document.querySelector(`[data-${name}]`).textContent = money(amount, booking.currency);
        document.querySelector(`[data-${name}-row]`).hidden = false;
      }
    }
  },
});
