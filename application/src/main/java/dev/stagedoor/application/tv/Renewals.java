package dev.stagedoor.application.tv;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.port.Answer;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
   * @param paid the entry that pays for it; where that is there, this was done before
   */
  record Renewal(UserId reseller, ClientId client, Optional<String> priceId, CreditEntryId paid) {}

  /** A client who has another month, which is not paid yet. */
  private record Renewed(
      Renewal wanted,
      Client client,
      Plan plan,
      Optional<Instant> servedUntil,
      Credits.Taking price) {
    ClientView seen(ClientView before, Instant now) {
      return before.changed(client, plan, now);
    }
  }

  /**
   * Renews what can be, and returns what became of each in their order, refused as {@link
   * ResellerService#renew} says. Whoever is refused leaves nothing behind.
   */
  List<Answer<ChargedClient>> renew(List<Renewal> wanted) {
    Map<Integer, Answer<ChargedClient>> ends = new TreeMap<>();
    List<Integer> left = new ArrayList<>();
    for (int place = 0; place < wanted.size(); place++) {
      left.add(place);
    }
    while (!left.isEmpty()) {
      // Of a client that is renewed twice, the second time goes by what the first has left.
      Map<ClientId, Integer> round = new LinkedHashMap<>();
      left.removeIf(place -> round.putIfAbsent(wanted.get(place).client(), place) == null);
      Map<ClientId, Answer<ChargedClient>> renewed =
          renewEach(round.values().stream().map(wanted::get).toList());
      round.forEach((client, place) -> ends.put(place, of(renewed, client)));
    }
    return List.copyOf(ends.values());
  }

  /** Renews clients of which each is there once. */
  private Map<ClientId, Answer<ChargedClient>> renewEach(List<Renewal> wanted) {
    // As it is stored, so that who asks again reads the same.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<ClientId> ids = wanted.stream().map(Renewal::client).toList();
    Map<ClientId, Client> locked =
        clients.lock(ids).stream().collect(Collectors.toMap(Client::id, Function.identity()));
    Map<CreditEntryId, CreditEntry> paid =
        new HashMap<>(credits.find(wanted.stream().map(Renewal::paid).toList()));
    Map<UUID, ClientView> views = views(ids, now);
    Map<ClientId, Answer<ChargedClient>> answers = new HashMap<>();
    List<Renewed> renewed = new ArrayList<>();
    Offer offer = new Offer();
    for (Renewal one : wanted) {
      try {
        Client client = mine(one, Optional.ofNullable(locked.get(one.client())));
        if (paid.containsKey(one.paid())) {
          mustBeAsBefore(one, of(paid, one.paid()));
        } else {
          renewed.add(renewed(one, client, offer, of(views, client.id().value()), now));
        }
      } catch (DomainException why) {
        answers.put(one.client(), Answer.refused(why));
      }
    }
    paid.putAll(credits.takeWhatIsThere(renewed.stream().map(Renewed::price).toList()));
    List<Renewed> kept = new ArrayList<>();
    for (Renewed one : renewed) {
      if (paid.containsKey(one.wanted().paid())) {
        kept.add(one);
        views.compute(one.client().id().value(), (id, before) -> one.seen(before, now));
      } else {
        answers.put(one.client().id(), Answer.refused(credits.insufficient(one.price())));
      }
    }
    keep(kept, paid, now);
    for (Renewal one : wanted) {
      answers.computeIfAbsent(
          one.client(),
          client -> Answer.of(Charges.charged(of(views, client.value()), of(paid, one.paid()))));
    }
    return answers;
  }

  private Map<UUID, ClientView> views(List<ClientId> ids, Instant now) {
    return queries.clients(ids, now).stream()
        .collect(Collectors.toMap(ClientView::id, Function.identity()));
  }

  private static Client mine(Renewal wanted, Optional<Client> found) {
    Client client = found.orElseThrow(DomainException::notFound);
    client.mustBeOf(wanted.reseller());
    return client;
  }

  private void mustBeAsBefore(Renewal wanted, CreditEntry before) {
    wanted.priceId().ifPresent(price -> charges.mustBeFor(price, Optional.of(before)));
  }

  /** The plans that some renewals are for, each looked up once. */
  private final class Offer {
    private final Map<PlanId, Plan> had = new HashMap<>();
    private final Map<String, Plan> offered = new HashMap<>();

    Plan of(Client client) {
      return had.computeIfAbsent(client.plan(), id -> plans.find(id).orElseThrow());
    }

    Plan at(String price) {
      return offered.computeIfAbsent(price, charges::offered);
    }
  }

  private static Renewed renewed(
      Renewal wanted, Client client, Offer offer, ClientView view, Instant now) {
    Plan before = offer.of(client);
    Plan plan = wanted.priceId().map(offer::at).orElse(before);
    Optional<Instant> servedUntil = client.servedUntil(now);
    client.renew(plan, before, now);
    return new Renewed(
        wanted,
        client,
        plan,
        servedUntil,
        Charges.month(wanted.paid(), CreditKind.CLIENT_RENEWED, client, plan, view.email()));
  }

  private void keep(List<Renewed> renewed, Map<CreditEntryId, CreditEntry> paid, Instant now) {
    clients.save(renewed.stream().map(Renewed::client).toList());
    renewed.forEach(
        one ->
            facts.served(
                FactKind.CLIENT_RENEWED,
                one.client(),
                one.servedUntil(),
                of(paid, one.wanted().paid()),
                now));
  }

  private static <K, V> V of(Map<K, V> all, K key) {
    return Optional.ofNullable(all.get(key)).orElseThrow();
  }
}
