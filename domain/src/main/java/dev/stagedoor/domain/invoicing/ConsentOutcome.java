package dev.stagedoor.domain.invoicing;

/** What came of a merchant's leave. */
public sealed interface ConsentOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R given(Given given);

    R refused(Refused refused);
  }

  /** The merchant let us act for the account. */
  record Given(Merchant.Connected merchant) implements ConsentOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.given(this);
    }
  }

  /** The code is wrong, used up or too old; the merchant must begin again. */
  record Refused(String code) implements ConsentOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }
}
