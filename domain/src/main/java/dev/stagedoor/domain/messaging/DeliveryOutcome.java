package dev.stagedoor.domain.messaging;

/** What came of handing a message over. */
public sealed interface DeliveryOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R accepted(Accepted accepted);

    R refused(Refused refused);

    R deferred(Deferred deferred);

    R unknown(Unknown unknown);
  }

  /** The carrier has it and will deliver. */
  record Accepted() implements DeliveryOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.accepted(this);
    }
  }

  /** The carrier will never deliver it; repeating does not help. */
  record Refused(String why) implements DeliveryOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** Surely not taken; try again later. */
  record Deferred(String why) implements DeliveryOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.deferred(this);
    }
  }

  /** The answer was lost after the message was handed over. */
  record Unknown(String why) implements DeliveryOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
