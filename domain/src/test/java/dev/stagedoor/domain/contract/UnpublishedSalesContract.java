package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What a {@link TicketCatalog} tells of sales that the public does not see, where it may look. */
public interface UnpublishedSalesContract {
  TicketCatalog catalog();

  TicketingWorld world();

  private ProviderRef anEvent(SaleStatus status) {
    return world()
        .anEvent(
            "Night of the Prams",
            status,
            Optional.of(world().now().plus(Duration.ofDays(1))),
            Optional.empty());
  }

  private SaleStatus status(ProviderRef event) {
    return catalog().find(event).map(TicketOffer::status).orElseThrow();
  }

  @Test
  default void eachStatusIsTold() {
    for (SaleStatus status : SaleStatus.values()) {
      assertThat(status(anEvent(status))).isEqualTo(status);
    }
  }

  @Test
  default void aSaleIsFollowedToAndFro() {
    ProviderRef event = anEvent(SaleStatus.DRAFT);
    for (SaleStatus next :
        List.of(SaleStatus.LIVE, SaleStatus.INACTIVE, SaleStatus.LIVE, SaleStatus.DRAFT)) {
      world().change(event, next);

      assertThat(status(event)).isEqualTo(next);
    }
  }

  @Test
  default void aStatusThatNobodyKnowsIsNotGuessed() {
    ProviderRef event = anEvent(SaleStatus.LIVE);
    world().changeToSomethingNew(event);

    assertThatThrownBy(() -> catalog().find(event))
        .asInstanceOf(InstanceOfAssertFactories.type(ProviderException.class))
        .extracting(ProviderException::kind)
        .isEqualTo(Kind.UNREADABLE);

    world().change(event, SaleStatus.LIVE);
    assertThat(status(event)).isEqualTo(SaleStatus.LIVE);
  }
}
