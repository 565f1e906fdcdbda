package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.stagedoor.application.analytics.AnalyticsSums.Cohorts;
import dev.stagedoor.application.analytics.AnalyticsSums.Part;
import dev.stagedoor.application.analytics.AnalyticsSums.Spender;
import dev.stagedoor.application.analytics.AnalyticsSums.Sum;
import dev.stagedoor.application.port.AnalyticsQueries;
import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.RollUp;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every sum of facts must do. Each test has years of its own. */
public interface AnalyticsQueriesContract extends RepositoryContract {
  Currency USD = Currency.getInstance("USD");
  Currency EUR = Currency.getInstance("EUR");

  AnalyticsQueries queries();

  Facts facts();

  RollUp rollUp();

  AccountRepository accounts();

  @Test
  default void factsAreAddedUpBetweenMoments() {
    tell(
        fact(FactKind.SUBSCRIBED, "2031-03-01T23:44:59Z").with(100, USD),
        fact(FactKind.SUBSCRIBED, "2031-03-01T23:45:00Z").with(10, USD),
        fact(FactKind.SUBSCRIBED, "2031-03-02T12:00:00Z").with(20, USD),
        fact(FactKind.SUBSCRIBED, "2031-03-02T12:00:00Z").with(7, EUR),
        fact(FactKind.CHURNED, "2031-03-03T04:14:59Z").with(-5, USD),
        fact(FactKind.CHURNED, "2031-03-03T04:15:00Z").with(-6, USD),
        fact(FactKind.SIGNED_UP, "2031-03-03T04:15:00Z"),
        fact(FactKind.CHURNED, "2031-03-07T00:00:00Z").with(-8, USD),
        fact(FactKind.CHURNED, "2031-03-07T19:30:00Z").with(-9, USD));

    List<Sum> sums =
        sums(
            Set.of(FactKind.SUBSCRIBED, FactKind.CHURNED),
            "2031-03-01T23:45:00Z",
            "2031-03-03T04:15:00Z",
            "2031-03-03T04:15:00Z",
            "2031-03-07T19:30:00Z");

    assertThat(sums.stream().filter(sum -> sum.slice() >= 0))
        .containsExactlyInAnyOrder(
            new Sum(0, FactKind.SUBSCRIBED, Optional.of(USD), 2, 30),
            new Sum(0, FactKind.SUBSCRIBED, Optional.of(EUR), 1, 7),
            new Sum(0, FactKind.CHURNED, Optional.of(USD), 1, -5),
            new Sum(2, FactKind.CHURNED, Optional.of(USD), 2, -14));
  }

  @Test
  default void allThatWasBeforeIsASliceToo() {
    Set<FactKind> kinds = Set.of(FactKind.CLIENT_SERVED);
    String[] moments = {"2032-06-02T10:15:00Z", "2032-06-03T00:00:00Z"};
    long before = before(sums(kinds, moments));
    tell(
        fact(FactKind.CLIENT_SERVED, "2032-06-02T10:14:59Z").with(3),
        fact(FactKind.CLIENT_SERVED, "2001-06-02T10:15:00Z").with(-1),
        fact(FactKind.CLIENT_SERVED, "2032-06-02T10:15:00Z").with(50));

    assertThat(before(sums(kinds, moments)) - before).isEqualTo(2);
  }

  private static long before(List<Sum> sums) {
    return sums.stream().filter(sum -> sum.slice() == -1).mapToLong(Sum::amount).sum();
  }

  @Test
  default void whatIsToldTwiceCountsOnce() {
    Fact fact = fact(FactKind.SIGNED_UP, "2033-01-31T12:00:00Z");
    tell(fact, fact);
    tell(fact.with(9));

    assertThat(
            sums(Set.of(FactKind.SIGNED_UP), "2033-01-31T00:00:00Z", "2033-02-01T00:00:00Z")
                .stream()
                .filter(sum -> sum.slice() >= 0))
        .containsExactly(new Sum(0, FactKind.SIGNED_UP, Optional.empty(), 1, 0));
  }

