package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps bookings in memory. */
public final class InMemoryBookingRepository implements BookingRepository {
  private final InMemoryStore.Table<MemorialId, Booking.Snapshot> table;

  public InMemoryBookingRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Booking> find(MemorialId memorial) {
    return table.find(memorial).map(Booking::restore);
  }

  @Override
  public Optional<Booking> lock(MemorialId memorial) {
    return table.lock(memorial).map(Booking::restore);
  }

  @Override
  public long save(Booking booking) {
    Booking.Snapshot next = next(booking.snapshot());
    table.put(booking.memorial(), next, Booking.Snapshot::version, booking.version());
    return next.version();
  }

  public Stream<Booking> all() {
    return table.rows().map(Booking::restore);
  }

  private static Booking.Snapshot next(Booking.Snapshot of) {
    return new Booking.Snapshot(
        of.memorial(),
        of.services(),
        of.selection(),
        of.quote(),
        of.status(),
        of.taken(),
        of.paid(),
        of.owedAgain(),
        of.payment(),
        of.savedAt(),
        of.version() + 1);
  }
}
