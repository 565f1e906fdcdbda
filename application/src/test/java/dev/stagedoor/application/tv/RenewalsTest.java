package dev.stagedoor.application.tv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.analytics.FactBook;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.port.Answer;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fake.InMemoryPaidPlans;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.TvError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Renewals that are asked for at the same time, and done by the same statements. */
class RenewalsTest {
  private final Lounge lounge = new Lounge();
  private final InMemoryStagedoor house = lounge.house;
  private final Actor one = lounge.reseller(10_000);
  private final Actor two = lounge.reseller(10_000);
  private final ClientId ada = aClientOf(one);
  private final ClientId bob = aClientOf(one);
  private final ClientId cyd = aClientOf(two);
  private final Renewals renewals = renewals();

  private ClientId aClientOf(Actor reseller) {
    return new ClientId(
        lounge.resellers().create(reseller, lounge.aClient(Optional.empty())).client().id());
  }

  private Renewals renewals() {
    Credits credits = new Credits(house.tvPorts().credits(), house.clock(), UUID::randomUUID);
    return new Renewals(
        house.tvPorts(),
        credits,
        new Charges(house.tvPorts().plans(), credits),
        new TvFacts(
            new FactBook(house.facts(), new InMemoryPaidPlans(new InMemoryStore())),
            house.tvPorts().plans()),
        house.clock());
  }

  private static Renewals.Renewal of(Actor reseller, ClientId client) {
    return new Renewals.Renewal(
        reseller.userId(), client, Optional.empty(), new CreditEntryId(UUID.randomUUID()));
  }

  private static Renewals.Renewal at(String price, Renewals.Renewal of) {
    return new Renewals.Renewal(of.reseller(), of.client(), Optional.of(price), of.paid());
  }

  private List<ChargedClient> renew(Renewals.Renewal... wanted) {
    return tried(wanted).stream().map(Answer::orThrow).toList();
  }

  private List<Answer<ChargedClient>> tried(Renewals.Renewal... wanted) {
    return house.unitOfWork().write(() -> renewals.renew(List.of(wanted)));
  }

  private Instant paidUntil(Actor reseller, ClientId client) {
    return lounge.resellers().client(reseller, client).paidUntil();
  }

  @Test
  void eachIsAnsweredInItsPlace() {
    List<ChargedClient> ends = renew(of(one, ada), of(two, cyd), of(one, bob));

    assertThat(ends)
        .extracting(end -> end.client().id())
        .containsExactly(ada.value(), cyd.value(), bob.value());
    assertThat(ends).extracting(ChargedClient::creditsCharged).containsOnly(499L);
    assertThat(ends)
        .extracting(ChargedClient::creditsBalance)
        .containsExactly(8_503L, 9_002L, 8_004L);
    assertThat(ends.get(0).client()).isEqualTo(lounge.resellers().client(one, ada));
    assertThat(ends.get(0).client().paidUntil()).isEqualTo(Instant.parse("2025-08-01T10:00:00Z"));
  }

  @Test
  void whoeverTakesAnotherPlanIsSeenWithIt() {
    ChargedClient end = renew(at(Lounge.FAMILY, of(one, ada))).get(0);

    assertThat(end.client().priceId()).isEqualTo(Lounge.FAMILY);
    assertThat(end.client()).isEqualTo(lounge.resellers().client(one, ada));
  }

  @Test
  void oneClientIsRenewedAsOftenAsItIsAskedFor() {
    Renewals.Renewal free = of(one, ada);
    Renewals.Renewal again = of(one, ada);

    List<ChargedClient> ends = renew(free, of(two, cyd), again, of(one, ada));

    assertThat(ends)
        .extracting(end -> end.client().paidUntil())
        .containsExactly(
            Instant.parse("2025-08-01T10:00:00Z"),
            Instant.parse("2025-08-01T10:00:00Z"),
            Instant.parse("2025-09-01T10:00:00Z"),
            Instant.parse("2025-10-01T10:00:00Z"));
    assertThat(ends.get(3).creditsBalance()).isEqualTo(10_000 - 5 * 499);
    assertThat(house.unitOfWork().read(house.facts()::all))
        .filteredOn(fact -> fact.kind() == FactKind.CLIENT_RENEWED)
        .filteredOn(fact -> fact.who().filter(one.userId()::equals).isPresent())
        .hasSize(3);
  }

  @Test
  void whatIsAskedForTwiceIsDoneOnceAlsoWithoutAKey() {
    Renewals.Renewal wanted = of(one, ada);

    List<ChargedClient> ends = renew(wanted, of(two, cyd), wanted);

    assertThat(ends.get(2)).isEqualTo(ends.get(0));
    assertThat(renew(wanted)).containsExactly(ends.get(0));
    assertThat(paidUntil(one, ada)).isEqualTo(Instant.parse("2025-08-01T10:00:00Z"));
  }

  @Test
  void whoeverIsRefusedHindersNobody() {
    Actor poor = lounge.reseller(499 + 499);
    ClientId dee = aClientOf(poor);
    ClientId eve = new ClientId(UUID.randomUUID());

    List<Answer<ChargedClient>> ends =
        tried(
            of(poor, dee),
            of(two, ada),
            at("price_of_nothing", of(one, ada)),
            of(one, bob),
            of(two, eve),
            at(Lounge.BASIC, of(two, cyd)),
            of(poor, dee));

    assertThat(ends.get(0).orThrow().creditsBalance()).isZero();
    assertRefused(CommonError.NOT_FOUND, ends.get(1));
    assertRefused(TvError.PLAN_UNKNOWN, ends.get(2));
    assertThat(ends.get(3).orThrow().client().paidUntil()).isEqualTo(paidUntil(one, bob));
    assertRefused(CommonError.NOT_FOUND, ends.get(4));
    assertThat(ends.get(5).orThrow().creditsCharged()).isEqualTo(499);
    assertRefused(TvError.INSUFFICIENT_CREDITS, ends.get(6));
    assertThat(paidUntil(one, ada)).isEqualTo(Instant.parse("2025-07-01T10:00:00Z"));
    assertThat(paidUntil(poor, dee)).isEqualTo(Instant.parse("2025-08-01T10:00:00Z"));
  }

  @Test
  void whoCannotPayAllOfTheirOwnPaysWhatTheyCanInOrder() {
    Actor poor = lounge.reseller(3 * 499 + 100);
    ClientId dee = aClientOf(poor);
    ClientId eve = aClientOf(poor);

    List<Answer<ChargedClient>> ends = tried(of(poor, dee), of(one, ada), of(poor, eve));

    assertThat(ends.get(0).orThrow().creditsBalance()).isEqualTo(100);
    assertThat(ends.get(1).orThrow().creditsCharged()).isEqualTo(499);
    assertRefused(TvError.INSUFFICIENT_CREDITS, ends.get(2));
    assertThat(paidUntil(poor, eve)).isEqualTo(Instant.parse("2025-07-01T10:00:00Z"));
  }

  private static void assertRefused(ErrorCode code, Answer<ChargedClient> answer) {
    assertThatThrownBy(answer::orThrow)
        .isInstanceOfSatisfying(
            DomainException.class, thrown -> assertThat(thrown.code()).isEqualTo(code));
  }
}
