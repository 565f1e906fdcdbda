package dev.stagedoor.web.error;

import dev.stagedoor.domain.kernel.DomainException;
import java.util.Map;

/**
 * A refusal whose answer carries what the caller needs to go on, beside the refusal's own facts:
 * the present state of what was changed meanwhile. The members are shown, never logged.
 */
public final class DetailedRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final DomainException refusal;
  private final transient Map<String, Object> members;

  public DetailedRefusal(DomainException refusal, Map<String, ?> members) {
    super(refusal.getMessage(), refusal);
    this.refusal = refusal;
    this.members = Map.copyOf(members);
  }

  DomainException refusal() {
    return refusal;
  }

  Map<String, Object> members() {
    return members;
  }
}
