package dev.stagedoor.persistence.tv;

import static dev.stagedoor.persistence.tv.TvHouse.aClient;
import static dev.stagedoor.persistence.tv.TvHouse.tried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.tv.ChargedClient;
import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.application.tv.MovedCredits;
import dev.stagedoor.application.tv.NewClient;
import dev.stagedoor.application.tv.ResellerService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.persistence.TestPersistence;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Resellers who do much at once, in the real database: every credit is spent once. */
class ResellersTogetherTest {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  private static final Optional<String> KEY = Optional.of("order-12345");
  private static final PageRequest MANY = new PageRequest(1, 1000);
  private static final long PRICE = 499;

  private final TvHouse house = new TvHouse(OPEN);
  private final ResellerService resellers = house.stagedoor.resellers();

  private List<ClientView> clients(Actor reseller) {
    return resellers.clients(reseller, Optional.empty(), MANY).items();
  }

  private long balance(Actor reseller) {
    return resellers.dashboard(reseller).creditsBalance();
  }

  /** Adds up what was moved, and looks whether each entry follows the one before. */
  private void ledgerMustAddUp(Actor reseller, int entries, long balance) {
    List<CreditEntry> all =
        house
            .stagedoor
            .credits()
            .list(reseller, Optional.empty(), Optional.empty(), MANY)
            .items()
            .stream()
            .sorted((one, other) -> Long.compare(one.number(), other.number()))
            .toList();
    assertThat(all)
        .extracting(CreditEntry::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries).boxed().toList());
    long sum = 0;
    for (CreditEntry entry : all) {
      sum += entry.amount();
      assertThat(entry.balance()).isEqualTo(sum).isNotNegative();
    }
    assertThat(sum).isEqualTo(balance).isEqualTo(balance(reseller));
  }

  @Test
  void fiftyCallsAtOnceWithCreditsForTwentyMakeTwentyClients() {
    Actor reseller = house.reseller(20 * PRICE + PRICE - 1);

    List<Object> answers =
        Race.of(
            50,
            tried(() -> resellers.create(reseller, aClient(Optional.empty())).creditsCharged()));

    assertThat(Collections.frequency(answers, PRICE)).isEqualTo(20);
    assertThat(Collections.frequency(answers, TvError.INSUFFICIENT_CREDITS)).isEqualTo(30);
    assertThat(clients(reseller)).hasSize(20);
    ledgerMustAddUp(reseller, 21, PRICE - 1);
  }

  @Test
  void fiftyResellersAtOnceDoNotDisturbEachOther() {
    Queue<Actor> waiting = new ConcurrentLinkedQueue<>();
    List<Actor> all = IntStream.range(0, 50).mapToObj(number -> house.reseller(1_000)).toList();
    waiting.addAll(all);

    List<Object> answers =
        Race.of(
            50,
            tried(
                () -> {
                  Actor mine = waiting.remove();
                  ChargedClient made = resellers.create(mine, aClient(KEY));
                  return resellers
                      .renew(mine, new ClientId(made.client().id()), Optional.empty(), KEY)
                      .creditsBalance();
                }));

    assertThat(answers).hasSize(50).containsOnly(2L);
    all.forEach(
        reseller -> {
          assertThat(clients(reseller)).hasSize(1);
          ledgerMustAddUp(reseller, 3, 2);
        });
  }

  @Test
  void theSameKeyInManyCallsAtOnceMakesOneClient() {
    Actor reseller = house.reseller(10_000);
    NewClient wanted = aClient(KEY);

    List<Object> answers =
        Race.of(12, tried(() -> resellers.create(reseller, wanted).client().id()));

    Object only = clients(reseller).get(0).id();
    assertThat(new HashSet<>(answers)).contains(only).isSubsetOf(only, AuthError.EMAIL_TAKEN);
    assertThat(clients(reseller)).hasSize(1);
    assertThat(resellers.create(reseller, wanted).client().id()).isEqualTo(only);
    ledgerMustAddUp(reseller, 2, 10_000 - PRICE);
  }

  @Test
  void aCallThatDiedBeforeTheAccountWasCompleteIsRepeatedByItsKey() {
    Actor reseller = house.reseller(10_000);
    NewClient wanted = aClient(KEY);
    house.dieAfterIdentity(true);
    assertThatThrownBy(() -> resellers.create(reseller, wanted)).isInstanceOf(TvHouse.Crash.class);
    house.dieAfterIdentity(false);
    ledgerMustAddUp(reseller, 1, 10_000);

    ChargedClient made = resellers.create(reseller, wanted);

    assertThat(resellers.create(reseller, wanted)).isEqualTo(made);
    assertThat(clients(reseller)).hasSize(1);
    ledgerMustAddUp(reseller, 2, 10_000 - PRICE);
  }

  @Test
  void theSameKeyInManyCallsAtOnceRenewsOnce() {
    Actor reseller = house.reseller(10_000);
    ClientId id = new ClientId(resellers.create(reseller, aClient(Optional.empty())).client().id());

    List<ChargedClient> answers =
        Race.of(20, () -> resellers.renew(reseller, id, Optional.empty(), KEY));

    assertThat(new HashSet<>(answers)).hasSize(1);
    ledgerMustAddUp(reseller, 3, 10_000 - 2 * PRICE);
  }

  @Test
  void renewalsOfOneResellerAtOnceEndWhereTheCreditsDo() {
    Actor reseller = house.reseller(5 * PRICE);
    ClientId id = new ClientId(resellers.create(reseller, aClient(Optional.empty())).client().id());

    List<Object> answers =
        Race.of(
            20,
            tried(
                () ->
                    resellers
                        .renew(reseller, id, Optional.empty(), Optional.empty())
                        .creditsCharged()));

    assertThat(Collections.frequency(answers, PRICE)).isEqualTo(4);
    assertThat(Collections.frequency(answers, TvError.INSUFFICIENT_CREDITS)).isEqualTo(16);
    assertThat(resellers.client(reseller, id).paidUntil())
        .isEqualTo(house.clock.instant().atZone(ZoneOffset.UTC).plusMonths(5).toInstant());
    ledgerMustAddUp(reseller, 6, 0);
  }

  @Test
  void theSameKeyOfAnAdminInManyCallsAtOnceIsOneGrantOnOneRecord() {
    Actor reseller = house.reseller(1);
    Actor admin = house.admin();

    List<MovedCredits> answers =
        Race.of(
            20, () -> house.stagedoor.credits().add(admin, reseller.userId(), 100, "Bulk", KEY));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(
            house
                .stagedoor
                .audit()
                .list(admin, Optional.of(admin.userId()), Optional.empty(), MANY)
                .items())
        .hasSize(1);
    ledgerMustAddUp(reseller, 2, 101);
  }

  @Test
  void grantsAndDeductionsAtOnceNeverGoBelowNothing() {
    Actor reseller = house.reseller(10);
    Actor admin = house.admin();
    Queue<Integer> numbers = new ConcurrentLinkedQueue<>(IntStream.range(0, 40).boxed().toList());

    List<Object> answers =
        Race.of(
            40,
            tried(
                () ->
                    numbers.remove() % 2 == 0
                        ? house
                            .stagedoor
                            .credits()
                            .add(admin, reseller.userId(), 1, "", Optional.empty())
                            .entry()
                            .amount()
                        : house
                            .stagedoor
                            .credits()
                            .deduct(admin, reseller.userId(), 7, "", Optional.empty())
                            .entry()
                            .amount()));

    assertThat(Collections.frequency(answers, 1L)).isEqualTo(20);
    int taken = Collections.frequency(answers, -7L);
    assertThat(taken).isBetween(1, 4);
    ledgerMustAddUp(reseller, 21 + taken, 30 - 7L * taken);
  }
}
