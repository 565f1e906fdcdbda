package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.BookingBuilder.aBooking;
import static dev.stagedoor.domain.fixture.Samples.aMemorialId;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aPlan;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.BookingBuilder;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of bookings must do. */
public interface BookingRepositoryContract extends RepositoryContract {
  BookingRepository bookings();

  @Test
  default void anUnknownBookingIsAbsent() {
    MemorialId unknown = aMemorialId();

    assertThat(write(() -> bookings().find(unknown))).isEmpty();
    assertThat(write(() -> bookings().lock(unknown))).isEmpty();
  }

  @Test
  default void anEmptyDraftComesBackAsItWasSaved() {
    Booking saved = onFile(aBookingOnFile());

    assertSame(stored(saved.memorial()), saved);
  }

  @Test
  default void everyDetailComesBackAsItWasSaved() {
    Booking saved =
        onFile(
            aBookingOnFile()
                .with(
                    aPlan(
                        aService()
                            .on("2025-03-20")
                            .at("10:30")
                            .in("Asia/Kolkata")
                            .lasting(5)
                            .held("Église Saint-Jean", "1 \"Rue\" d'Été\n69005 Lyon"),
                        aService().on("2025-03-21").lasting(1).held("Cemetery", "2 Hill Road"),
                        aService().at("18:00")),
                    new Selection(
                        Optional.of(Tier.LEGACY), new Selection.Addons(true, true, true, 3)))
                .awaiting(aPaymentId())
                .then(booking -> booking.received(usd(1_000_000), usd(1_000_000)))
                .then(booking -> booking.received(usd(1_000_000), usd(999_900))));

    assertSame(stored(saved.memorial()), saved);
  }

  @Test
  default void aLockedBookingIsTheStoredOne() {
    Booking saved = onFile(aBookingOnFile().with(Tier.LIVE).paid());

    assertSame(write(() -> bookings().lock(saved.memorial()).orElseThrow()), saved);
  }

  @Test
  default void everySaveCountsTheVersionUpAndReturnsIt() {
    MemorialId memorial = aMemorialOnFile();

    assertThat(write(() -> bookings().save(aBooking().of(memorial).build()))).isEqualTo(1);
    assertThat(stored(memorial).version()).isEqualTo(1);

    Booking booking = stored(memorial);
    assertThat(write(() -> bookings().save(booking))).isEqualTo(2);
    assertThat(stored(memorial).version()).isEqualTo(2);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Booking saved = onFile(aBookingOnFile());
    saved.awaitPayment(aPaymentId());
    run(
        () -> {
          bookings().find(saved.memorial()).orElseThrow().awaitPayment(aPaymentId());
          bookings().lock(saved.memorial()).orElseThrow().awaitPayment(aPaymentId());
        });

    assertThat(stored(saved.memorial()).status()).isEqualTo(BookingStatus.DRAFT);
    assertThat(stored(saved.memorial()).payment()).isEmpty();
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Booking saved = onFile(aBookingOnFile());
    Booking mine = stored(saved.memorial());
    change(saved.memorial(), booking -> booking.received(usd(100), usd(100)));
    mine.awaitPayment(aPaymentId());

    assertStale(() -> run(() -> bookings().save(mine)));

    assertThat(stored(saved.memorial()).status()).isEqualTo(BookingStatus.PAID);
  }

  @Test
  default void aMemorialHasOneBooking() {
    Booking saved = onFile(aBookingOnFile());

    assertStale(
        () -> run(() -> bookings().save(aBooking().of(saved.memorial()).with(Tier.LIVE).build())));

    assertThat(stored(saved.memorial()).selection().tier()).isEmpty();
  }

  @Test
  default void bookingsOfOtherMemorialsAreOtherBookings() {
    Booking mine = onFile(aBookingOnFile().with(Tier.LIVE));
    Booking other = onFile(aBookingOnFile().with(Tier.RECORD));
    change(mine.memorial(), booking -> booking.received(usd(100), usd(100)));

    assertSame(stored(other.memorial()), other);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Booking changed = onFile(aBookingOnFile());
    Booking added = aBookingOnFile().build();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      bookings().save(added);
                      Booking booking = bookings().lock(changed.memorial()).orElseThrow();
                      booking.awaitPayment(aPaymentId());
                      bookings().save(booking);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> bookings().find(added.memorial()))).isEmpty();
    assertThat(stored(changed.memorial()).status()).isEqualTo(BookingStatus.DRAFT);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Booking saved = onFile(aBookingOnFile());

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(
                saved.memorial(),
                booking ->
                    booking.received(booking.paid().plus(usd(1)), booking.paid().plus(usd(1))));
          }
          return true;
        });

    assertThat(stored(saved.memorial()).paid()).isEqualTo(usd(20));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Booking booking = aBookingOnFile().build();

    assertNeedsUnitOfWork(() -> bookings().find(booking.memorial()));
    assertNeedsUnitOfWork(() -> bookings().lock(booking.memorial()));
    assertNeedsUnitOfWork(() -> bookings().save(booking));
  }

  private BookingBuilder aBookingOnFile() {
    return aBooking().of(aMemorialOnFile());
  }

  private Booking onFile(BookingBuilder wanted) {
    Booking booking = wanted.build();
    write(() -> bookings().save(booking));
    return booking;
  }

  private Booking stored(MemorialId memorial) {
    return write(() -> bookings().find(memorial).orElseThrow());
  }

  private void change(MemorialId memorial, Consumer<Booking> change) {
    run(
        () -> {
          Booking booking = bookings().lock(memorial).orElseThrow();
          change.accept(booking);
          bookings().save(booking);
        });
  }

  private static void assertSame(Booking actual, Booking expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
