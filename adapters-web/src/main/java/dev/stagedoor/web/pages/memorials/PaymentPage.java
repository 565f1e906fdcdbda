package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.application.payments.PaymentForms;
import dev.stagedoor.domain.memorials.BookingStatus;

/** What is to be paid for a memorial's booking, or that it was. */
public record PaymentPage(MemorialView memorial, ScheduleView schedule, PaymentForms forms) {
  public boolean isComplete() {
    return schedule.selection().tier().isPresent();
  }

  public boolean isSettled() {
    return schedule.bookingStatus().equals(BookingStatus.PAID.code())
        && schedule.balance().isZero();
  }
}
