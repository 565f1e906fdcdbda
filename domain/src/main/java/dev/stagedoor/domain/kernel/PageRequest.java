package dev.stagedoor.domain.kernel;

/** Asks for one page of a list; pages count from 1. */
public record PageRequest(int page, int limit) {
  public static final int MAX_PAGE = 1_000_000;
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 1000;

  public PageRequest {
    Faults faults = new Faults();
    faults.refuseIf(page < 1 || page > MAX_PAGE, Fault.outside("page", 1, MAX_PAGE));
    faults.refuseIf(limit < 1 || limit > MAX_LIMIT, Fault.outside("limit", 1, MAX_LIMIT));
    faults.refuseAny();
  }

  public static PageRequest first() {
    return new PageRequest(1, DEFAULT_LIMIT);
  }

  public int offset() {
    return Math.multiplyExact(page - 1, limit);
  }
}
