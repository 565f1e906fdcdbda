package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.InvoiceBuilder.anInvoice;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.Samples.anEmail;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.InvoiceBuilder;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.invoicing.Customer;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceProblem;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of invoices must do. */
public interface InvoiceRepositoryContract extends RepositoryContract {
  InvoiceRepository invoices();

  @Test
  default void anUnknownInvoiceIsAbsent() {
    InvoiceId unknown = new InvoiceId(UUID.randomUUID());

    assertThat(write(() -> invoices().find(unknown))).isEmpty();
    assertThat(write(() -> invoices().lock(unknown))).isEmpty();
    assertThat(write(() -> invoices().findByRef(aRef()))).isEmpty();
  }

  @Test
  default void anInvoiceComesBackAsItWasSavedWhateverHappenedToIt() {
    for (InvoiceBuilder wanted :
        List.of(
            anInvoice(),
            anInvoice().beingWritten(),
            anInvoice()
                .beingWritten()
                .then(one -> one.learn(new InvoiceOutcome.Unknown("lost"), NOW)),
            anInvoice().written(),
            anInvoice().sent(),
            anInvoice().sent().notPaid(),
            anInvoice().sent().notPaid().then(one -> one.retry(one.lines(), NOW)),
            anInvoice().sent().paid(),
            anInvoice().sent().paidOtherwise(),
            anInvoice().sent().voided(),
            anInvoice().sent().another("in_2").another("in_3"),
            anInvoice().beingWritten().refused("no_such_customer"),
            anInvoice().then(one -> one.learnNotAuthorised(NOW)),
            anInvoice().saying(new InvoiceLine("Free", 1, usd(0))))) {
      Invoice saved = onFile(wanted);

      assertSame(stored(saved.id()), saved);
      assertThat(stored(saved.id()).snapshot().version()).isEqualTo(1);
    }
  }

  @Test
  default void customerAndLinesAreKeptExactlyAndInOrder() {
    Invoice saved =
        onFile(
            anInvoice()
                .to(new Customer("1 \"a\"", "Zoë 💐 नमस्ते", Optional.of(anEmail())))
                .saying(
                    new InvoiceLine("Zweite \"Vase\"", 999, Money.of(99_999_999, "JPY")),
                    new InvoiceLine("Erste", 1, Money.of(0, "JPY")),
                    new InvoiceLine("Dritte", 3, Money.of(1, "JPY"))));

    assertSame(stored(saved.id()), saved);
    assertThat(stored(saved.id()).total()).isEqualTo(saved.total());
  }

  @Test
  default void anyProblemIsKept() {
    Invoice refused = onFile(anInvoice().beingWritten().refused("card_country"));
    Invoice failed = onFile(anInvoice().sent().notPaid());

    assertThat(stored(refused.id()).problem())
        .contains(new InvoiceProblem(InvoiceProblem.Kind.REFUSED, "card_country"));
    assertThat(stored(failed.id()).problem())
        .contains(new InvoiceProblem(InvoiceProblem.Kind.PAYMENT_FAILED, ""));
  }

