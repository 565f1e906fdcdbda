package dev.stagedoor.application.tv;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.domain.tv.port.PlanRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Renews clients: another month of a plan, paid with credits. What many resellers want at once is
 * done by the statements that one of them would need. All methods need an open unit of work.
 */
final class Renewals {
  private final ClientRepository clients;
  private final PlanRepository plans;
  private final Credits credits;
  private final Charges charges;
  private final TvQueries queries;
  private final TvFacts facts;
  private final Clock clock;

  Renewals(TvPorts ports, Credits credits, Charges charges, TvFacts facts, Clock clock) {
    this.clients = ports.clients();
    this.plans = ports.plans();
    this.credits = credits;
    this.charges = charges;
    this.queries = ports.queries();
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * What is wanted.
   *
   * @param priceId of another plan than the client has, where one is named
   * @param paid the entry that pays for it
   * @param isKeyed whether an entry of that id may be there, of a call that is repeated
   */
  record Renewal(
      UserId reseller,
      ClientId client,
      Optional<String> priceId,
      CreditEntryId paid,
      boolean isKeyed) {}

  /** A renewal that is not paid yet. */
  private record Renewed(Renewal wanted, Client client, Plan plan, Optional<Instant> servedUntil) {}

  /**
   * Renews all or none, and returns what became of each in their order.
   *
   * @throws DomainException as {@link ResellerService#renew} does, where one of them is refused
   */
  List<ChargedClient> renew(List<Renewal> wanted) {
    Map<Integer, ChargedClient> ends = new TreeMap<>();
    List<Integer> left = new ArrayList<>();
    for (int place = 0; place < wanted.size(); place++) {
      left.add(place);
    }
    while (!left.isEmpty()) {
      // Of a client that is renewed twice, the second time goes by what the first has left.
      Map<ClientId, Integer> round = new LinkedHashMap<>();
      left.removeIf(place -> round.putIfAbsent(wanted.get(place).client(), place) == null);
      Map<ClientId, ChargedClient> renewed =
          renewEach(round.values().stream().map(wanted::get).toList());
      round.forEach((client, place) -> ends.put(place, of(renewed, client)));
    }
    return List.copyOf(ends.values());
  }

  /** Renews clients of which each is there once. */
  private Map<ClientId, ChargedClient> renewEach(List<Renewal> wanted) {
    Map<ClientId, Client> locked = lock(wanted);
    Map<CreditEntryId, CreditEntry> before =
        credits.find(wanted.stream().filter(Renewal::isKeyed).map(Renewal::paid).toList());
    wanted.forEach(one -> mustBeAsBefore(one, Optional.ofNullable(before.get(one.paid()))));
    Instant now = clock.instant();
    List<Renewed> renewed =
        renewed(
            wanted.stream().filter(one -> !before.containsKey(one.paid())).toList(), locked, now);
    clients.save(renewed.stream().map(Renewed::client).toList());
    Map<UUID, ClientView> views =
        queries.clients(locked.keySet(), now).stream()
            .collect(Collectors.toMap(ClientView::id, Function.identity()));
    Map<CreditEntryId, CreditEntry> paid = new HashMap<>(before);
    for (CreditEntry entry : pay(renewed, views)) {
      paid.put(entry.id(), entry);
    }
    renewed.forEach(
        one ->
            facts.served(
                FactKind.CLIENT_RENEWED,
                one.client(),
                one.servedUntil(),
                of(paid, one.wanted().paid()),
                now));
    return wanted.stream()
        .collect(
            Collectors.toMap(
                Renewal::client,
                one -> Charges.charged(of(views, one.client().value()), of(paid, one.paid()))));
  }

  private Map<ClientId, Client> lock(List<Renewal> wanted) {
    Map<ClientId, Client> locked =
        clients.lock(wanted.stream().map(Renewal::client).toList()).stream()
            .collect(Collectors.toMap(Client::id, Function.identity()));
    for (Renewal one : wanted) {
      Optional.ofNullable(locked.get(one.client()))
          .orElseThrow(DomainException::notFound)
          .mustBeOf(one.reseller());
    }
    return locked;
  }

  private void mustBeAsBefore(Renewal wanted, Optional<CreditEntry> before) {
    if (before.isPresent()) {
      wanted.priceId().ifPresent(price -> charges.mustBeFor(price, before));
    }
  }

  private List<Renewed> renewed(List<Renewal> wanted, Map<ClientId, Client> locked, Instant now) {
    Map<PlanId, Plan> had = new HashMap<>();
    Map<String, Plan> offered = new HashMap<>();
    List<Renewed> all = new ArrayList<>();
    for (Renewal one : wanted) {
      Client client = of(locked, one.client());
      Plan before = had.computeIfAbsent(client.plan(), id -> plans.find(id).orElseThrow());
      Plan plan =
          one.priceId()
              .map(price -> offered.computeIfAbsent(price, charges::offered))
              .orElse(before);
      Optional<Instant> servedUntil = client.servedUntil(now);
      client.renew(plan, before, now);
      all.add(new Renewed(one, client, plan, servedUntil));
    }
    return all;
  }

  private List<CreditEntry> pay(Collection<Renewed> renewed, Map<UUID, ClientView> views) {
    return credits.take(
        renewed.stream()
            .map(
                one ->
                    Charges.month(
                        one.wanted().paid(),
                        CreditKind.CLIENT_RENEWED,
                        one.client(),
                        one.plan(),
                        of(views, one.client().id().value()).email()))
            .toList());
  }

  private static <K, V> V of(Map<K, V> all, K key) {
    return Optional.ofNullable(all.get(key)).orElseThrow();
  }
}
