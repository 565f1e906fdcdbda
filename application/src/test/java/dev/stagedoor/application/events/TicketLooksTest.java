package dev.stagedoor.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.ticketing.TicketingView;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingEvent.SaleChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen at the ticketing system, and what is done while it is away. */
class TicketLooksTest extends EventTicketingScene {
  @Test
  void aLookOverridesAHint() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.tell(sale, SaleStatus.LIVE, 3600);
    assertThat(office.tickets().embed()).isPresent();

    office.house.clock().advance(Duration.ofSeconds(3));
    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().status()).isEqualTo("inactive");
    assertThat(office.tickets().told()).contains("draft");
    assertThat(office.tickets().embed()).isEmpty();
    assertThat(office.toldStatuses()).containsExactly("setup", "active", "inactive");
  }

  @Test
  void aHintThatOnlyPointsHasTheSaleLookedAt() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.shop.change(sale, SaleStatus.LIVE);
    office.tell(
        new SaleChanged(
            sale,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            office.house.clock().instant()));
    assertThat(office.tickets().status()).isEqualTo("setup");

    office.house.clock().advance(Duration.ofSeconds(3));
    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().status()).isEqualTo("active");
  }

  @Test
  void aSaleThatTheShopShowsToNobodyPausesWhatWasOnSaleAndNothingElse() {
    office.link(event, office.shop.nobody());
    assertThat(office.house.runJobs()).isEmpty();
    assertThat(office.tickets().status()).isEqualTo("setup");
    assertThat(office.tickets().told()).contains("inactive");

    office.tell(office.shop.nobody(), SaleStatus.LIVE, 1);
    assertThat(office.tickets().status()).isEqualTo("active");
    office.house.later(Duration.ofSeconds(3));

    assertThat(office.tickets().status()).isEqualTo("inactive");
  }

  @Test
  void aLostWebhookIsMadeUpForByWatching() {
    ProviderRef sale = office.linked(SaleStatus.LIVE);
    office.shop.change(sale, SaleStatus.INACTIVE);

    office.house.later(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(office.tickets().status()).isEqualTo("active");
    office.house.later(Duration.ofSeconds(1));

    assertThat(office.tickets().status()).isEqualTo("inactive");
    assertThat(office.toldStatuses()).containsExactly("setup", "active", "inactive");
  }

  @ParameterizedTest
  @EnumSource(FarSideFailure.class)
  void anOutageIsToldOnceAndSoIsItsEnd(FarSideFailure failure) {
    office.linked(SaleStatus.LIVE);
    office.shop.fail(failure);
    office.house.later(Duration.ofMinutes(5));
    office.house.later(Duration.ofMinutes(5));

    TicketingView stale = office.tickets();
    assertThat(stale.status()).isEqualTo("active");
    assertThat(stale.stale()).isTrue();
    assertThat(stale.embed()).isPresent();
    assertThat(office.told()).hasSize(3);
    assertThat(office.told().get(2).data())
        .containsEntry("status", "active")
        .containsEntry("stale", true);

    office.shop.recover();
    office.house.later(Duration.ofMinutes(5));
    office.house.later(Duration.ofMinutes(5));

    assertThat(office.tickets().stale()).isFalse();
    assertThat(office.told()).hasSize(4);
    assertThat(office.told().get(3).data())
        .containsEntry("status", "active")
        .containsEntry("stale", false);
  }

  @Test
  void aStatusThatNobodyKnowsIsAsIfTheShopWereDown() {
    ProviderRef sale = office.linked(SaleStatus.LIVE);
    office.shop.changeToSomethingNew(sale);

    office.tell(sale, SaleStatus.LIVE, 1);
    office.house.clock().advance(Duration.ofSeconds(3));
    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().status()).isEqualTo("active");
    assertThat(office.tickets().stale()).isTrue();
  }

  @Test
  void newsIsTakenInWhileTheShopCannotBeAsked() {
    ProviderRef sale = office.linked(SaleStatus.DRAFT);
    office.shop.fail(FarSideFailure.DOWN);

    office.tell(sale, SaleStatus.LIVE, 1);
    office.house.later(Duration.ofSeconds(3));

    assertThat(office.tickets().status()).isEqualTo("active");
    assertThat(office.tickets().stale()).isTrue();
  }

  @Test
  void whatIsSeenOfASaleThatWasReplacedMeanwhileCountsForNothing() {
    ProviderRef first = office.aSale(SaleStatus.LIVE);
    ProviderRef second = office.aSale(SaleStatus.DRAFT);
    office.link(event, first);
    office.house.wire().after(FIND, () -> office.link(event, second));

    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().sale()).contains(second);
    assertThat(office.tickets().status()).isEqualTo("setup");
    assertThat(office.tickets().told()).contains("draft");
  }

  @Test
  void whatWasGivenUpMeanwhileStaysGivenUp() {
    office.link(event, office.aSale(SaleStatus.LIVE));
    office.house.wire().after(FIND, () -> events.cancelTicketing(organiser, event));

    assertThat(office.house.runJobs()).isEmpty();

    assertThat(office.tickets().status()).isEqualTo("none");
  }

  @Test
  void whatWasSeenBeforeNewerNewsDoesNotOverrideThat() {
    ProviderRef sale = office.linked(SaleStatus.LIVE);
    office
        .house
        .wire()
        .after(
            FIND,
            () -> {
              office.shop.change(sale, SaleStatus.INACTIVE);
              office.tell(sale, SaleStatus.INACTIVE, 0);
            });

    office.house.clock().advance(Duration.ofMinutes(5));
    office.house.runRecurringJobs();

    assertThat(office.tickets().status()).isEqualTo("inactive");
    assertThat(office.toldStatuses()).containsExactly("setup", "active", "inactive");
    assertThat(office.stored().nextLookAt())
        .contains(office.house.clock().instant().plusSeconds(3));
  }

  @Test
  void ofAShopThatIsDownNotEverySaleIsAskedAbout() {
    List<EventId> all = onSale(5);
    long before = office.house.wire().count(FIND);
    office.shop.fail(FarSideFailure.DOWN);

    office.house.later(Duration.ofMinutes(5));

    assertThat(office.house.wire().count(FIND)).isEqualTo(before + 3);
    assertThat(all).allMatch(id -> office.tickets(id).stale());
  }

  @Test
  void failuresThatAreNotInARowAreNoOutage() {
    List<EventId> all = onSale(6);
    for (int odd : List.of(0, 1, 3, 4)) {
      office.shop.changeToSomethingNew(office.tickets(all.get(odd)).sale().orElseThrow());
    }
    office.shop.change(office.tickets(all.get(5)).sale().orElseThrow(), SaleStatus.INACTIVE);

    office.house.later(Duration.ofMinutes(5));

    assertThat(all)
        .extracting(id -> office.tickets(id).stale())
        .containsExactly(true, true, false, true, true, false);
    assertThat(office.tickets(all.get(5)).status()).isEqualTo("inactive");
  }

  @Test
  void aShopThatAnswersIsNotDownHoweverOddItsAnswers() {
    List<EventId> all = onSale(5);
    for (EventId odd : all.subList(0, 3)) {
      office.shop.changeToSomethingNew(office.tickets(odd).sale().orElseThrow());
    }
    office.shop.change(office.tickets(all.get(4)).sale().orElseThrow(), SaleStatus.INACTIVE);

    office.house.later(Duration.ofMinutes(5));

    assertThat(all)
        .extracting(id -> office.tickets(id).stale())
        .containsExactly(true, true, true, false, false);
    assertThat(office.tickets(all.get(4)).status()).isEqualTo("inactive");
  }

  private List<EventId> onSale(int count) {
    List<EventId> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      EventId one = office.plan("Night " + n);
      office.link(one, office.aSale(SaleStatus.LIVE));
      all.add(one);
    }
    assertThat(office.house.runJobs()).isEmpty();
    assertThat(all).allMatch(id -> office.tickets(id).status().equals("active"));
    return all;
  }
}
