package dev.stagedoor.application.memorials;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.PriceBook;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.ServicePlan;
import java.time.Instant;
import java.util.List;

/**
 * A memorial's schedule, what it costs, and how far its booking has come.
 *
 * @param surplus what was paid too much and is to go back
 */
public record ScheduleView(
    ServicePlan services,
    Selection selection,
    List<LineItemView> lineItems,
    Money total,
    Money paid,
    Money balance,
    Money surplus,
    String bookingStatus,
    PriceBook prices,
    Instant savedAt,
    long version) {
  static ScheduleView of(Booking booking, PriceBook prices) {
    return new ScheduleView(
        booking.services(),
        booking.selection(),
        booking.quote().lines().stream().map(LineItemView::of).toList(),
        booking.quote().total(),
        booking.paid(),
        booking.balance(),
        booking.surplus(),
        booking.status().code(),
        prices,
        booking.savedAt(),
        booking.version());
  }
}
