package dev.stagedoor.domain.invoicing;

import java.util.Currency;
import java.util.Optional;

/** What a provider says of a merchant when it is asked. */
public sealed interface MerchantReading {
  <R> R match(Cases<R> cases);

  /** One branch for each reading. */
  interface Cases<R> {
    R working(Working working);

    R refused(Refused refused);
  }

  /**
   * The merchant can be acted for.
   *
   * @param account the provider's name for the merchant
   * @param live whether real money moves
   * @param canCharge whether the provider lets the merchant take money yet
   */
  record Working(
      String account,
      Optional<String> name,
      Optional<Currency> currency,
      boolean live,
      boolean canCharge)
      implements MerchantReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.working(this);
    }
  }

  /** The key or the leave is no good, and why. */
  record Refused(Why why) implements MerchantReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** Why a merchant cannot be acted for. */
  enum Why {
    /** It is no key of this provider, or of a kind that may not act, such as a publishable one. */
    NOT_A_KEY,
    /** The provider does not know it, or has taken it back. */
    REVOKED,
    /** It is good, and may not do what invoices need. */
    NOT_PERMITTED,
    /** The site does not exist or is not one of this provider's. */
    WRONG_SITE
  }
}
