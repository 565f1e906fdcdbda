package dev.stagedoor.domain.memorials;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aPlan;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aService;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.ServiceBuilder;
import dev.stagedoor.domain.kernel.CommonError;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePlanTest {
  @Test
  void aServiceBeginsInItsOwnTimeZone() {
    assertThat(aService().on("2025-03-20").at("10:30").in("Asia/Kolkata").build().begins())
        .contains(Instant.parse("2025-03-20T05:00:00Z"));
    assertThat(aService().on("2025-07-01").at("10:30").in("America/New_York").build().begins())
        .contains(Instant.parse("2025-07-01T14:30:00Z"));
  }

  @Test
  void nobodyKnowsWhenAServiceBeginsWithoutDateAndTime() {
    assertThat(aService().on("2025-03-20").build().begins()).isEmpty();
    assertThat(aService().at("10:30").build().begins()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 25})
  void aServiceLastsOneHourToADay(int hours) {
    assertRefused(CommonError.INVALID_VALUE, () -> aService().lasting(hours).build());
    assertThat(aService().lasting(1).build().hours()).isEqualTo(1);
    assertThat(aService().lasting(24).build().hours()).isEqualTo(24);
  }

  @Test
  void thereAreAtMostTenAdditionalServices() {
    ServiceBuilder[] ten = Collections.nCopies(10, aService()).toArray(ServiceBuilder[]::new);
    ServiceBuilder[] eleven = Collections.nCopies(11, aService()).toArray(ServiceBuilder[]::new);

    assertThat(aPlan(aService(), ten).additional()).hasSize(10);
    assertRefused(CommonError.INVALID_VALUE, () -> aPlan(aService(), eleven));
  }

  @Test
  void aPlaceIsTrimmedAndLimited() {
    assertThat(aService().held(" Church ", " 1 High Street\n").build().location())
        .isEqualTo(new ServicePlan.Location("Church", "1 High Street", false));
    assertRefused(CommonError.INVALID_VALUE, () -> aService().held("n".repeat(201), ""));
    assertRefused(CommonError.INVALID_VALUE, () -> aService().held("", "a".repeat(501)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void usbDrivesAreLimited(int drives) {
    assertRefused(
        CommonError.INVALID_VALUE, () -> new Selection.Addons(false, false, false, drives));
  }

  @ParameterizedTest
  @EnumSource
  void aTierIsReadByItsCode(Tier tier) {
    assertThat(Tier.parse(tier.code())).isEqualTo(tier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LIVE", "platinum"})
  void anythingElseIsNoTier(String code) {
    assertRefused(CommonError.INVALID_VALUE, () -> Tier.parse(code));
  }
}
