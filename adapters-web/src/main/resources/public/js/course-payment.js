// Paying for a course.

import { call, Refused } from "./api.js";
import { begin } from "./payment.js";

const { subject: course } = document.querySelector("[data-payment]").dataset;

let payment;

begin({
  async open() {
    const { data } = await call("POST", "/api/payment/payments", { courseId: course });
    payment = data.paymentId;
    if (data.status === "completed") {
      return { status: "paid" };
    }
    return { provider: data.provider, paymentIntentId: data.gatewayOrderId, clientSecret: data.clientSecret, publishableKey: data.publishableKey };
  },
  isPaid: (code) => code === "ALREADY_ENROLLED",
  // Asks the provider, and opens the course at once where it was paid.
  async look() {
    if (!payment) {
      const { data } = await call("GET", `/api/course/enrollments/course/${course}`);
      return { state: data.status === "dropped" ? "open" : "paid" };
    }
    try {
      await call("POST", `/api/payment/payments/${payment}/verify`, {});
      return { state: "paid" };
    } catch (refused) {
      if (refused instanceof Refused && refused.status === 402) {
        return refused.problem.paymentStatus === "failed" ? { state: "failed", why: refused.problem.gatewayError } : { state: "open" };
      }
      throw refused;
    }
  },
});
