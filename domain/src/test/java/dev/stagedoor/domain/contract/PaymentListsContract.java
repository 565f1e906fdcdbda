package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.PaymentBuilder.aPayment;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.PaymentBuilder;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.Attention;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every list of payments must do. */
public interface PaymentListsContract extends RepositoryContract {
  PaymentRepository payments();

  PaymentLists lists();

  private Payment onFile(PaymentBuilder wanted) {
    Payment payment = wanted.by(anAccountOnFile()).build();
    run(() -> payments().save(payment));
    return payment;
  }

  private static List<PaymentId> ids(List<Payment> found) {
    return found.stream().map(Payment::id).toList();
  }

  @Test
  default void thePaymentsOfASubjectComeOldestFirstAndWithoutThoseOfOthers() {
    Subject subject = aSubject();
    Payment younger = onFile(aPayment().forSubject(subject).openedAt(NOW).paid());
    Payment older = onFile(aPayment().forSubject(subject).openedAt(NOW.minusSeconds(60)));
    onFile(aPayment());
    onFile(aPayment().forSubject(new Subject("another", subject.id())));

    assertThat(ids(write(() -> lists().ofSubject(subject))))
        .containsExactly(older.id(), younger.id());
    assertThat(write(() -> lists().ofSubject(aSubject()))).isEmpty();
  }

  @Test
  default void aSubjectsPaymentsAreWholeAndSeeWhatTheUnitOfWorkHasSaved() {
    Subject subject = aSubject();
    Payment saved = onFile(aPayment().forSubject(subject).awaitingPayer());

    run(
        () -> {
          Payment payment = payments().lock(saved.id()).orElseThrow();
          payment.needs(Attention.SURPLUS_KEPT);
          payments().save(payment);
          assertThat(lists().ofSubject(subject))
              .singleElement()
              .satisfies(
                  found -> {
                    assertThat(found.attention()).contains(Attention.SURPLUS_KEPT);
                    assertThat(found.ref()).isEqualTo(saved.ref());
                    assertThat(found.clientSecret()).isEqualTo(saved.clientSecret());
                  });
        });
  }

  @Test
  default void severalPaymentsComeAtOnceEachOnceAndNoneThatThereIsNot() {
    Payment one = onFile(aPayment().awaitingPayer());
    Payment other = onFile(aPayment().paid());
    onFile(aPayment());

    List<Payment> found =
        write(() -> lists().all(List.of(other.id(), aPaymentId(), one.id(), other.id())));

    assertThat(ids(found)).containsExactlyInAnyOrder(one.id(), other.id());
    assertThat(found)
        .filteredOn(payment -> payment.id().equals(one.id()))
        .singleElement()
        .satisfies(payment -> assertThat(payment.clientSecret()).isEqualTo(one.clientSecret()));
    assertThat(write(() -> lists().all(List.of()))).isEmpty();
  }

  @Test
  default void whatNeedsAttentionComesOldestFirstUntilSomebodyLooked() {
    Payment younger =
        onFile(aPayment().openedAt(NOW).then(one -> one.needs(Attention.REFUND_FAILED)));
    Payment older =
        onFile(
            aPayment()
                .openedAt(NOW.minusSeconds(60))
                .then(one -> one.needs(Attention.CAPTURE_DIFFERS)));
    Payment quiet = onFile(aPayment());

    assertThat(ids(write(() -> lists().needingAttention(100_000))))
        .containsSubsequence(older.id(), younger.id())
        .doesNotContain(quiet.id());
    assertThat(write(() -> lists().needingAttention(1))).hasSize(1);

    run(
        () -> {
          Payment payment = payments().lock(older.id()).orElseThrow();
          payment.lookedAt(payment.version());
          payments().save(payment);
        });
    assertThat(ids(write(() -> lists().needingAttention(100_000))))
        .contains(younger.id())
        .doesNotContain(older.id());
  }

  @Test
  default void listsNeedAUnitOfWork() {
    assertNeedsUnitOfWork(() -> lists().ofSubject(aSubject()));
    assertNeedsUnitOfWork(() -> lists().all(List.of(aPaymentId())));
    assertNeedsUnitOfWork(() -> lists().needingAttention(1));
  }
}
