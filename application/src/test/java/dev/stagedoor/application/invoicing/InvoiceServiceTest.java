package dev.stagedoor.application.invoicing;

import static dev.stagedoor.domain.fixture.InvoiceBuilder.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.fake.InMemoryJobs;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.fake.FakeInvoicing;
import dev.stagedoor.domain.fake.InMemoryInvoiceRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceDraft;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceMoved;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceProblem;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is rare: answers that come late, merchants and providers that went. */
class InvoiceServiceTest {
  private static final Merchant OPERATOR = new Merchant.Operator();
  private static final ProviderId FAKE = new ProviderId("fake");

  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(store);
  private final MutableClock clock = new MutableClock(Samples.NOW);
  private final InMemoryInvoiceRepository invoices = new InMemoryInvoiceRepository(store);
  private final FakeInvoicing provider = new FakeInvoicing();
  private final Announcements announcements = new Announcements();
  private final List<InvoiceStatus> moved = new ArrayList<>();
  private final Directory merchants = new Directory();
  private final InvoicingProviders on = InvoicingProviders.only(slow());
  private final InMemoryJobs jobs = new InMemoryJobs(store, clock);
  private final InvoiceService service =
      new InvoiceService(work, jobs, invoices, on, merchants, announcements, this::beating, clock);
  private final InvoiceReconciler reconciler =
      new InvoiceReconciler(work, invoices, on, service, merchants, clock);

  private Runnable beforeTheAnswer = () -> {};
  private boolean refusing;
  private boolean isDown;
  private int asked;
  private Runnable sign = () -> {};
  private Duration pause = Duration.ZERO;

  InvoiceServiceTest() {
    announcements.on(InvoiceMoved.class, news -> moved.add(news.now()));
  }

  /** Knows the operator, as long as that is who it is. */
  private static final class Directory implements MerchantDirectory {
    private Optional<Merchant> merchant = Optional.of(OPERATOR);
    private int refused;

    @Override
    public Optional<Merchant> merchant(Subject owner, ProviderId provider) {
      return merchant;
    }

    @Override
    public void notAuthorised(Subject owner, ProviderId provider, Merchant merchant) {
      refused++;
    }

    @Override
    public void left(ProviderId provider, Merchant.Connected merchant) {
      refused++;
    }
  }

  private Runnable beating(Duration pause, Runnable sign) {
    this.pause = pause;
    this.sign = sign;
    return () -> this.sign = () -> {};
  }

  private InvoicingProvider slow() {
    InvoicingProvider quick = provider.provider();
    Invoices late =
        new Invoices() {
          @Override
          public InvoiceOutcome issue(InvoiceRequest request) {
            asked++;
            if (refusing) {
              return new InvoiceOutcome.Refused("site_changed");
            }
            InvoiceOutcome outcome = quick.invoices().issue(request);
            Runnable happening = beforeTheAnswer;
            beforeTheAnswer = () -> {};
            happening.run();
            return outcome;
          }

          @Override
          public InvoiceOutcome find(Merchant merchant, ProviderRef invoice) {
            return quick.invoices().find(merchant, invoice);
          }

          @Override
          public InvoiceOutcome cancel(Merchant merchant, ProviderRef invoice) {
            if (isDown) {
              throw new ProviderException(FAKE, ProviderException.Kind.UNAVAILABLE, "it is down");
            }
            return quick.invoices().cancel(merchant, invoice);
          }
        };
    return new InvoicingProvider(quick.id(), late, quick.merchants(), quick.consent());
  }

  private InvoiceId drafted(String provider) {
    InvoiceId id = new InvoiceId(UUID.randomUUID());
    Invoice like = anInvoice().build();
    return work.write(
            () ->
                service.draft(
                    new InvoiceDraft(
                        id,
                        like.owner(),
                        new Subject("sale", id.value()),
                        new ProviderId(provider),
                        like.customer(),
                        like.lines(),
                        "",
                        Duration.ofDays(7))))
        .id();
  }

  private Invoice kept(InvoiceId id) {
    return work.read(() -> invoices.find(id).orElseThrow());
  }

  /** Another gives up on it and is refused, and it is tried again with other lines. */
  private void refusedAndRetried(InvoiceId id) {
    work.run(
        () -> {
          Invoice invoice = invoices.lock(id).orElseThrow();
          invoice.learn(new InvoiceOutcome.Refused("no"), clock.instant());
          invoices.save(invoice);
        });
    work.run(
        () ->
            assertThat(service.retry(id, List.of(new InvoiceLine("Vase", 1, Samples.usd(77)))))
                .isTrue());
  }

  @Test
  void anAnswerToWhatNobodyWantsAnyMoreIsTakenBack() {
    InvoiceId id = drafted("fake");
    beforeTheAnswer = () -> refusedAndRetried(id);

    assertThat(service.write(id).isWritten()).isFalse();
    assertThat(provider.invoicesOf(OPERATOR, id)).isZero();

    assertThat(service.write(id).total()).isEqualTo(Samples.usd(77));
    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(1);
  }

