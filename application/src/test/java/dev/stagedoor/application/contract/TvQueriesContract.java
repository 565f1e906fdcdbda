package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.ResellerSamples.aClient;
import static dev.stagedoor.domain.fixture.ResellerSamples.aClientId;
import static dev.stagedoor.domain.fixture.ResellerSamples.aMovement;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.aSubscriptionId;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.reading;
import static dev.stagedoor.domain.fixture.TvSamples.aPlan;
import static dev.stagedoor.domain.fixture.TvSamples.aPlanId;
import static dev.stagedoor.domain.fixture.TvSamples.aPriceId;
import static dev.stagedoor.domain.fixture.TvSamples.aSubscriber;
import static dev.stagedoor.domain.fixture.TvSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.application.tv.ResellerView;
import dev.stagedoor.application.tv.TvFigures;
import dev.stagedoor.application.webhooks.ReceivedWebhook;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.domain.tv.port.CreditLedger;
import dev.stagedoor.domain.tv.port.PlanRepository;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every list of clients, and every count of subscription TV, must do. */
public interface TvQueriesContract extends RepositoryContract {
  /** A moment of which no other test has anything: figures count everybody. */
  Instant FAR = Instant.parse("2041-07-15T13:00:00Z");

  TvQueries queries();

  AccountRepository accounts();

  PlanRepository plans();

  SubscriberRepository subscribers();

  SubscriptionRepository subscriptions();

  ClientRepository clients();

  CreditLedger credits();

  WebhookInbox inbox();

  @Test
  default void aClientIsShownWithAccountAndPlan() {
    UserId reseller = anAccount("Rita", Role.RESELLER, NOW).id();
    Account account = anAccount("Zoë", Role.USER, NOW);
    Plan plan = aPlanOnFile();
    Client client = onFile(aClient(reseller, account.id(), plan.id()));

    ClientView shown = shown(reseller, client, NOW).orElseThrow();

    assertThat(shown)
        .isEqualTo(
            new ClientView(
                client.id().value(),
                account.id().value(),
                account.email().value(),
                "Zoë Last",
                "Family",
                plan.priceId(),
                "active",
                client.paidUntil(),
                NOW));
    assertThat(shown(reseller, client, client.paidUntil()).orElseThrow().status())
        .isEqualTo("expired");
    run(
        () -> {
          Client found = clients().lock(List.of(client.id())).get(0);
          found.suspend();
          clients().save(List.of(found));
        });
    assertThat(shown(reseller, client, NOW).orElseThrow().status()).isEqualTo("suspended");
  }

  @Test
  default void aClientIsShownToTheirResellerAlone() {
    UserId reseller = anAccount("Rita", Role.RESELLER, NOW).id();
    Client client = aClientNamed("Ada", reseller, NOW);

    assertThat(shown(client.user(), client, NOW)).isEmpty();
    assertThat(write(() -> queries().client(reseller, aClientId(), NOW))).isEmpty();
    assertThat(listed(client.user(), "")).isEmpty();
  }

  @Test
  default void clientsOfSeveralResellersAreShownAtOnce() {
    Client one = aClientNamed("Ada", anAccount("Rita", Role.RESELLER, NOW).id(), NOW);
    Client two = aClientNamed("Bob", anAccount("Rolf", Role.RESELLER, NOW).id(), NOW);

    List<ClientView> found =
        write(() -> queries().clients(List.of(one.id(), aClientId(), two.id()), NOW));

    assertThat(found)
        .containsExactlyInAnyOrder(
            shown(one.reseller(), one, NOW).orElseThrow(),
            shown(two.reseller(), two, NOW).orElseThrow());
    assertThat(write(() -> queries().clients(List.of(), NOW))).isEmpty();
  }

