package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TicketCatalog} tells of sales that the public sees. Who sees more passes {@link
 * UnpublishedSalesContract}, too.
 */
public interface TicketCatalogContract {
  TicketCatalog catalog();

  TicketingWorld world();

  private Instant inHours(int hours) {
    return world().now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS);
  }

  private ProviderRef aLiveEvent() {
    return world()
        .anEvent("Night of the Prams", SaleStatus.LIVE, Optional.of(inHours(24)), Optional.empty());
  }

  private TicketOffer found(ProviderRef event) {
    return catalog().find(event).orElseThrow();
  }

  @Test
  default void aLiveSaleIsFoundWithWhatItIs() {
    ProviderRef event =
        world()
            .anEvent(
                "Tea & <Scones>, übermorgen",
                SaleStatus.LIVE,
                Optional.of(inHours(24)),
                Optional.of(inHours(27)));

    TicketOffer offer = found(event);

    assertThat(offer.event()).isEqualTo(event);
    assertThat(offer.title()).isEqualTo("Tea & <Scones>, übermorgen");
    assertThat(offer.status()).isEqualTo(SaleStatus.LIVE);
    assertThat(offer.startsAt()).contains(inHours(24));
    assertThat(offer.endsAt()).contains(inHours(27));
  }

  @Test
  default void anEndThatNobodySaidIsAbsent() {
    assertThat(found(aLiveEvent()).endsAt()).isEmpty();
  }

  @Test
  default void aSaleThatIsOverIsInactive() {
    ProviderRef event =
        world()
            .anEvent(
                "Yesterday's",
                SaleStatus.LIVE,
                Optional.of(inHours(-24)),
                Optional.of(inHours(-21)));

    assertThat(found(event).status()).isEqualTo(SaleStatus.INACTIVE);
  }

  @Test
  default void lookingTwiceFindsTheSame() {
    ProviderRef event = aLiveEvent();

    assertThat(found(event)).isEqualTo(found(event));
  }

  @Test
  default void whatNobodyOffersIsAbsent() {
    assertThat(catalog().find(world().nobody())).isEmpty();
  }

  @Test
  default void whatAnotherProviderOffersIsAbsent() {
    ProviderRef event = aLiveEvent();

    assertThat(catalog().find(ProviderRef.of("another", event.value()))).isEmpty();
  }

  @Test
  default void whatCanPointAtNothingIsAbsent() {
    ProviderRef event = aLiveEvent();
    for (String value :
        List.of("..", "a/b", "?", "%2e", "-1", "0", event.value() + "x", "9".repeat(80), "ü")) {
      assertThat(catalog().find(new ProviderRef(event.provider(), value))).as(value).isEmpty();
    }
  }

  @Test
  default void ticketsAreShownOnAPageAndInAFrame() {
    TicketEmbed embed = found(aLiveEvent()).embed();

    assertThat(world().shows(embed.page())).isTrue();
    assertThat(world().shows(embed.frame())).isTrue();
    assertThat(embed.page()).isNotEqualTo(embed.frame());
  }

  @Test
  default void whereTicketsAreShownIsKnownWithoutAsking() {
    ProviderRef event = aLiveEvent();
    TicketEmbed told = found(event).embed();
    world().fail(FarSideFailure.DOWN);

    TicketEmbed known = catalog().embed(event);

    assertThat(known.frame()).isEqualTo(told.frame());
    world().recover();
    assertThat(world().shows(known.page())).isTrue();
  }

  @Test
  default void eachEventHasAPageOfItsOwnWhateverItIsCalled() {
    ProviderRef event = aLiveEvent();
    URI origin = catalog().embed(event).frame().resolve("/");
    String query = catalog().embed(event).frame().getRawQuery();
    for (String value : List.of("..", "../..", "a/b", "a?b#c", "//example.org", "ü", "1 2")) {
      TicketEmbed embed = catalog().embed(new ProviderRef(event.provider(), value));

      assertThat(embed.frame().resolve("/")).as(value).isEqualTo(origin);
      assertThat(embed.frame().normalize()).as(value).isEqualTo(embed.frame());
      assertThat(embed.frame()).as(value).isNotEqualTo(catalog().embed(event).frame());
      assertThat(embed.frame().getRawQuery()).as(value).isEqualTo(query);
    }
  }

  @Test
  default void everyFailureIsToldByItsKind() {
    ProviderRef event = aLiveEvent();

    FailureClauses.eachIsThrown(world(), () -> catalog().find(event));
  }
}
