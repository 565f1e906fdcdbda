package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link MerchantAccounts} tells. */
public interface MerchantAccountsContract {
  MerchantAccounts accounts();

  InvoicingWorld world();

  @Test
  default void aMerchantWhoCanBeActedForIsNamed() {
    Set<String> names = new HashSet<>();
    for (Merchant merchant : world().merchants()) {
      MerchantReading.Working working = (MerchantReading.Working) accounts().check(merchant);

      assertThat(working.account()).isNotBlank();
      assertThat(working.canCharge()).isTrue();
      assertThat(working.live()).isFalse();
      assertThat(names.add(working.account())).isTrue();
    }
  }

  @Test
  default void aMerchantWhoCannotBeActedForIsRefusedForAReason() {
    for (Why why : EnumSet.complementOf(EnumSet.of(Why.WRONG_SITE))) {
      assertThat(accounts().check(world().refused(why)))
          .as(why.name())
          .isEqualTo(new MerchantReading.Refused(why));
    }
  }

  @Test
  default void whatIsNoKeyIsRefusedUnasked() {
    world().fail(FarSideFailure.DOWN);

    for (String text : List.of("", " ", "hello", "sk", "a key\nof two lines", "\u0000", "ключ")) {
      assertThat(accounts().check(new Merchant.Keyed(Secret.of(text), Optional.empty())))
          .as(text)
          .isEqualTo(new MerchantReading.Refused(Why.NOT_A_KEY));
    }
    world().recover();
  }

  /** Bad credentials are a reading; all else leaves it open. */
  @Test
  default void aCheckThatFailsTellsNothingOfTheMerchant() {
    for (Merchant merchant : world().merchants()) {
      for (FarSideFailure failure : FarSideFailure.values()) {
        world().fail(failure);
        switch (failure) {
          case UNAUTHORISED, FORBIDDEN -> assertRefused(merchant, failure);
          default -> assertThrown(merchant, failure);
        }
        world().recover();
        assertThat(accounts().check(merchant)).isInstanceOf(MerchantReading.Working.class);
      }
    }
  }

  private void assertRefused(Merchant merchant, FarSideFailure failure) {
    assertThat(accounts().check(merchant))
        .as(failure.name())
        .isIn(
            new MerchantReading.Refused(Why.REVOKED),
            new MerchantReading.Refused(Why.NOT_PERMITTED));
  }

  private void assertThrown(Merchant merchant, FarSideFailure failure) {
    try {
      accounts().check(merchant);
    } catch (ProviderException problem) {
      assertThat(problem.kind()).as(failure.name()).isIn(failure.kinds());
      return;
    }
    throw new AssertionError(failure + " went unnoticed");
  }

  @Test
  default void keysAreNotPrinted() {
    for (Merchant merchant : world().merchants()) {
      if (merchant instanceof Merchant.Keyed keyed) {
        assertThat(keyed + " " + accounts().check(keyed) + " " + accounts())
            .doesNotContain(keyed.key().reveal());
      }
    }
  }
}
