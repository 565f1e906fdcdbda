package dev.stagedoor.domain.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Refuses a request for a business reason.
 *
 * <p>Carries the code and the facts a client or an operator needs (ids, amounts, field names).
 * Facts never hold secrets or personal data; edges may show them.
 */
public final class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final transient Map<String, Object> facts;

  public DomainException(ErrorCode code) {
    this(code, Map.of());
  }

  public DomainException(ErrorCode code, Map<String, ?> facts) {
    super(code.name() + (facts.isEmpty() ? "" : " " + facts));
    this.code = code;
    this.facts = Map.copyOf(new LinkedHashMap<>(facts));
  }

  /** Refuses one field of what was sent, with the reason as a message key's last part. */
  public static DomainException invalid(String field, String rule) {
    return new DomainException(CommonError.INVALID_VALUE, Map.of("field", field, "rule", rule));
  }

  public static DomainException notFound() {
    return new DomainException(CommonError.NOT_FOUND);
  }

  public static DomainException notAllowed() {
    return new DomainException(CommonError.NOT_ALLOWED);
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> facts() {
    return facts;
  }
}
