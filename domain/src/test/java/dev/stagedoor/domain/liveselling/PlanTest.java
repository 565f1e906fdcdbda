package dev.stagedoor.domain.liveselling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  @ParameterizedTest
  @CsvSource({"FREE, 0", "STARTER, 0", "PRO, 1", "BUSINESS, 2147483647"})
  void aPlanSaysHowManyPaymentProvidersMayBeInUse(Plan plan, int providers) {
    assertThat(plan.paymentProviders()).isEqualTo(providers);
  }

  @ParameterizedTest
  @CsvSource({"0, FREE", "1, PRO", "2, BUSINESS", "9, BUSINESS"})
  void theLeastPlanForAsManyProvidersIsFound(int providers, Plan plan) {
    assertThat(Plan.forPaymentProviders(providers)).isEqualTo(plan);
  }

  @Test
  void aPlanIncludesThoseBelowIt() {
    assertThat(Plan.PRO.includes(Plan.PRO)).isTrue();
    assertThat(Plan.BUSINESS.includes(Plan.PRO)).isTrue();
    assertThat(Plan.STARTER.includes(Plan.PRO)).isFalse();
    Plan.BUSINESS.mustInclude(Plan.FREE);
    assertThatThrownBy(() -> Plan.STARTER.mustInclude(Plan.PRO))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(LiveSellingError.PLAN_REQUIRED);
              assertThat(refused.facts()).containsEntry("requiredPlan", "pro");
            });
  }

  @ParameterizedTest
  @EnumSource
  void aPlanIsReadByItsName(Plan plan) {
    assertThat(Plan.parse(plan.code())).isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PRO", "pro ", "gold"})
  void nothingElseIsAPlan(String name) {
    assertThatThrownBy(() -> Plan.parse(name))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(CommonError.INVALID_VALUE));
  }
}
