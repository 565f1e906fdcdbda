package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.aPurchase;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.courses.port.PurchaseLists;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every list of purchases must do. */
public interface PurchaseListsContract extends CoursesContract {
  int ALL = Integer.MAX_VALUE;

  private PurchaseRepository purchases() {
    return stores().purchases();
  }

  private PurchaseLists lists() {
    return stores().purchaseLists();
  }

  @Test
  default void whatOthersBoughtAndWhatWasBoughtElsewhereIsNotTheStudents() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();
    paid(course, anAccountOnFile(), NOW);
    paid(aCourseOnFile(), student, NOW);

    assertThat(write(() -> lists().paid(course, student))).isEmpty();
  }

  @Test
  default void whatAStudentHasNotPaidYetIsFound() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();
    paid(course, student, NOW);
    open(aPurchase(course, anAccountOnFile()));
    open(aPurchase(aCourseOnFile(), student));
    assertThat(write(() -> lists().open(course, student))).isEmpty();

    Purchase wanted = open(aPurchase(course, student));

    assertThat(write(() -> lists().open(course, student)))
        .get()
        .extracting(Purchase::snapshot)
        .isEqualTo(wanted.snapshot());
  }

  @Test
  default void whatAStudentBoughtComesNewestFirst() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();
    Purchase older = paid(course, student, NOW);
    Purchase newer = paid(course, student, NOW.plusSeconds(2));
    Purchase middle = paid(course, student, NOW.plusSeconds(1));
    Purchase returned = paid(course, student, NOW.plusSeconds(3));
    change(returned.id(), usd(0));
    open(aPurchase(course, student, NOW.plusSeconds(4)));

    assertThat(write(() -> lists().paid(course, student)))
        .extracting(Purchase::id)
        .containsExactly(newer.id(), middle.id(), older.id());
  }

  @Test
  default void purchasesAreDueUntilTheStudentHasWhatIsDueOldestFirst() {
    CourseId course = aCourseOnFile();
    Purchase open = open(aPurchase(course, anAccountOnFile()));
    Purchase younger = paid(course, anAccountOnFile(), NOW.minusSeconds(100));
    Purchase older = paid(course, anAccountOnFile(), NOW.minusSeconds(200));
    Purchase returned = paid(course, anAccountOnFile(), NOW.minusSeconds(150));
    grant(returned, Purchase.Grant.ENROLLED);
    change(returned.id(), usd(0));
    Purchase given = paid(course, anAccountOnFile(), NOW);
    grant(given, Purchase.Grant.ENROLLED);
    Purchase taken = paid(course, anAccountOnFile(), NOW);
    change(taken.id(), usd(0));
    grant(taken, Purchase.Grant.WITHDRAWN);

    List<PurchaseId> due = write(() -> lists().due(ALL));

    assertThat(due)
        .containsSubsequence(older.id(), returned.id(), younger.id())
        .doesNotContain(open.id(), given.id(), taken.id());
    assertThat(write(() -> lists().due(2))).isEqualTo(due.subList(0, 2));
    grant(older, Purchase.Grant.ENROLLED);
    assertThat(write(() -> lists().due(ALL))).doesNotContain(older.id());
  }

  @Test
  default void listsNeedAUnitOfWork() {
    assertNeedsUnitOfWork(() -> lists().open(aCourseId(), aUserId()));
    assertNeedsUnitOfWork(() -> lists().paid(aCourseId(), aUserId()));
    assertNeedsUnitOfWork(() -> lists().due(1));
  }

  private Purchase open(Purchase wanted) {
    return write(() -> purchases().lockOpen(wanted));
  }

  private Purchase paid(CourseId course, UserId student, Instant at) {
    return onFile(
        aPurchase(course, student, at),
        one -> one.received(aPaymentId(), usd(4_999), usd(4_999), at));
  }

  private void change(PurchaseId id, Money held) {
    run(
        () -> {
          Purchase purchase = purchases().lock(id).orElseThrow();
          purchase.received(aPaymentId(), usd(4_999), held, NOW);
          purchases().save(purchase);
        });
  }

  private void grant(Purchase of, Purchase.Grant given) {
    run(
        () -> {
          Purchase purchase = purchases().lock(of.id()).orElseThrow();
          purchase.granted(given);
          purchases().save(purchase);
        });
  }
}
