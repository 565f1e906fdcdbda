package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("bookings")
record BookingRow(
    @Id UUID memorialId,
    @TypeDef(type = DataType.JSON) ServicePlanJson services,
    @TypeDef(type = DataType.JSON) SelectionJson selection,
    @TypeDef(type = DataType.JSON) QuoteJson quote,
    String status,
    long takenMinor,
    long paidMinor,
    long owedAgainMinor,
    String currency,
    @Nullable UUID paymentId,
    Instant savedAt,
    @Version long version) {

  static BookingRow from(Booking.Snapshot booking) {
    PaymentId payment = booking.payment();
    return new BookingRow(
        booking.memorial().value(),
        ServicePlanJson.from(booking.services()),
        SelectionJson.from(booking.selection()),
        QuoteJson.from(booking.quote()),
        booking.status().code(),
        booking.taken().minor(),
        booking.paid().minor(),
        booking.owedAgain().minor(),
        booking.paid().currency().getCurrencyCode(),
        payment == null ? null : payment.value(),
        booking.savedAt(),
        booking.version());
  }

  Booking toDomain() {
    return Booking.restore(
        new Booking.Snapshot(
            new MemorialId(memorialId),
            services.toDomain(),
            selection.toDomain(),
            quote.toDomain(),
            Codes.parse(BookingStatus.class, status),
            Money.of(takenMinor, currency),
            Money.of(paidMinor, currency),
            Money.of(owedAgainMinor, currency),
            paymentId == null ? null : new PaymentId(paymentId),
            savedAt,
            version));
  }
}
