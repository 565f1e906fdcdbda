package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.auth.AccountAdminService;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.TvError;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResellerServiceTest extends ResellerScene {

  @Test
  void aClientIsMadeForWhatTheirPlanCosts() {
    NewClient wanted = lounge.aClient(KEY);

    ChargedClient made = resellers.create(reseller, wanted);

    assertThat(made.creditsCharged()).isEqualTo(499);
    assertThat(made.creditsBalance()).isEqualTo(9_501).isEqualTo(balance(reseller));
    assertThat(made.client().email()).isEqualTo(wanted.email());
    assertThat(made.client().status()).isEqualTo("active");
    assertThat(made.client().paidUntil()).isEqualTo(Instant.parse("2025-07-01T10:00:00Z"));
    assertThat(source(made.client())).isEqualTo(Entitlement.Source.RESELLER);
    assertThat(entries(reseller).get(0))
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(CreditKind.CLIENT_CREATED);
              assertThat(entry.amount()).isEqualTo(-499);
              assertThat(entry.client()).contains(id(made));
            });
  }

  @Test
  void aClientSignsInWithThePasswordOfTheirReseller() {
    NewClient wanted = lounge.aClient(Optional.empty());
    ChargedClient made = resellers.create(reseller, wanted);

    Actor client = house.signIn(new EmailAddress(wanted.email())).actor();

    assertThat(client.userId().value()).isEqualTo(made.client().userId());
    assertThat(lounge.profiles().list(client))
        .extracting(ProfileView::name)
        .containsExactly("Grace");
  }

  @Test
  void withoutCreditsNobodyIsMade() {
    Actor poor = lounge.reseller(498);
    NewClient wanted = lounge.aClient(Optional.empty());
    long asked = house.wire().count("Identities.create");

    assertThatThrownBy(() -> resellers.create(poor, wanted))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(TvError.INSUFFICIENT_CREDITS);
              assertThat(refused.facts()).isEqualTo(Map.of("needed", 499L, "balance", 498L));
            });

    assertThat(house.wire().count("Identities.create")).isEqualTo(asked);
    assertThat(house.accountOf(new EmailAddress(wanted.email()))).isEmpty();
    assertThat(balance(poor)).isEqualTo(498);
  }

  @Test
  void creditsThatGoElsewhereMeanwhileLeaveTheAddressFree() {
    Actor poor = lounge.reseller(499);
    NewClient wanted = lounge.aClient(Optional.empty());
    house
        .wire()
        .after(
            "Identities.create",
            () ->
                house
                    .stagedoor()
                    .credits()
                    .deduct(Actor.system(), poor.userId(), 1, "", Optional.empty()));

    assertRefused(TvError.INSUFFICIENT_CREDITS, () -> resellers.create(poor, wanted));

    assertThat(clients(poor)).isEmpty();
    assertThat(house.accountOf(new EmailAddress(wanted.email())))
        .get()
        .extracting(Account::status)
        .isEqualTo(AccountStatus.REGISTERING);
    assertThat(resellers.create(reseller, wanted).client().email()).isEqualTo(wanted.email());
  }

  @Test
  void theSameKeyMakesOneClient() {
    NewClient wanted = lounge.aClient(KEY);

    ChargedClient first = resellers.create(reseller, wanted);
    house.clock().advance(Duration.ofHours(1));
    ChargedClient unused = resellers.create(reseller, lounge.aClient(Optional.empty()));

    assertThat(resellers.create(reseller, wanted)).isEqualTo(first);
    assertThat(clients(reseller)).hasSize(2);
    assertThat(balance(reseller)).isEqualTo(9_002);
  }

  @Test
  void aKeyThatMadeOneClientMakesNoOther() {
    ChargedClient unused = resellers.create(reseller, lounge.aClient(KEY));

    assertRefused(CommonError.STALE_VERSION, () -> resellers.create(reseller, lounge.aClient(KEY)));

    assertThat(clients(reseller)).hasSize(1);
  }

  @Test
  void twoResellersMayUseTheSameKey() {
    Actor other = lounge.reseller(499);

    ChargedClient mine = resellers.create(reseller, lounge.aClient(KEY));
    ChargedClient theirs = resellers.create(other, lounge.aClient(KEY));

    assertThat(theirs.client().id()).isNotEqualTo(mine.client().id());
    assertThat(balance(other)).isZero();
  }

  @Test
  void theSameKeyInTwentyCallsAtOnceIsPaidOnce() {
    NewClient wanted = lounge.aClient(KEY);

    List<Object> answers =
        Race.of(
            20,
            () -> {
              try {
                return resellers.create(reseller, wanted).client().id();
              } catch (DomainException overtaken) {
                return overtaken.code();
              }
            });

    UUID only = clients(reseller).get(0).id();
    assertThat(new HashSet<>(answers)).contains(only).isSubsetOf(only, AuthError.EMAIL_TAKEN);
    assertThat(clients(reseller)).hasSize(1);
    assertThat(balance(reseller)).isEqualTo(9_501);
    assertThat(resellers.create(reseller, wanted).client().id()).isEqualTo(only);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Identities.create", "Claims.set"})
  void aCallThatDiedOnTheWayIsRepeatedByItsKey(String step) {
    NewClient wanted = lounge.aClient(KEY);
    house.wire().after(step, house::crash);
    assertThatThrownBy(() -> resellers.create(reseller, wanted))
        .isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();
    assertThat(balance(reseller)).isEqualTo(10_000);
    assertThat(clients(reseller)).isEmpty();

    ChargedClient made = resellers.create(reseller, wanted);

    assertThat(resellers.create(reseller, wanted)).isEqualTo(made);
    assertThat(balance(reseller)).isEqualTo(9_501);
    assertThat(clients(reseller)).hasSize(1);
    assertThat(house.signIn(new EmailAddress(wanted.email())).actor().userId().value())
        .isEqualTo(made.client().userId());
  }

  @Test
  void anAddressWithAnAccountIsTaken() {
    String taken = house.account(lounge.viewer.userId()).email().value();

    assertRefused(
        AuthError.EMAIL_TAKEN, () -> resellers.create(reseller, Lounge.aClient(taken, KEY)));

    assertThat(balance(reseller)).isEqualTo(10_000);
  }

  @Test
  void whatIsWrongWithAClientIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                resellers.create(
                    reseller, new NewClient("nobody", Secret.of("short"), " ", Lounge.BASIC, KEY)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(fault -> fault.field())
                    .containsExactly("email", "name", "password"));
  }

  @Test
  void aPlanThatIsNotOfferedIsUnknown() {
    NewClient wanted = lounge.aClient(KEY);

    assertRefused(
        TvError.PLAN_UNKNOWN,
        () ->
            resellers.create(
                reseller,
                new NewClient(
                    wanted.email(), wanted.password(), "Grace", "price_of_nothing", KEY)));
  }

  @Test
  void onlyResellersServeClients() {
    Actor viewer = lounge.viewer;
    ClientId id = id(resellers.create(reseller, lounge.aClient(KEY)));
    for (Actor other : List.of(viewer, house.admin().actor())) {
      assertRefused(CommonError.NOT_ALLOWED, () -> resellers.dashboard(other));
      assertRefused(CommonError.NOT_ALLOWED, () -> resellers.create(other, lounge.aClient(KEY)));
      assertRefused(CommonError.NOT_ALLOWED, () -> resellers.suspend(other, id));
    }
    assertRefused(CommonError.NOT_SIGNED_IN, () -> resellers.dashboard(Actor.visitor()));
  }

  @Test
  void whoIsNoResellerAnyMoreBuysNothingAndWhatWasPaidIsServed() {
    InMemoryStagedoor.Person seller = house.signIn(address(reseller));
    ChargedClient made = resellers.create(seller.actor(), lounge.aClient(KEY));
    ChargedClient asleep = resellers.create(seller.actor(), lounge.aClient(Optional.empty()));
    var unused = resellers.suspend(seller.actor(), id(asleep));
    AccountAdminService accounts = house.stagedoor().accountAdmin();
    var demoted = accounts.changeRole(house.admin().actor(), reseller.userId(), Role.USER, "");

    Actor now = house.stagedoor().sessions().byToken(seller.token());

    assertRefused(
        CommonError.NOT_ALLOWED, () -> resellers.renew(now, id(made), Optional.empty(), KEY));
    assertRefused(CommonError.NOT_ALLOWED, () -> resellers.create(now, lounge.aClient(KEY)));
    assertRefused(CommonError.NOT_ALLOWED, () -> resellers.resume(now, id(asleep)));
    assertServedUntilItIsOver(made);
    assertThat(source(asleep.client())).isEqualTo(Entitlement.Source.SUSPENDED);
  }

  @Test
  void aSuspendedResellerBuysNothingAndWhatWasPaidIsServed() {
    InMemoryStagedoor.Person seller = house.signIn(address(reseller));
    ChargedClient made = resellers.create(seller.actor(), lounge.aClient(KEY));
    AccountAdminService accounts = house.stagedoor().accountAdmin();
    var suspended = accounts.suspend(house.admin().actor(), reseller.userId(), "");

    assertRefused(
        AuthError.ACCOUNT_SUSPENDED, () -> house.stagedoor().sessions().byToken(seller.token()));
    assertRefused(AuthError.ACCOUNT_SUSPENDED, () -> house.signIn(address(reseller)));
    assertServedUntilItIsOver(made);
  }

  private EmailAddress address(Actor of) {
    return house.account(of.userId()).email();
  }

  private void assertServedUntilItIsOver(ChargedClient made) {
    assertThat(source(made.client())).isEqualTo(Entitlement.Source.RESELLER);
    house.clock().advance(Duration.between(house.clock().instant(), made.client().paidUntil()));
    assertThat(source(made.client())).isEqualTo(Entitlement.Source.NONE);
  }

  @Test
  void theClientsOfOthersAreUnknown() {
    ClientId id = id(resellers.create(reseller, lounge.aClient(KEY)));
    Actor other = lounge.reseller(10_000);

    assertRefused(CommonError.NOT_FOUND, () -> resellers.client(other, id));
    assertRefused(CommonError.NOT_FOUND, () -> resellers.suspend(other, id));
    assertRefused(CommonError.NOT_FOUND, () -> resellers.resume(other, id));
    assertRefused(CommonError.NOT_FOUND, () -> resellers.renew(other, id, Optional.empty(), KEY));
    assertThat(clients(other)).isEmpty();
    assertThat(balance(other)).isEqualTo(10_000);
  }

  @Test
  void theSameKeyIsNotTakenForAClientOnAPlanOfAnotherPrice() {
    NewClient wanted = lounge.aClient(KEY);
    var unused = resellers.create(reseller, wanted);
    NewClient dearer =
        new NewClient(
            wanted.email(), wanted.password(), wanted.fullName(), Lounge.FAMILY, wanted.key());

    assertRefused(TvError.CREDIT_KEY_REUSED, () -> resellers.create(reseller, dearer));

    assertThat(balance(reseller)).isEqualTo(9_501);
  }

  @Test
  void aClientWhoIsSuspendedWatchesNothingUntilResumed() {
    ChargedClient made = resellers.create(reseller, lounge.aClient(KEY));

    assertThat(resellers.suspend(reseller, id(made)).status()).isEqualTo("suspended");
    assertThat(resellers.suspend(reseller, id(made)).status()).isEqualTo("suspended");
    assertThat(source(made.client())).isEqualTo(Entitlement.Source.SUSPENDED);

    assertThat(resellers.resume(reseller, id(made)).status()).isEqualTo("active");
    assertThat(source(made.client())).isEqualTo(Entitlement.Source.RESELLER);
  }

  @Test
  void fiftyCallsAtOnceWithCreditsForTwentyMakeTwenty() {
    Actor poor = lounge.reseller(20 * 499 + 498);
    List<NewClient> wanted =
        Collections.nCopies(50, KEY).stream()
            .map(key -> lounge.aClient(Optional.of(UUID.randomUUID().toString())))
            .toList();
    var next = wanted.iterator();

    List<Object> answers =
        Race.of(
            50,
            () -> {
              NewClient mine;
              synchronized (next) {
                mine = next.next();
              }
              try {
                return resellers.create(poor, mine).client().email();
              } catch (DomainException refused) {
                return refused.code();
              }
            });

    assertThat(Collections.frequency(answers, TvError.INSUFFICIENT_CREDITS)).isEqualTo(30);
    assertThat(clients(poor)).hasSize(20);
    assertThat(balance(poor)).isEqualTo(498);
  }

  @Test
  void theBoardShowsWhatWasSpentOnWhom() {
    ChargedClient made = resellers.create(reseller, lounge.aClient(KEY));
    ClientView unused = resellers.suspend(reseller, id(made));
    ChargedClient other = resellers.create(reseller, lounge.aClient(Optional.empty()));

    ResellerView board = resellers.dashboard(reseller);

    assertThat(board.totalClients()).isEqualTo(2);
    assertThat(board.activeClients()).isEqualTo(1);
    assertThat(board.creditsSpent()).isEqualTo(998);
    assertThat(board.creditsBalance()).isEqualTo(other.creditsBalance());
    assertThat(board.recent()).hasSize(3);
  }
}
