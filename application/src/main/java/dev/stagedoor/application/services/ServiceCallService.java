package dev.stagedoor.application.services;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.domain.services.ServiceId;
import java.util.Set;

/** Lets other services of the same house in. */
@SuppressWarnings("DoNotCallSuggester")
public final class ServiceCallService {
  /**
   * Checks a call and remembers it, so that it is let in once only.
   *
   * @param body the bytes as they came
   * @param allowed who may ask for this
   * @throws dev.stagedoor.domain.kernel.DomainException with one of {@link
   *     dev.stagedoor.domain.services.ServiceError}
   */
  public ServiceId admit(SignedCall call, byte[] body, Set<ServiceId> allowed) {
    throw new UnsupportedOperationException();
  }

  /** Forgets calls that are too old to be let in again. */
  public RecurringJob forgetting() {
    throw new UnsupportedOperationException();
  }
}
