package dev.stagedoor.domain.contract;

/** A far side that a test can make fail. */
public interface FailingFarSide {
  /**
   * Makes every call fail in this way from now on, without effect on the far side, until {@link
   * #recover()}.
   */
  void fail(FarSideFailure how);

  /** Ends {@link #fail}; an adapter that had given up for a while tries again at once. */
  void recover();
}