  @Test
  default void clientsAreListedTheNewestFirstAndFoundByNameOrAddress() {
    UserId reseller = anAccount("Rita", Role.RESELLER, NOW).id();
    // None of what is searched for is hexadecimal, as addresses in tests are.
    Client first = aClientNamed("Mona", reseller, NOW);
    Client second = aClientNamed("Grace", reseller, NOW.plusSeconds(60));
    Client third = aClientNamed("Monam_", reseller, NOW.plusSeconds(120));
    aClientNamed("Mona", anAccount("Other", Role.RESELLER, NOW).id(), NOW);

    assertThat(listed(reseller, ""))
        .containsExactly(third.id().value(), second.id().value(), first.id().value());
    assertThat(listed(reseller, "mOna")).containsExactly(third.id().value(), first.id().value());
    assertThat(listed(reseller, "a last")).containsExactly(first.id().value());
    assertThat(listed(reseller, "_")).containsExactly(third.id().value());
    assertThat(listed(reseller, second.user().value().toString().toUpperCase(Locale.ROOT)))
        .containsExactly(second.id().value());
    Page<ClientView> page =
        write(() -> queries().clients(reseller, Optional.empty(), NOW, new PageRequest(2, 2)));
    assertThat(page.items()).hasSize(1);
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  default void aResellerSeesHowTheyStand() {
    UserId reseller = anAccount("Rita", Role.RESELLER, NOW).id();
    Client paid = aClientNamed("Ada", reseller, NOW);
    aClientNamed("Grace", reseller, NOW.minus(Duration.ofDays(90)));
    Client suspended = aClientNamed("Joan", reseller, NOW);
    run(
        () -> {
          Client found = clients().lock(List.of(suspended.id())).get(0);
          found.suspend();
          clients().save(List.of(found));
        });
    move(reseller, CreditKind.GRANT, 100, NOW);
    move(reseller, CreditKind.CLIENT_CREATED, -30, NOW);
    move(reseller, CreditKind.CLIENT_RENEWED, -20, NOW);
    move(reseller, CreditKind.DEDUCTION, -10, NOW);
    for (int i = 0; i < 8; i++) {
      move(reseller, CreditKind.GRANT, 1, NOW);
    }

    ResellerView shown = write(() -> queries().reseller(reseller, NOW));

    assertThat(shown.creditsBalance()).isEqualTo(48);
    assertThat(shown.totalClients()).isEqualTo(3);
    assertThat(shown.activeClients()).isEqualTo(1);
    assertThat(shown.creditsSpent()).isEqualTo(50);
    assertThat(shown.recent()).extracting(CreditEntry::number).startsWith(12L, 11L).hasSize(10);
    assertThat(write(() -> queries().reseller(paid.user(), NOW)))
        .isEqualTo(new ResellerView(0, 0, 0, 0, List.of()));
  }

  @Test
  default void figuresCountWhatIsThere() {
    TvFigures before = figures();
    Plan plan = aPlanOnFile();
    Account reseller = anAccount("Rita", Role.RESELLER, FAR.minus(Duration.ofDays(2)));
    Account payer = anAccount("Ada", Role.USER, FAR.minusSeconds(60));
    reserved();
    for (SubscriptionStatus status : SubscriptionStatus.values()) {
      subscribed(anAccount("Some", Role.USER, NOW).id(), plan.priceId(), status);
    }
    subscribed(payer.id(), "price_nobody_knows", SubscriptionStatus.ACTIVE);
    Account trier = anAccount("Grace", Role.USER, NOW);
    Account served = anAccount("Joan", Role.USER, NOW);
    for (Account one : List.of(payer, trier, served)) {
      run(() -> subscribers().add(since(one.id(), FAR)));
    }
    run(() -> subscribers().add(aSubscriber(reseller.id())));
    onFile(aClient(reseller.id(), served.id(), plan.id(), FAR));
    aClientNamed("Late", reseller.id(), FAR.minus(Duration.ofDays(60)));
    move(reseller.id(), CreditKind.GRANT, 100, FAR);
    move(reseller.id(), CreditKind.CLIENT_CREATED, -30, FAR.minus(Duration.ofDays(15)));
    move(reseller.id(), CreditKind.CLIENT_RENEWED, -20, FAR.minus(Duration.ofDays(14)));
    delivered(ReceivedWebhook.Status.FAILED, FAR.minusSeconds(86_399));
    delivered(ReceivedWebhook.Status.FAILED, FAR.minusSeconds(86_400));
    delivered(ReceivedWebhook.Status.APPLIED, FAR.minusSeconds(5));

    TvFigures after = figures();

    // Those with a subscription each, and Rita, Ada, Grace, Joan and Late.
    assertThat(after.totalUsers() - before.totalUsers())
        .isEqualTo(SubscriptionStatus.values().length + 5L);
    assertThat(after.totalSubscribers() - before.totalSubscribers()).isEqualTo(4);
    assertThat(after.activeSubscriptions() - before.activeSubscriptions()).isEqualTo(3);
    assertThat(after.pastDueSubscriptions() - before.pastDueSubscriptions()).isEqualTo(2);
    assertThat(after.trialUsers() - before.trialUsers()).isEqualTo(1);
    assertThat(after.totalResellers() - before.totalResellers()).isEqualTo(1);
    assertThat(after.totalClients() - before.totalClients()).isEqualTo(2);
    assertThat(after.activeClients() - before.activeClients()).isEqualTo(1);
    assertThat(after.creditsOutstanding() - before.creditsOutstanding()).isEqualTo(50);
    assertThat(after.creditsSpentThisMonth() - before.creditsSpentThisMonth()).isEqualTo(20);
    assertThat(after.newUsersToday() - before.newUsersToday()).isEqualTo(1);
    assertThat(after.failedWebhooks() - before.failedWebhooks()).isEqualTo(1);
    assertThat(usd(after) - usd(before)).isEqualTo(2 * 999);
  }

  @Test
  default void ofSeveralPlansWithAPriceTheOneThatIsOfferedSaysWhatItBrings() {
    long before = usd(figures());
    String price = aPriceId();
    Plan archived = Plan.offer(aPlanId(), price, terms("Old", 500), NOW.plusSeconds(60));
    archived.archive(NOW.plusSeconds(90));
    run(() -> plans().save(archived));
    run(() -> plans().save(Plan.offer(aPlanId(), price, terms("New", 700), NOW)));
    subscribed(anAccount("Ada", Role.USER, NOW).id(), price, SubscriptionStatus.PAST_DUE);

    assertThat(usd(figures()) - before).isEqualTo(700);
  }

  @Test
  default void nothingIsCountedOutsideAUnitOfWork() {
    UserId reseller = Samples.aUserId();

    assertNeedsUnitOfWork(
        () -> queries().clients(reseller, Optional.empty(), NOW, PageRequest.first()));
    assertNeedsUnitOfWork(() -> queries().client(reseller, aClientId(), NOW));
    assertNeedsUnitOfWork(() -> queries().clients(List.of(aClientId()), NOW));
    assertNeedsUnitOfWork(() -> queries().reseller(reseller, NOW));
    assertNeedsUnitOfWork(() -> queries().figures(NOW));
  }

  private TvFigures figures() {
    return write(() -> queries().figures(FAR));
  }

  private static long usd(TvFigures figures) {
    return figures.mrr().getOrDefault("USD", 0L);
  }

  private static Subscriber since(UserId id, Instant since) {
    return Subscriber.begin(id, true, Duration.ofDays(7), since);
  }

  private Account anAccount(String firstName, Role role, Instant at) {
    Account account = reservation(firstName, role, at);
    account.activate(account.identity());
    run(() -> accounts().save(account));
    return account;
  }

  private void reserved() {
    run(() -> accounts().save(reservation("Nobody", Role.RESELLER, FAR)));
  }

  private static Account reservation(String firstName, Role role, Instant at) {
    UserId id = Samples.aUserId();
    return Account.reserve(
        id,
        new ProviderRef(Samples.SANDBOX, "sub-" + id.value()),
        new EmailAddress(id.value() + "@example.org"),
        new PersonName(firstName, "Last"),
        role,
        Language.EN,
        at);
  }

  private Plan aPlanOnFile() {
    Plan plan = aPlan();
    run(() -> plans().save(plan));
    return plan;
  }

  private Client aClientNamed(String firstName, UserId reseller, Instant at) {
    return onFile(
        aClient(reseller, anAccount(firstName, Role.USER, NOW).id(), aPlanOnFile().id(), at));
  }

  private Client onFile(Client client) {
    run(() -> clients().add(client, Optional.empty()));
    return client;
  }

  private void subscribed(UserId holder, String priceId, SubscriptionStatus status) {
    Subscription subscription =
        Subscription.open(
            aSubscriptionId(), holder, new ProviderRef(Samples.SANDBOX, priceId), NOW);
    if (status != SubscriptionStatus.INCOMPLETE) {
      subscription.seen(reading(subscription, status), NOW);
    }
    run(() -> subscriptions().save(subscription));
  }

  private void move(UserId account, CreditKind kind, long amount, Instant at) {
    assertThat(write(() -> credits().post(List.of(aMovement(account, kind, amount, at)))))
        .hasSize(1);
  }

  private void delivered(ReceivedWebhook.Status status, Instant at) {
    UUID id = UUID.randomUUID();
    run(
        () ->
            inbox()
                .add(
                    new ReceivedWebhook(
                        id,
                        new RawWebhook(
                            Samples.SANDBOX, "payments", Map.of(), new byte[0], Optional.of(at)),
                        id.toString(),
                        "type",
                        status,
                        1,
                        Optional.empty(),
                        at,
                        status == ReceivedWebhook.Status.APPLIED
                            ? Optional.of(at)
                            : Optional.empty())));
  }

  private Optional<ClientView> shown(UserId reseller, Client client, Instant now) {
    return write(() -> queries().client(reseller, client.id(), now));
  }

  private List<UUID> listed(UserId reseller, String search) {
    return write(
            () ->
                queries()
                    .clients(
                        reseller,
                        Optional.of(search).filter(text -> !text.isEmpty()),
                        NOW,
                        PageRequest.first()))
        .map(ClientView::id)
        .items();
  }
}
