package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.payments.DeclineReason;
import java.util.Optional;

/** What the provider's form learns when a buyer confirms. */
public sealed interface Confirmation {
  <R> R match(Cases<R> cases);

  /** One branch for each answer. */
  interface Cases<R> {
    R answered(Answered answered);

    R lost(Lost lost);

    R unknownCharge(UnknownCharge unknown);
  }

  /** The far side said how the charge stands now. */
  record Answered(ChargeStatus status, Optional<Failure> error) implements Confirmation {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.answered(this);
    }
  }

  /** The far side has acted, and the form never hears of it. */
  record Lost() implements Confirmation {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.lost(this);
    }
  }

  /** There is no such charge. */
  record UnknownCharge() implements Confirmation {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknownCharge(this);
    }
  }

  /** Why an attempt failed, and whether another may help. */
  record Failure(
      String type, String code, String message, boolean recoverable, boolean shouldRetry) {
    static Failure of(String code) {
      DeclineReason reason = SandboxDeclines.read(code).reason();
      return new Failure(
          reason.type(),
          code,
          SandboxDeclines.message(reason),
          reason.isRecoverable(),
          reason.isRetryable());
    }
  }
}