  @Test
  default void partsAreAddedUpByWhatTheyAreCountedBy() {
    String mine = "price_" + UUID.randomUUID();
    tell(
        fact(FactKind.PLAN_TAKEN, "2034-01-31T23:59:59Z").by(mine).with(10, USD),
        fact(FactKind.PLAN_TAKEN, "2034-02-01T00:00:00Z").by(mine).with(10, USD),
        fact(FactKind.PLAN_LEFT, "2034-02-03T04:59:59Z").by(mine).with(-10, USD),
        fact(FactKind.PLAN_LEFT, "2034-02-03T05:00:00Z").by(mine).with(-10, USD));

    assertThat(
            write(
                    () ->
                        queries()
                            .parts(
                                Set.of(FactKind.PLAN_TAKEN, FactKind.PLAN_LEFT),
                                Instant.parse("2034-02-03T05:00:00Z")))
                .stream()
                .filter(part -> part.what().equals(mine)))
        .containsExactlyInAnyOrder(
            new Part(FactKind.PLAN_TAKEN, mine, Optional.of(USD), 2, 20),
            new Part(FactKind.PLAN_LEFT, mine, Optional.of(USD), 1, -10));
  }

  @Test
  default void everybodyCountsOnceInAWeekAndAMonth() {
    UserId ada = aUserId();
    UserId bob = aUserId();
    tell(
        active(ada, "2035-04-30T23:00:00Z"),
        active(ada, "2035-05-01T01:00:00Z"),
        active(bob, "2035-05-01T01:00:00Z"),
        active(ada, "2035-05-06T01:00:00Z"),
        active(ada, "2035-05-07T01:00:00Z"));

    assertThat(active(Grouping.DAY, "2035-05-01", "2035-05-06"))
        .containsExactly("2035-05-01 2", "2035-05-06 1");
    assertThat(active(Grouping.WEEK, "2035-04-30", "2035-05-07"))
        .containsExactly("2035-04-30 2", "2035-05-07 1");
    assertThat(active(Grouping.MONTH, "2035-04-01", "2035-05-01"))
        .containsExactly("2035-04-01 1", "2035-05-01 2");
  }

  @Test
  default void whoTurnsOutToHaveBeenThereEarlierChangesCohort() {
    UserId ada = aUserId();
    UserId bob = aUserId();
    tell(active(ada, "2036-03-12T10:00:00Z"), active(ada, "2036-05-12T10:00:00Z"));
    tell(active(bob, "2036-03-31T10:00:00Z"), active(ada, "2036-03-13T10:00:00Z"));
    assertThat(cohorts(Grouping.MONTH, "2036-02-01", "2036-05-01"))
        .containsExactly(
            cohort("2036-03-01", "2036-03-01", 2), cohort("2036-03-01", "2036-05-01", 1));

    tell(active(ada, "2036-02-29T23:59:59Z"));

    assertThat(cohorts(Grouping.MONTH, "2036-02-01", "2036-05-01"))
        .containsExactly(
            cohort("2036-02-01", "2036-02-01", 1),
            cohort("2036-02-01", "2036-03-01", 1),
            cohort("2036-02-01", "2036-05-01", 1),
            cohort("2036-03-01", "2036-03-01", 1));
    assertThat(cohorts(Grouping.WEEK, "2036-02-25", "2036-03-03"))
        .startsWith(cohort("2036-02-25", "2036-02-25", 1));
    assertThat(cohorts(Grouping.MONTH, "2036-04-01", "2036-05-01")).isEmpty();
  }

