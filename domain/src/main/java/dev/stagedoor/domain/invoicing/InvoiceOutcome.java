package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.net.URI;
import java.util.Optional;

/** What a provider knows of one invoice, after writing it or when it is asked. */
public sealed interface InvoiceOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R open(Open open);

    R paid(Paid paid);

    R voided(Voided voided);

    R refused(Refused refused);

    R unknown(Unknown unknown);
  }

  /**
   * It waits to be paid.
   *
   * @param page where the customer pays, where the provider has such a page
   * @param lastAttemptFailed whether the customer tried and could not pay
   */
  record Open(ProviderRef ref, Money total, Optional<URI> page, boolean lastAttemptFailed)
      implements InvoiceOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.open(this);
    }
  }

  /** It is settled, by the customer or marked so by the merchant. */
  record Paid(ProviderRef ref, Money total, Optional<URI> page) implements InvoiceOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.paid(this);
    }
  }

  /** It was taken back and can never be paid. */
  record Voided(ProviderRef ref) implements InvoiceOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.voided(this);
    }
  }

  /** The provider will not write it, by its own code; repeating it unchanged does not help. */
  record Refused(String code) implements InvoiceOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** No answer came; asking again tells. */
  record Unknown(String why) implements InvoiceOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
