package dev.stagedoor.application.fake;

import dev.stagedoor.application.analytics.AnalyticsSums.Cohorts;
import dev.stagedoor.application.analytics.AnalyticsSums.Part;
import dev.stagedoor.application.analytics.AnalyticsSums.Spender;
import dev.stagedoor.application.analytics.AnalyticsSums.Sum;
import dev.stagedoor.application.port.AnalyticsQueries;
import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryFacts;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through all facts, each time. */
public final class InMemoryAnalyticsQueries implements AnalyticsQueries {
  private final InMemoryFacts facts;
  private final InMemoryAccountRepository accounts;

  public InMemoryAnalyticsQueries(InMemoryFacts facts, InMemoryAccountRepository accounts) {
    this.facts = facts;
    this.accounts = accounts;
  }

  @Override
  public List<Sum> sums(Set<FactKind> kinds, List<Instant> moments) {
    mustBeWhole(moments);
    record Key(int slice, FactKind kind, Optional<Currency> currency) {}
    Map<Key, List<Fact>> found =
        facts
            .counted()
            .filter(fact -> kinds.contains(fact.kind()))
            .collect(
                Collectors.groupingBy(
                    fact -> new Key(slice(fact.at(), moments), fact.kind(), fact.currency())));
    return found.entrySet().stream()
        .filter(entry -> entry.getKey().slice() < moments.size() - 1)
        .map(
            entry ->
                new Sum(
                    entry.getKey().slice(),
                    entry.getKey().kind(),
                    entry.getKey().currency(),
                    entry.getValue().size(),
                    entry.getValue().stream().mapToLong(Fact::amount).sum()))
        .toList();
  }

  static int slice(Instant at, List<Instant> moments) {
    return (int) moments.stream().filter(moment -> !at.isBefore(moment)).count() - 1;
  }

  static void mustBeWhole(List<Instant> moments) {
    moments.forEach(
        moment -> {
          if (moment.getEpochSecond() % 900 != 0 || moment.getNano() != 0) {
            throw new IllegalArgumentException(moment.toString());
          }
        });
  }

  @Override
  public List<Part> parts(Set<FactKind> kinds, Instant to) {
    mustBeWhole(List.of(to));
    record Key(FactKind kind, String what, Optional<Currency> currency) {}
    List<Part> parts = new ArrayList<>();
    facts
        .counted()
        .filter(fact -> kinds.contains(fact.kind()))
        .filter(fact -> !fact.what().isEmpty() && fact.at().isBefore(to))
        .collect(Collectors.groupingBy(fact -> new Key(fact.kind(), fact.what(), fact.currency())))
        .forEach(
            (key, its) ->
                parts.add(
                    new Part(
                        key.kind(),
                        key.what(),
                        key.currency(),
                        its.size(),
                        its.stream().mapToLong(Fact::amount).sum())));
    return parts;
  }

  @Override
  public Map<LocalDate, Long> active(Grouping grouping, LocalDate first, LocalDate last) {
    Map<LocalDate, Long> active = new TreeMap<>();
    starts(grouping).values().stream()
        .flatMap(Set::stream)
        .filter(start -> !start.isBefore(first) && !start.isAfter(last))
        .forEach(start -> active.merge(start, 1L, Long::sum));
    return active;
  }

  @Override
  public List<Cohorts> cohorts(Grouping grouping, LocalDate first, LocalDate last) {
    Map<LocalDate, Map<LocalDate, Long>> people = new TreeMap<>();
    starts(grouping)
        .values()
        .forEach(
            starts ->
                starts.forEach(
                    start ->
                        people
                            .computeIfAbsent(starts.first(), cohort -> new TreeMap<>())
                            .merge(start, 1L, Long::sum)));
    List<Cohorts> cohorts = new ArrayList<>();
    people.forEach(
        (cohort, starts) -> {
          if (!cohort.isBefore(first) && !cohort.isAfter(last)) {
            starts.forEach((start, count) -> cohorts.add(new Cohorts(cohort, start, count)));
          }
        });
    return cohorts;
  }

  /** Returns in which days, weeks or months of UTC each was here. */
  private Map<UserId, SortedSet<LocalDate>> starts(Grouping grouping) {
    Map<UserId, SortedSet<LocalDate>> starts = new HashMap<>();
    facts
        .counted()
        .filter(fact -> fact.kind() == FactKind.ACTIVE)
        .forEach(
            fact ->
                starts
                    .computeIfAbsent(fact.who().orElseThrow(), who -> new TreeSet<>())
                    .add(grouping.startOf(fact.at().atZone(ZoneOffset.UTC).toLocalDate())));
    return starts;
  }

  @Override
  public Page<Spender> spenders(Instant from, Instant to, PageRequest page) {
    mustBeWhole(List.of(from, to));
    Function<FactKind, Stream<Fact>> of =
        kind ->
            facts
                .counted()
                .filter(fact -> fact.kind() == kind)
                .filter(fact -> !fact.at().isBefore(from) && fact.at().isBefore(to));
    Map<String, Long> spent =
        of.apply(FactKind.CREDITS_SPENT)
            .collect(Collectors.groupingBy(Fact::what, Collectors.summingLong(Fact::amount)));
    Map<String, Long> clients =
        of.apply(FactKind.CLIENT_CREATED)
            .collect(Collectors.groupingBy(Fact::what, Collectors.counting()));
    return Pages.of(
        Stream.concat(spent.keySet().stream(), clients.keySet().stream())
            .distinct()
            .flatMap(id -> accounts.find(new UserId(UUID.fromString(id))).stream())
            .map(
                account -> {
                  String id = account.id().value().toString();
                  return new Spender(
                      account.id().value(),
                      account.email().value(),
                      spent.getOrDefault(id, 0L),
                      clients.getOrDefault(id, 0L));
                })
            .sorted(
                Comparator.comparing(Spender::spent)
                    .reversed()
                    .thenComparing(spender -> spender.id().toString()))
            .toList(),
        page);
  }
}
