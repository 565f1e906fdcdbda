package dev.stagedoor.domain.kernel;

import java.util.LinkedHashMap;
import java.util.List;
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
  private final transient List<Fault> faults;

  public DomainException(ErrorCode code) {
    this(code, Map.of());
  }

  public DomainException(ErrorCode code, Map<String, ?> facts) {
    this(code, facts, List.of());
  }

  private DomainException(ErrorCode code, Map<String, ?> facts, List<Fault> faults) {
    super(code.name() + (facts.isEmpty() ? "" : " " + facts));
    this.code = code;
    this.facts = Map.copyOf(new LinkedHashMap<>(facts));
    this.faults = List.copyOf(faults);
  }

  /** Refuses one field of what was sent, with the reason as a message key's last part. */
  public static DomainException invalid(String field, String rule) {
    return invalid(Fault.of(field, rule));
  }

  public static DomainException invalid(Fault fault) {
    return invalid(List.of(fault));
  }

  /** Refuses everything that is wrong with what was sent; the facts name the first. */
  public static DomainException invalid(List<Fault> faults) {
    Fault first = faults.get(0);
    return new DomainException(
        CommonError.INVALID_VALUE, Map.of("field", first.field(), "rule", first.rule()), faults);
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

  /** Returns what is wrong with which fields, empty where something else was refused. */
  public List<Fault> faults() {
    return faults;
  }
}
