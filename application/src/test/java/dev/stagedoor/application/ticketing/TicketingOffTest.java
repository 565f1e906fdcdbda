package dev.stagedoor.application.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.ticketing.TicketingError;
import org.junit.jupiter.api.Test;

class TicketingOffTest {
  @Test
  void whereNobodySellsTicketsTheyCannotBeSetUp() {
    assertThatThrownBy(() -> TicketingProviders.none().forNew())
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(TicketingError.TICKETING_OFF));
  }
}
