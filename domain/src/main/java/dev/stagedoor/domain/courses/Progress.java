package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;

/** How far somebody came, in hundredths of a percent: 0 to 10,000. */
public record Progress(int hundredths) implements Comparable<Progress> {
  public static final Progress NONE = new Progress(0);
  public static final Progress ALL = new Progress(10_000);

  public Progress {
    if (hundredths < 0 || hundredths > 10_000) {
      throw DomainException.invalid(Fault.outside("progressPercentage", 0, 100));
    }
  }

  /** Returns which part of a whole is done; all of it when there is nothing to do. */
  public static Progress part(long done, long whole) {
    return whole <= 0
        ? ALL
        : new Progress(
            (int) Math.max(0, Math.min(10_000, Math.multiplyExact(done, 10_000L) / whole)));
  }

  public boolean isAll() {
    return hundredths == 10_000;
  }

  public Progress or(Progress other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Progress other) {
    return Integer.compare(hundredths, other.hundredths);
  }
}
