package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.application.tv.ResellerView;
import dev.stagedoor.application.tv.TvFigures;
import dev.stagedoor.application.webhooks.ReceivedWebhook;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryClientRepository;
import dev.stagedoor.domain.fake.InMemoryCreditLedger;
import dev.stagedoor.domain.fake.InMemoryPlanRepository;
import dev.stagedoor.domain.fake.InMemorySubscriberRepository;
import dev.stagedoor.domain.fake.InMemorySubscriptionRepository;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks through what the repositories of subscription TV keep in memory. */
public final class InMemoryTvQueries implements TvQueries {
  private static final int RECENT = 10;
  private static final Set<CreditKind> SPENT =
      EnumSet.of(CreditKind.CLIENT_CREATED, CreditKind.CLIENT_RENEWED);
  private static final Comparator<Client> NEWEST_FIRST =
      Comparator.comparing(Client::createdAt)
          .thenComparing(client -> client.id().value().toString())
          .reversed();

  private final InMemoryAccountRepository accounts;
  private final InMemoryPlanRepository plans;
  private final InMemorySubscriberRepository subscribers;
  private final InMemorySubscriptionRepository subscriptions;
  private final InMemoryClientRepository clients;
  private final InMemoryCreditLedger credits;
  private final InMemoryWebhookInbox inbox;

  public InMemoryTvQueries(
      InMemoryAccountRepository accounts,
      InMemoryPlanRepository plans,
      InMemorySubscriberRepository subscribers,
      InMemorySubscriptionRepository subscriptions,
      InMemoryClientRepository clients,
      InMemoryCreditLedger credits,
      InMemoryWebhookInbox inbox) {
    this.accounts = accounts;
    this.plans = plans;
    this.subscribers = subscribers;
    this.subscriptions = subscriptions;
    this.clients = clients;
    this.credits = credits;
    this.inbox = inbox;
  }

  @Override
  public Page<ClientView> clients(
      UserId reseller, Optional<String> search, Instant now, PageRequest page) {
    return Pages.of(
            clientsOf(reseller)
                .filter(client -> search.filter(text -> !has(client, text)).isEmpty())
                .sorted(NEWEST_FIRST)
                .toList(),
            page)
        .map(client -> view(client, now));
  }

  private boolean has(Client client, String text) {
    Account account = accounts.find(client.user()).orElseThrow();
    String wanted = text.toLowerCase(Locale.ROOT);
    return Stream.of(account.email().value(), account.name().display())
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
  }

  @Override
  public Optional<ClientView> client(UserId reseller, ClientId id, Instant now) {
    return clientsOf(reseller)
        .filter(client -> client.id().equals(id))
        .findFirst()
        .map(client -> view(client, now));
  }

  @Override
  public List<ClientView> clients(Collection<ClientId> ids, Instant now) {
    return clients
        .all()
        .filter(client -> ids.contains(client.id()))
        .map(client -> view(client, now))
        .toList();
  }

  private ClientView view(Client client, Instant now) {
    Account account = accounts.find(client.user()).orElseThrow();
    Plan plan = plans.find(client.plan()).orElseThrow();
    return new ClientView(
        client.id().value(),
        client.user().value(),
        account.email().value(),
        account.name().display(),
        plan.terms().name(),
        plan.priceId(),
        ClientView.status(client.isSuspended(), client.isPaid(now)),
        client.paidUntil(),
        client.createdAt());
  }

  @Override
  public ResellerView reseller(UserId reseller, Instant now) {
    return new ResellerView(
        credits.balance(reseller),
        Math.toIntExact(clientsOf(reseller).count()),
        Math.toIntExact(clientsOf(reseller).filter(client -> client.isActive(now)).count()),
        spent(credits.all().filter(entry -> entry.account().equals(reseller))),
        credits
            .list(reseller, Optional.empty(), Optional.empty(), new PageRequest(1, RECENT))
            .items());
  }

  private Stream<Client> clientsOf(UserId reseller) {
    return clients.all().filter(client -> client.reseller().equals(reseller));
  }

  private static long spent(Stream<CreditEntry> entries) {
    return -entries
        .filter(entry -> SPENT.contains(entry.kind()))
        .mapToLong(CreditEntry::amount)
        .sum();
  }

  @Override
  public TvFigures figures(Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant month = today.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new TvFigures(
        users().count(),
        subscribers.all().count(),
        standing(SubscriptionStatus.TRIALING, SubscriptionStatus.ACTIVE),
        standing(SubscriptionStatus.PAST_DUE, SubscriptionStatus.UNPAID),
        subscribers
            .all()
            .filter(subscriber -> subscriber.isInTrial(now))
            .filter(subscriber -> !isServed(subscriber.id(), now))
            .count(),
        users().filter(account -> account.role() == Role.RESELLER).count(),
        clients.all().count(),
        clients.all().filter(client -> client.isActive(now)).count(),
        credits.all().mapToLong(CreditEntry::amount).sum(),
        spent(credits.all().filter(entry -> !entry.at().isBefore(month))),
        mrr(),
        users().filter(account -> !account.createdAt().isBefore(midnight)).count(),
        inbox
            .list(
                Optional.of(ReceivedWebhook.Status.FAILED),
                new PageRequest(1, PageRequest.MAX_LIMIT))
            .items()
            .stream()
            .filter(webhook -> webhook.receivedAt().isAfter(now.minus(Duration.ofDays(1))))
            .count());
  }

  private Stream<Account> users() {
    return accounts.all().filter(account -> account.status() != AccountStatus.REGISTERING);
  }

  private long standing(SubscriptionStatus... wanted) {
    return subscriptions.all().filter(one -> Set.of(wanted).contains(one.status())).count();
  }

  private boolean isServed(UserId user, Instant now) {
    return subscriptions.of(user).stream().anyMatch(Subscription::isRunning)
        || clients.findByUser(user).filter(client -> client.isActive(now)).isPresent();
  }

  private Map<String, Long> mrr() {
    Map<String, Long> sums = new TreeMap<>();
    subscriptions
        .all()
        .filter(
            one ->
                one.status() == SubscriptionStatus.ACTIVE
                    || one.status() == SubscriptionStatus.PAST_DUE)
        .flatMap(one -> plans.findByPrice(one.price().value()).stream())
        .map(plan -> plan.terms().monthly())
        .forEach(monthly -> sums.merge(code(monthly), monthly.minor(), Long::sum));
    return sums;
  }

  private static String code(Money amount) {
    return amount.currency().getCurrencyCode();
  }
}