  @Test
  void anAnswerThatComesAfterAnothersIsTakenBack() {
    InvoiceId id = drafted("fake");
    beforeTheAnswer =
        () -> {
          refusedAndRetried(id);
          service.write(id);
        };

    Invoice invoice = service.write(id);

    assertThat(invoice.ref()).contains(new ProviderRef(FAKE, "invoice-2"));
    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(1);
  }

  @Test
  void anAnswerToWhatBecameVoidIsTakenBack() {
    InvoiceId id = drafted("fake");
    beforeTheAnswer =
        () -> {
          merchants.merchant = Optional.empty();
          service.write(id);
          assertThat(service.cancel(id).status()).isEqualTo(InvoiceStatus.VOID);
        };

    assertThat(service.write(id).status()).isEqualTo(InvoiceStatus.VOID);

    assertThat(provider.invoicesOf(OPERATOR, id)).isZero();
  }

  @Test
  void whoTakesBackInTheNameOfAMerchantWhoWentIsToldThat() {
    InvoiceId id = drafted("fake");
    work.run(
        () -> {
          Invoice invoice = invoices.lock(id).orElseThrow();
          invoice.learn(new InvoiceOutcome.Unknown("lost"), clock.instant());
          invoices.save(invoice);
        });
    merchants.merchant = Optional.empty();

    assertThatThrownBy(() -> service.cancel(id))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAUTHORISED));
    assertThat(kept(id).status()).isNotEqualTo(InvoiceStatus.VOID);
  }

  @Test
  void whoWritesForLongIsLeftToIt() {
    InvoiceId id = drafted("fake");
    beforeTheAnswer =
        () -> {
          for (int part = 0; part < 10; part++) {
            clock.advance(pause);
            sign.run();
          }
          assertThat(service.write(id).isWritten()).isFalse();
        };

    assertThat(service.write(id).isWritten()).isTrue();

    assertThat(asked).isEqualTo(1);
    assertThat(pause).isLessThanOrEqualTo(Invoice.LEASE.dividedBy(2));
  }

  @Test
  void whoWritesAndDiesKeepsNobodyFromItForLongerThanTheLease() {
    InvoiceId id = drafted("fake");
    beforeTheAnswer =
        () -> {
          clock.advance(pause);
          sign.run();
          clock.advance(Invoice.LEASE);
          assertThat(service.write(id).isWritten()).isTrue();
        };

    service.write(id);

    assertThat(asked).isEqualTo(2);
    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(1);
  }

  @Test
  void whoIsAnsweredGivesNoSignOfLife() {
    InvoiceId id = drafted("fake");
    beforeTheAnswer =
        () -> {
          throw new IllegalStateException("on purpose");
        };

    assertThatThrownBy(() -> service.write(id)).hasMessage("on purpose");
    Invoice left = kept(id);
    clock.advance(pause);
    sign.run();

    assertThat(kept(id).nextCheckAt()).isEqualTo(left.nextCheckAt());
  }

  @Test
  void whatCannotBeTakenBackIsTakenBackByAJobAsOftenAsItTakes() {
    InvoiceId id = drafted("fake");
    beforeTheAnswer = () -> refusedAndRetried(id);
    isDown = true;
    assertThat(service.write(id).isWritten()).isFalse();
    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(1);
    assertThat(service.write(id).isWritten()).isTrue();
    assertThat(jobs.runDue(service.jobs())).hasSize(1);
    isDown = false;
    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(2);

    clock.advance(Duration.ofMinutes(1));
    assertThat(jobs.runDue(service.jobs())).isEmpty();

    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(1);
    assertThat(kept(id).unwanted()).isEmpty();
    assertThat(kept(id).status()).isEqualTo(InvoiceStatus.DRAFT);
  }

  @Test
  void whatIsToBeTakenBackAndIsPaidCountsAndTheOtherIsTakenBackInstead() {
    InvoiceId id = drafted("fake");
    beforeTheAnswer = () -> refusedAndRetried(id);
    isDown = true;
    service.write(id);
    ProviderRef late = kept(id).unwanted().iterator().next();
    service.write(id);
    provider.pay(OPERATOR, late);
    isDown = false;

    assertThat(jobs.runDue(service.jobs())).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(jobs.runDue(service.jobs())).isEmpty();

    assertThat(kept(id).status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(kept(id).ref()).contains(late);
    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(1);
  }

  @Test
  void whatIsVoidAndOpenAtTheProviderIsTakenBackThereWhenAWebhookTells() {
    InvoiceId id = drafted("fake");
    lost(id);
    refusing = true;
    service.write(id);
    service.cancel(id);
    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(1);

    tell(new ProviderRef(FAKE, "invoice-1"), id);
    assertThat(jobs.runDue(service.jobs())).isEmpty();

    assertThat(provider.invoicesOf(OPERATOR, id)).isZero();
    assertThat(kept(id).status()).isEqualTo(InvoiceStatus.VOID);
  }

  @Test
  void whatIsVoidAtTheProviderTooIsLeftInPeace() {
    InvoiceId id = drafted("fake");
    ProviderRef ref = service.write(id).ref().orElseThrow();
    service.cancel(id);
    isDown = true;

    tell(ref, id);

    assertThat(jobs.runDue(service.jobs())).isEmpty();
    assertThat(kept(id).unwanted()).isEmpty();
  }

  private void tell(ProviderRef ref, InvoiceId id) {
    Runnable change =
        reconciler
            .events()
            .prepare()
            .apply(new InvoicingEvent.InvoiceChanged(ref, Optional.of(id), Optional.empty()));
    work.run(change);
  }

  private void lost(InvoiceId id) {
    provider.loseNextAnswer();
    assertThat(service.write(id).isWritten()).isFalse();
    provider.recover();
  }

  @Test
  void aRefusalAfterALostAnswerIsNotTakenForThatNothingIsThere() {
    InvoiceId id = drafted("fake");
    lost(id);
    refusing = true;
    assertThat(service.write(id).status()).isEqualTo(InvoiceStatus.ERROR);
    refusing = false;

    work.run(() -> service.retry(id, List.of(new InvoiceLine("Vase", 1, Samples.usd(77)))));
    Invoice written = service.write(id);

    assertThat(written.total()).isNotEqualTo(Samples.usd(77));
    assertThat(written.problem()).isEmpty();
    assertThat(provider.invoicesOf(OPERATOR, id)).isEqualTo(1);
  }

  @Test
  void whatIsRefusedAfterALostAnswerIsSoughtBeforeItIsVoid() {
    InvoiceId id = drafted("fake");
    lost(id);
    refusing = true;
    service.write(id);
    refusing = false;

    assertThat(service.cancel(id).status()).isEqualTo(InvoiceStatus.VOID);

    assertThat(provider.invoicesOf(OPERATOR, id)).isZero();
  }

  @Test
  void whoTakesBackWhatIsRefusedAgainAndAgainIsNotKeptFromIt() {
    InvoiceId id = drafted("fake");
    lost(id);
    refusing = true;
    service.write(id);

    assertThat(service.cancel(id).status()).isEqualTo(InvoiceStatus.VOID);
  }

  @Test
  void withoutAMerchantNothingIsWritten() {
    InvoiceId id = drafted("fake");
    merchants.merchant = Optional.empty();

    assertThat(service.write(id).problem())
        .contains(new InvoiceProblem(InvoiceProblem.Kind.NOT_AUTHORISED, ""));

    assertThat(moved).containsExactly(InvoiceStatus.ERROR);
    assertThat(provider.invoicesOf(OPERATOR, id)).isZero();
  }

  @Test
  void aProviderThatIsOffHoldsUpNoOther() {
    InvoiceId lost = drafted("gone");
    clock.advance(Duration.ofSeconds(1));
    InvoiceId good = drafted("fake");

    reconciler.reconcileDue();

    assertThat(kept(good).isWritten()).isTrue();
    assertThat(kept(lost).isWritten()).isFalse();
    assertThat(kept(lost).nextCheckAt())
        .hasValueSatisfying(at -> assertThat(at).isAfter(clock.instant()));
  }

  @Test
  void aMerchantWhoWentIsNotAskedFor() {
    InvoiceId id = drafted("fake");
    var written = service.write(id);
    merchants.merchant = Optional.empty();
    clock.advance(Duration.ofHours(1));

    reconciler.reconcileDue();

    assertThat(kept(id).status()).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(kept(id).ref()).isEqualTo(written.ref());
  }

  @Test
  void aLookThatTheMerchantsKeyIsTooBadForIsTold() {
    InvoiceId id = drafted("fake");
    service.write(id);
    merchants.merchant =
        Optional.of(new Merchant.Keyed(Secret.of("sk_fake_1_gone"), Optional.empty()));

    Invoice looked = service.refresh(id);

    assertThat(merchants.refused).isEqualTo(1);
    assertThat(looked.status()).isEqualTo(InvoiceStatus.DRAFT);
  }

  @Test
  void oneThatHasNothingToPayIsNeverWritten() {
    InvoiceId id = new InvoiceId(UUID.randomUUID());
    Invoice like = anInvoice().build();
    Invoice free =
        work.write(
            () ->
                service.draft(
                    new InvoiceDraft(
                        id,
                        like.owner(),
                        like.subject(),
                        FAKE,
                        like.customer(),
                        List.of(new InvoiceLine("Gift", 1, Samples.usd(0))),
                        "",
                        Duration.ofDays(7))));

    assertThat(free.status()).isEqualTo(InvoiceStatus.ERROR);
    assertThat(service.write(id).isWritten()).isFalse();
    assertThat(service.cancel(id).status()).isEqualTo(InvoiceStatus.VOID);
  }
}
