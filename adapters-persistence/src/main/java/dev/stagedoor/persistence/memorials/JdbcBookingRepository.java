package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcBookingRepository implements BookingRepository {
  private final BookingRows rows;

  JdbcBookingRepository(BookingRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Booking> find(MemorialId memorial) {
    return rows.findById(memorial.value()).map(BookingRow::toDomain);
  }

  @Override
  public Optional<Booking> lock(MemorialId memorial) {
    return rows.findByMemorialIdForUpdate(memorial.value()).map(BookingRow::toDomain);
  }

  @Override
  public long save(Booking booking) {
    BookingRow row = BookingRow.from(booking.snapshot());
    return Versions.save(row.version(), () -> rows.insert(row) != null, () -> rows.update(row));
  }
}
