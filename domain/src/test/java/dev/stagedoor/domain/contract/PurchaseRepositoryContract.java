package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.CourseSamples.aPurchase;
import static dev.stagedoor.domain.fixture.CourseSamples.aPurchaseId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.fixture.Race;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of purchases must do. */
public interface PurchaseRepositoryContract extends CoursesContract {
  private PurchaseRepository purchases() {
    return stores().purchases();
  }

  @Test
  default void anUnknownPurchaseIsAbsent() {
    paid(aCourseOnFile(), anAccountOnFile(), NOW);

    assertThat(write(() -> purchases().find(aPurchaseId()))).isEmpty();
    assertThat(write(() -> purchases().lock(aPurchaseId()))).isEmpty();
  }

  @Test
  default void whereThereIsNoOpenPurchaseTheWantedOneIsStored() {
    Purchase wanted = aPurchase(aCourseOnFile(), anAccountOnFile());

    Purchase first = open(wanted);
    Purchase second = open(aPurchase(wanted.course(), wanted.student(), NOW.plusSeconds(9)));

    assertSame(first, wanted);
    assertSame(second, wanted);
    assertSame(stored(wanted.id()), wanted);
    assertThat(stored(wanted.id()).version()).isEqualTo(1);
  }

  @Test
  default void onceItWasPaidAnotherCanBeOpened() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();
    Purchase paid = paid(course, student, NOW);
    Purchase refunded =
        onFile(
            aPurchase(course, student),
            one -> {
              one.received(aPaymentId(), usd(4_999), usd(4_999), NOW);
              one.received(aPaymentId(), usd(4_999), usd(0), NOW);
              one.granted(Purchase.Grant.WITHDRAWN);
            });
    Purchase next = aPurchase(course, student);

    assertThat(open(next).id()).isEqualTo(next.id());
    assertThat(stored(paid.id()).status()).isEqualTo(Purchase.Status.PAID);
    assertThat(stored(refunded.id()).status()).isEqualTo(Purchase.Status.REFUNDED);
  }

  @Test
  default void aPurchaseComesBackAsItWasSaved() {
    Purchase purchase = open(aPurchase(aCourseOnFile(), anAccountOnFile()));
    purchase.reprice(usd(5_000));
    purchase.received(aPaymentId(), usd(6_000), usd(5_500), NOW.plusSeconds(5));
    purchase.granted(Purchase.Grant.ENROLLED);
    Purchase awaiting = open(aPurchase(aCourseOnFile(), anAccountOnFile()));
    awaiting.awaitPayment(aPaymentId());
    run(
        () -> {
          purchases().save(purchase);
          purchases().save(awaiting);
        });

    assertSame(stored(purchase.id()), purchase);
    assertSame(write(() -> purchases().lock(purchase.id()).orElseThrow()), purchase);
    assertSame(stored(awaiting.id()), awaiting);
    assertThat(stored(awaiting.id()).version()).isEqualTo(2);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Purchase purchase = open(aPurchase(aCourseOnFile(), anAccountOnFile()));
    purchase.reprice(usd(1));
    run(
        () -> {
          purchases().find(purchase.id()).orElseThrow().reprice(usd(1));
          purchases().lock(purchase.id()).orElseThrow().reprice(usd(1));
          purchases().lockOpen(purchase).reprice(usd(1));
        });

    assertThat(stored(purchase.id()).price()).isEqualTo(usd(4_999));
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Purchase purchase = open(aPurchase(aCourseOnFile(), anAccountOnFile()));
    onFile(purchase, one -> one.reprice(usd(2)));
    purchase.reprice(usd(3));

    assertStale(() -> run(() -> purchases().save(purchase)));

    assertThat(stored(purchase.id()).price()).isEqualTo(usd(2));
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Purchase wanted = aPurchase(aCourseOnFile(), anAccountOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      purchases().lockOpen(wanted);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> purchases().find(wanted.id()))).isEmpty();
  }

  @Test
  default void ofConcurrentCallsForOnePairExactlyOneOpenPurchaseComesToBe() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();

    List<PurchaseId> opened =
        Race.of(6, () -> write(() -> purchases().lockOpen(aPurchase(course, student)).id()));

    assertThat(opened.stream().distinct()).hasSize(1);
    assertThat(write(() -> purchases().find(opened.get(0)))).isPresent();
  }

  @Test
  default void whoComesWhileItIsPaidGetsTheNextOne() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();

    List<PurchaseId> paid = Race.of(6, () -> write(() -> paid(course, student, NOW).id()));

    assertThat(paid).doesNotHaveDuplicates();
    assertThat(write(() -> stores().purchaseLists().paid(course, student))).hasSize(6);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Purchase purchase = open(aPurchase(aCourseOnFile(), anAccountOnFile()));

    assertNeedsUnitOfWork(() -> purchases().find(purchase.id()));
    assertNeedsUnitOfWork(() -> purchases().lock(purchase.id()));
    assertNeedsUnitOfWork(() -> purchases().lockOpen(purchase));
    assertNeedsUnitOfWork(() -> purchases().save(purchase));
  }

  private Purchase open(Purchase wanted) {
    return write(() -> purchases().lockOpen(wanted));
  }

  private Purchase paid(CourseId course, UserId student, Instant at) {
    return onFile(
        aPurchase(course, student, at),
        one -> one.received(aPaymentId(), usd(4_999), usd(4_999), at));
  }

  private Purchase stored(PurchaseId id) {
    return write(() -> purchases().find(id).orElseThrow());
  }

  private static void assertSame(Purchase actual, Purchase expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
