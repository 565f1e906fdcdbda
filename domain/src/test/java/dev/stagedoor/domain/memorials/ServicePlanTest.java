package dev.stagedoor.domain.memorials;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aPlan;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.ServiceBuilder;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
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

  @Test
  void aTimeIsInAGapWhereTheClocksSkipIt() {
    assertThat(aService().on("2026-03-29").at("02:30").in("Europe/Berlin").build().isInAGap())
        .isTrue();
    assertThat(aService().on("2026-03-29").at("02:30").in("UTC").build().isInAGap()).isFalse();
    assertThat(aService().on("2026-03-28").at("02:30").in("Europe/Berlin").build().isInAGap())
        .isFalse();
    // Where they are put back it comes twice, which is enough.
    assertThat(aService().on("2026-10-25").at("02:30").in("Europe/Berlin").build().isInAGap())
        .isFalse();
  }

  @Test
  void aServiceIsOverWhenItsHoursAre() {
    var service = aService().on("2025-07-01").at("14:00").in("Europe/Lisbon").lasting(2).build();

    assertThat(service.isOver(Instant.parse("2025-07-01T14:59:59Z"))).isFalse();
    assertThat(service.isOver(Instant.parse("2025-07-01T15:00:00Z"))).isTrue();
  }

  @Test
  void aServiceWithoutATimeIsOverWithItsDay() {
    var service =
        new ServicePlan.Service(
            Optional.of(LocalDate.of(2025, 7, 1)),
            Optional.empty(),
            ZoneId.of("America/New_York"),
            2,
            ServicePlan.Location.unknown());

    assertThat(service.isOver(Instant.parse("2025-07-02T03:59:59Z"))).isFalse();
    assertThat(service.isOver(Instant.parse("2025-07-02T04:00:00Z"))).isTrue();
    assertThat(ServicePlan.empty().main().isOver(Instant.MAX)).isFalse();
  }

  @Test
  void aPlanNamesItsServicesThatAreOver() {
    var plan =
        ServiceBuilder.aPlan(
            aService().on("2025-07-05"), aService().on("2025-07-01"), aService().on("2025-07-05"));

    plan.mustNotBeOver(Instant.parse("2025-06-30T00:00:00Z"));
    assertThatThrownBy(() -> plan.mustNotBeOver(Instant.parse("2025-07-03T00:00:00Z")))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused ->
                assertThat(refused.faults())
                    .containsExactly(Fault.of("services.additional[0].date", "past")));
  }
}