  @Test
  default void resellersAreListedByWhatTheySpent() {
    UserId ada = anAccount();
    UserId bob = anAccount();
    UserId cleo = anAccount();
    tell(
        spent(ada, 500, "2037-01-15T10:00:00Z"),
        spent(ada, 70, "2037-03-31T21:59:59Z"),
        spent(ada, 9000, "2037-03-31T22:00:00Z"),
        spent(bob, 400, "2037-01-01T00:15:00Z"),
        spent(bob, 400, "2037-02-10T10:00:00Z"),
        spent(bob, 9000, "2037-01-01T00:00:00Z"),
        created(bob, "2037-02-20T10:00:00Z"),
        created(bob, "2037-03-31T10:00:00Z"),
        created(cleo, "2037-03-02T10:00:00Z"),
        spent(aUserId(), 5000, "2037-02-10T10:00:00Z"));

    Page<Spender> all = spenders(new PageRequest(1, 10));

    assertThat(all.items())
        .extracting(Spender::id, Spender::spent, Spender::clients)
        .containsExactly(
            tuple(bob.value(), 800L, 2L),
            tuple(ada.value(), 570L, 0L),
            tuple(cleo.value(), 0L, 1L));
    assertThat(all.total()).isEqualTo(3);
    assertThat(spenders(new PageRequest(2, 2)).items()).containsExactly(all.items().get(2));
    assertThat(spenders(new PageRequest(2, 2)).total()).isEqualTo(3);
    assertThat(spenders(new PageRequest(4, 2)).items()).isEmpty();
    assertThat(spenders(new PageRequest(4, 2)).total()).isEqualTo(3);
    assertThat(all.items().get(0).email())
        .isEqualTo(write(() -> accounts().find(bob)).orElseThrow().email().value());
  }

  @Test
  default void sumsAreToldOfWholeQuartersOfAnHourOnly() {
    assertThatThrownBy(
            () -> sums(Set.of(FactKind.CHURNED), "2031-03-01T00:00:00Z", "2031-03-01T00:20:00Z"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void nothingIsReadOutsideAUnitOfWork() {
    LocalDate day = LocalDate.EPOCH;
    assertNeedsUnitOfWork(() -> queries().sums(Set.of(), List.of(Instant.EPOCH)));
    assertNeedsUnitOfWork(() -> queries().parts(Set.of(), Instant.EPOCH));
    assertNeedsUnitOfWork(() -> queries().active(Grouping.DAY, day, day));
    assertNeedsUnitOfWork(() -> queries().cohorts(Grouping.WEEK, day, day));
    assertNeedsUnitOfWork(
        () -> queries().spenders(Instant.EPOCH, Instant.EPOCH, PageRequest.first()));
  }

  private Page<Spender> spenders(PageRequest page) {
    return write(
        () ->
            queries()
                .spenders(
                    Instant.parse("2037-01-01T00:15:00Z"),
                    Instant.parse("2037-03-31T22:00:00Z"),
                    page));
  }

  private List<Sum> sums(Set<FactKind> kinds, String... moments) {
    return write(
        () -> queries().sums(kinds, List.of(moments).stream().map(Instant::parse).toList()));
  }

  private List<String> active(Grouping grouping, String first, String last) {
    return write(() -> queries().active(grouping, LocalDate.parse(first), LocalDate.parse(last)))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .sorted()
        .toList();
  }

  private List<Cohorts> cohorts(Grouping grouping, String first, String last) {
    return write(() -> queries().cohorts(grouping, LocalDate.parse(first), LocalDate.parse(last)));
  }

  private static Cohorts cohort(String cohort, String start, long people) {
    return new Cohorts(LocalDate.parse(cohort), LocalDate.parse(start), people);
  }

  private void tell(Fact... news) {
    run(() -> facts().record(List.of(news)));
    while (write(() -> rollUp().next(2)) == 2) {
      // Until nothing is left.
    }
  }

  private UserId anAccount() {
    Account account = AccountBuilder.anAccount().build();
    run(() -> accounts().save(account));
    return account.id();
  }

  private static Fact fact(FactKind kind, String at) {
    return Fact.of(kind, UUID.randomUUID().toString(), aUserId(), Instant.parse(at));
  }

  private static Fact active(UserId who, String at) {
    return Fact.of(
        FactKind.ACTIVE, who.value() + " " + at.substring(0, 10), who, Instant.parse(at));
  }

  private static Fact spent(UserId who, long credits, String at) {
    return fact(FactKind.CREDITS_SPENT, at).by(who.value().toString()).with(credits);
  }

  private static Fact created(UserId who, String at) {
    return fact(FactKind.CLIENT_CREATED, at).by(who.value().toString());
  }
}
