package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.TvError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reseller pays for another month of a client, once. */
class ClientRenewalTest extends ResellerScene {

  @Test
  void aClientIsRenewedAfterWhatIsPaid() {
    ClientId id = id(resellers.create(reseller, lounge.aClient(KEY)));

    ChargedClient renewed = renew(id, Optional.empty());

    assertThat(renewed.creditsCharged()).isEqualTo(499);
    assertThat(renewed.creditsBalance()).isEqualTo(9_002);
    assertThat(renewed.client().paidUntil()).isEqualTo(Instant.parse("2025-08-01T10:00:00Z"));
    assertThat(entries(reseller).get(0).kind()).isEqualTo(CreditKind.CLIENT_RENEWED);
  }

  @Test
  void aClientIsRenewedOnAnotherPlan() {
    ClientId id = id(resellers.create(reseller, lounge.aClient(KEY)));

    ChargedClient renewed =
        resellers.renew(reseller, id, Optional.of(Lounge.FAMILY), Optional.empty());

    assertThat(renewed.creditsCharged()).isEqualTo(999);
    assertThat(renewed.client().planName()).isEqualTo("Family");
  }

  @Test
  void monthsOfACheapPlanAreNotHadOnADearOne() {
    ClientId id = id(resellers.create(reseller, lounge.aClient(KEY)));
    for (int month = 2; month <= 4; month++) {
      var unused = renew(id, Optional.empty());
    }

    ChargedClient renewed =
        resellers.renew(reseller, id, Optional.of(Lounge.FAMILY), Optional.empty());

    // Four months at 4.99 are worth about two at 9.99, and one is added.
    assertThat(renewed.client().planName()).isEqualTo("Family");
    assertThat(renewed.client().paidUntil())
        .isBetween(Instant.parse("2025-08-30T00:00:00Z"), Instant.parse("2025-09-01T10:00:00Z"));
  }

  @Test
  void theSameKeyRenewsOnce() {
    ClientId id = id(resellers.create(reseller, lounge.aClient(KEY)));

    ChargedClient first = renew(id, KEY);

    assertThat(renew(id, KEY)).isEqualTo(first);
    assertThat(balance(reseller)).isEqualTo(9_002);
    assertThat(renew(id, Optional.of("another")).creditsBalance()).isEqualTo(8_503);
  }

  @Test
  void theSameKeyIsNotTakenForARenewalOnAPlanOfAnotherPrice() {
    ClientId id = id(resellers.create(reseller, lounge.aClient(KEY)));
    ChargedClient first = resellers.renew(reseller, id, Optional.of(Lounge.BASIC), KEY);
    house.clock().advance(Duration.ofDays(2));

    assertRefused(
        TvError.CREDIT_KEY_REUSED,
        () -> resellers.renew(reseller, id, Optional.of(Lounge.FAMILY), KEY));
    assertRefused(
        TvError.CREDIT_KEY_REUSED,
        () -> resellers.renew(reseller, id, Optional.of("price_of_nothing"), KEY));

    assertThat(resellers.renew(reseller, id, Optional.of(Lounge.BASIC), KEY)).isEqualTo(first);
    assertThat(balance(reseller)).isEqualTo(9_002);
  }

  @Test
  void aMonthThatCostsNothingIsAddedOnceByTheSameKey() {
    lounge.offerForNothing();
    Actor poor = lounge.reseller(0);
    NewClient paying = lounge.aClient(KEY);
    NewClient wanted =
        new NewClient(
            paying.email(), paying.password(), paying.fullName(), Lounge.FREE, paying.key());
    ChargedClient made = resellers.create(poor, wanted);
    ClientId id = id(made);

    List<ChargedClient> answers =
        Race.of(8, () -> resellers.renew(poor, id, Optional.empty(), KEY));

    assertThat(resellers.create(poor, wanted).client().id()).isEqualTo(id.value());
    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.get(0).creditsCharged()).isZero();
    assertThat(resellers.client(poor, id).paidUntil())
        .isEqualTo(Instant.parse("2025-08-01T10:00:00Z"));
    assertThat(resellers.renew(poor, id, Optional.empty(), Optional.of("next")).client())
        .extracting(ClientView::paidUntil)
        .isEqualTo(Instant.parse("2025-09-01T10:00:00Z"));
    assertThat(entries(poor)).extracting(CreditEntry::amount).containsExactly(0L, 0L, 0L);
  }

  @Test
  void theSameKeyInTwentyCallsAtOnceRenewsOnce() {
    ClientId id = id(resellers.create(reseller, lounge.aClient(KEY)));

    List<ChargedClient> answers = Race.of(20, () -> renew(id, KEY));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(balance(reseller)).isEqualTo(9_002);
  }

  @Test
  void withoutCreditsNobodyIsRenewed() {
    Actor poor = lounge.reseller(499);
    ClientId id = id(resellers.create(poor, lounge.aClient(KEY)));
    Instant paidUntil = resellers.client(poor, id).paidUntil();

    assertRefused(
        TvError.INSUFFICIENT_CREDITS,
        () -> resellers.renew(poor, id, Optional.empty(), Optional.empty()));

    assertThat(resellers.client(poor, id).paidUntil()).isEqualTo(paidUntil);
    assertThat(balance(poor)).isZero();
  }

  @Test
  void aMonthThatIsOverEndsTheService() {
    ChargedClient made = resellers.create(reseller, lounge.aClient(KEY));
    house.clock().advance(Duration.ofDays(30));

    assertThat(resellers.client(reseller, id(made)).status()).isEqualTo("expired");
    assertThat(source(made.client())).isEqualTo(Entitlement.Source.NONE);
    assertThat(renew(id(made), Optional.empty()).client().paidUntil())
        .isEqualTo(Instant.parse("2025-08-01T10:00:00Z"));
  }
}
