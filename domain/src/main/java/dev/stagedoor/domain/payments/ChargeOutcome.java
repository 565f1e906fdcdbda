package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.Money;
import java.util.List;

/** What a provider knows of one charge when it is asked. */
public sealed interface ChargeOutcome {
  <R> R match(Cases<R> cases);

  /** Tells whether money was taken, is about to be, or may have been for all we know. */
  default boolean mayHoldMoney() {
    return this instanceof Succeeded
        || this instanceof Unknown
        || (this instanceof Pending pending && pending.processing());
  }

  /** One branch for each outcome. */
  interface Cases<R> {
    R succeeded(Succeeded succeeded);

    R pending(Pending pending);

    R declined(Declined declined);

    R cancelled(Cancelled cancelled);

    R unknown(Unknown unknown);
  }

  /**
   * Money was taken. {@code refunds} lists every refund of the charge there ever was, pending and
   * failed ones too, whoever made them.
   */
  record Succeeded(Money captured, List<ProviderRefund> refunds) implements ChargeOutcome {
    public Succeeded {
      refunds = List.copyOf(refunds);
    }

    /** Money was taken, and nobody ever wanted any of it back. */
    public Succeeded(Money captured) {
      this(captured, List.of());
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.succeeded(this);
    }
  }

  /** The payer has not paid yet, or the bank has not answered yet. */
  record Pending(boolean processing) implements ChargeOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pending(this);
    }
  }

  /** The last attempt failed; the charge can still be paid by another attempt. */
  record Declined(Decline decline) implements ChargeOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.declined(this);
    }
  }

  /** The charge was given up and can never be paid. */
  record Cancelled() implements ChargeOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.cancelled(this);
    }
  }

  /** The provider may or may not have charged; only the reconciler may settle this. */
  record Unknown(String why) implements ChargeOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
