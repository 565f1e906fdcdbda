package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.kernel.DomainException;
import java.util.Locale;
import java.util.Map;

/** What a workspace pays for, from the least to the most. */
public enum Plan {
  FREE(0),
  STARTER(0),
  PRO(1),
  BUSINESS(Integer.MAX_VALUE);

  private final int paymentProviders;

  Plan(int paymentProviders) {
    this.paymentProviders = paymentProviders;
  }

  /** Returns how many payment providers may be in use. */
  public int paymentProviders() {
    return paymentProviders;
  }

  public boolean includes(Plan needed) {
    return compareTo(needed) >= 0;
  }

  /** Refuses with {@code PLAN_REQUIRED} where this plan does not include what is needed. */
  public void mustInclude(Plan needed) {
    if (!includes(needed)) {
      throw new DomainException(
          LiveSellingError.PLAN_REQUIRED, Map.of("requiredPlan", needed.code()));
    }
  }

  /** Returns the least plan under which that many payment providers may be in use. */
  public static Plan forPaymentProviders(int count) {
    for (Plan plan : values()) {
      if (plan.paymentProviders >= count) {
        return plan;
      }
    }
    return BUSINESS;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a plan's public name; refuses any other. */
  public static Plan parse(String code) {
    for (Plan plan : values()) {
      if (plan.code().equals(code)) {
        return plan;
      }
    }
    throw DomainException.invalid("plan", "choice");
  }
}
