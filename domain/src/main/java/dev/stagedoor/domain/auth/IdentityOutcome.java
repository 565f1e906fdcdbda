package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.ProviderRef;

/** What came of making an identity. */
public sealed interface IdentityOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R created(Created created);

    R emailTaken(EmailTaken taken);
  }

  /** The identity exists under the subject that was asked for. */
  record Created(ProviderRef identity) implements IdentityOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.created(this);
    }
  }

  /** Another subject holds that e-mail address at the provider. */
  record EmailTaken(ProviderRef holder) implements IdentityOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.emailTaken(this);
    }
  }
}