  @Test
  default void aLockedInvoiceIsTheStoredOne() {
    Invoice saved = onFile(anInvoice().sent());

    assertSame(write(() -> invoices().lock(saved.id()).orElseThrow()), saved);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Invoice saved = onFile(anInvoice().written());
    saved.sent(NOW);
    run(
        () -> {
          invoices().find(saved.id()).orElseThrow().sent(NOW);
          invoices().lock(saved.id()).orElseThrow().sent(NOW);
        });

    assertThat(stored(saved.id()).status()).isEqualTo(InvoiceStatus.DRAFT);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Invoice saved = onFile(anInvoice().beingWritten().refused("price"));
    change(
        saved.id(),
        one -> one.retry(List.of(new InvoiceLine("Cheaper", 1, usd(1))), NOW.plusSeconds(5)));
    change(saved.id(), one -> one.sent(NOW.plusSeconds(6)));

    Invoice stored = stored(saved.id());
    assertThat(stored.lines()).containsExactly(new InvoiceLine("Cheaper", 1, usd(1)));
    assertThat(stored.status()).isEqualTo(InvoiceStatus.SENT);
    assertThat(stored.problem()).isEmpty();
    assertThat(stored.snapshot().round()).isEqualTo(2);
    assertThat(stored.snapshot().version()).isEqualTo(3);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Invoice saved = onFile(anInvoice().written());
    Invoice mine = stored(saved.id());
    change(saved.id(), one -> one.sent(NOW));
    mine.learn(new InvoiceOutcome.Voided(aRef()), NOW);

    assertStale(() -> run(() -> invoices().save(mine)));
    assertStale(() -> run(() -> invoices().save(saved)));

    assertThat(stored(saved.id()).status()).isEqualTo(InvoiceStatus.SENT);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Invoice changed = onFile(anInvoice().written());
    Invoice added = anInvoice().build();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      invoices().save(added);
                      Invoice invoice = invoices().lock(changed.id()).orElseThrow();
                      invoice.sent(NOW);
                      invoices().save(invoice);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> invoices().find(added.id()))).isEmpty();
    assertThat(stored(changed.id()).status()).isEqualTo(InvoiceStatus.DRAFT);
  }

  @Test
  default void aCustomerHasOneInvoiceForASubjectUntilItIsVoid() {
    Subject subject = aSubject();
    Customer customer = new Customer("ada", "Ada", Optional.empty());
    Invoice first = onFile(anInvoice().about(subject).to(customer).written());
    Invoice second =
        anInvoice()
            .about(subject)
            .to(new Customer("ada", "Lady Lovelace", Optional.of(anEmail())))
            .build();

    assertStale(() -> run(() -> invoices().save(second)));
    assertThat(write(() -> invoices().find(second.id()))).isEmpty();
    onFile(anInvoice().about(subject));
    onFile(anInvoice().to(customer));

    change(first.id(), one -> one.learn(voided(one), NOW));
    run(() -> invoices().save(second));
    assertThat(stored(second.id()).status()).isEqualTo(InvoiceStatus.DRAFT);
  }

  @Test
  default void paidInvoicesAreInvoicesStill() {
    Subject subject = aSubject();
    Customer customer = new Customer("ada", "Ada", Optional.empty());
    onFile(anInvoice().about(subject).to(customer).sent().paid());

    assertStale(() -> onFile(anInvoice().about(subject).to(customer)));
  }

  @Test
  default void whatWasPaidAfterAllIsKeptThoughAnotherTookItsPlace() {
    Subject subject = aSubject();
    Customer customer = new Customer("ada", "Ada", Optional.empty());
    Invoice voided = onFile(anInvoice().about(subject).to(customer).sent().voided());
    Invoice other = onFile(anInvoice().about(subject).to(customer).written());
    change(
        voided.id(),
        one ->
            one.learn(
                new InvoiceOutcome.Paid(one.ref().orElseThrow(), one.total(), Optional.empty()),
                NOW));
    change(voided.id(), one -> one.sent(NOW));

    assertThat(stored(voided.id()).status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(stored(other.id()).status()).isEqualTo(InvoiceStatus.DRAFT);
    assertStale(() -> onFile(anInvoice().about(subject).to(customer)));
  }

  @Test
  default void ofConcurrentInvoicesForOneCustomerExactlyOneIsThere() {
    Subject subject = aSubject();
    Customer customer = new Customer("ada", "Ada", Optional.empty());

    List<Boolean> saved =
        Race.of(
            6,
            () -> {
              try {
                onFile(anInvoice().about(subject).to(customer));
                return true;
              } catch (DomainException refused) {
                assertThat(refused.code()).isEqualTo(CommonError.STALE_VERSION);
                return false;
              }
            });

    assertThat(saved).containsOnlyOnce(true);
  }

  @Test
  default void anInvoiceIsFoundByItsReferenceAndByNoOther() {
    ProviderRef ref = aRef();
    Invoice saved = onFile(anInvoice().knownAs(ref).written());
    onFile(anInvoice().written());

    assertSame(write(() -> invoices().findByRef(ref).orElseThrow()), saved);
    assertThat(write(() -> invoices().findByRef(ProviderRef.of("elsewhere", ref.value()))))
        .isEmpty();
  }

  @Test
  default void invoicesDueForACheckComeLongestOverdueFirst() {
    Invoice later = onFile(anInvoice().draftedAt(NOW.minusSeconds(60)));
    Invoice sooner = onFile(anInvoice().draftedAt(NOW.minusSeconds(120)));
    Invoice notYet = onFile(anInvoice().draftedAt(NOW.plusSeconds(1)));
    Invoice never = onFile(anInvoice().draftedAt(NOW.minusSeconds(180)).sent().paid());

    assertThat(due(NOW))
        .containsSubsequence(sooner.id(), later.id())
        .doesNotContain(notYet.id(), never.id());
  }

  @Test
  default void anInvoiceIsDueFromTheVeryInstantOfItsNextCheck() {
    Invoice saved = onFile(anInvoice().written());
    Instant check = saved.nextCheckAt().orElseThrow();

    assertThat(due(check.minusMillis(1))).doesNotContain(saved.id());
    assertThat(due(check)).contains(saved.id());
  }

  @Test
  default void noMoreInvoicesAreDueThanAskedFor() {
    onFile(anInvoice());
    onFile(anInvoice());

    assertThat(write(() -> invoices().dueForCheck(NOW.plusSeconds(3600), 1))).hasSize(1);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Invoice saved = onFile(anInvoice().written());
    int checks = saved.snapshot().checks();

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(saved.id(), invoice -> invoice.couldNotAsk(NOW));
          }
          return true;
        });

    assertThat(stored(saved.id()).snapshot().checks()).isEqualTo(checks + 20);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Invoice invoice = anInvoice().build();

    assertNeedsUnitOfWork(() -> invoices().find(invoice.id()));
    assertNeedsUnitOfWork(() -> invoices().lock(invoice.id()));
    assertNeedsUnitOfWork(() -> invoices().findByRef(aRef()));
    assertNeedsUnitOfWork(() -> invoices().dueForCheck(NOW, 1));
    assertNeedsUnitOfWork(() -> invoices().save(invoice));
  }

  private static InvoiceOutcome voided(Invoice invoice) {
    return new InvoiceOutcome.Voided(invoice.ref().orElseThrow());
  }

  private Invoice onFile(InvoiceBuilder wanted) {
    Invoice invoice = wanted.build();
    run(() -> invoices().save(invoice));
    return invoice;
  }

  private Invoice stored(InvoiceId id) {
    return write(() -> invoices().find(id).orElseThrow());
  }

  private List<InvoiceId> due(Instant now) {
    return write(() -> invoices().dueForCheck(now, 100_000));
  }

  private void change(InvoiceId id, Consumer<Invoice> change) {
    run(
        () -> {
          Invoice invoice = invoices().lock(id).orElseThrow();
          change.accept(invoice);
          invoices().save(invoice);
        });
  }

  private static void assertSame(Invoice actual, Invoice expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
