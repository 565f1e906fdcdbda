package dev.stagedoor.domain.memorials.port;

import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.MemorialId;
import java.util.Optional;

/** Keeps the booking of each memorial. All methods need an open unit of work. */
public interface BookingRepository {
  Optional<Booking> find(MemorialId memorial);

  /** Finds and locks a booking until the unit of work ends. */
  Optional<Booking> lock(MemorialId memorial);

  /**
   * Inserts or updates; returns the stored version.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  long save(Booking booking);
}
