package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/** What came of preparing a charge. No money has moved in any of these. */
public sealed interface CheckoutOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R opened(Opened opened);

    R refused(Refused refused);

    R unknown(Unknown unknown);
  }

  /**
   * The payer can now pay in the browser.
   *
   * @param clientSecret what the browser may act on this charge by, where the reference alone does
   *     not do
   */
  record Opened(ProviderRef ref, Optional<Secret> clientSecret) implements CheckoutOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.opened(this);
    }
  }

  /**
   * The provider will not take this charge: amount below its minimum, currency it cannot express.
   */
  record Refused(String code) implements CheckoutOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** No answer came; asking again with the same key gives the one charge there is. */
  record Unknown(String why) implements CheckoutOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
