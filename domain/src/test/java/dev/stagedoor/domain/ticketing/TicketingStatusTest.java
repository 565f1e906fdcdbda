package dev.stagedoor.domain.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketingStatusTest {
  @ParameterizedTest
  @CsvSource({
    "NONE, NONE, false",
    "NONE, SETUP, true",
    "NONE, ACTIVE, false",
    "NONE, INACTIVE, false",
    "SETUP, NONE, true",
    "SETUP, SETUP, false",
    "SETUP, ACTIVE, true",
    "SETUP, INACTIVE, false",
    "ACTIVE, NONE, false",
    "ACTIVE, SETUP, false",
    "ACTIVE, ACTIVE, false",
    "ACTIVE, INACTIVE, true",
    "INACTIVE, NONE, false",
    "INACTIVE, SETUP, false",
    "INACTIVE, ACTIVE, true",
    "INACTIVE, INACTIVE, false",
  })
  void thereAreFiveMovesAndNoOthers(TicketingStatus from, TicketingStatus to, boolean may) {
    assertThat(from.mayBecome(to)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({"NONE, none", "SETUP, setup", "ACTIVE, active", "INACTIVE, inactive"})
  void itsCodeIsWhatClientsKnow(TicketingStatus status, String code) {
    assertThat(status.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"DRAFT, draft", "LIVE, live", "INACTIVE, inactive"})
  void soIsThatOfASale(SaleStatus status, String code) {
    assertThat(status.code()).isEqualTo(code);
  }
}
