package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CoursePaymentView;
import dev.stagedoor.web.pages.Form;

/**
 * Asks before money goes back.
 *
 * @param isTaught whether the teacher asks, who may give back a part, at any time
 * @param back where one comes from, and goes to
 */
public record RefundPage(CoursePaymentView payment, boolean isTaught, String back, Form form) {
  public boolean isOffered() {
    return isTaught ? payment.refundable().isPositive() : payment.mayBeTakenBack();
  }

  /** Returns what tells this question from those before it: sent twice it refunds once. */
  public int turn() {
    return payment.refunds().size();
  }
}
