package dev.stagedoor.domain.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects everything that is wrong with what was sent, so that it is told at once. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /** Returns what is read, or nothing where its value is refused; other refusals go on. */
  public <T> Optional<T> read(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (DomainException refused) {
      if (refused.faults().isEmpty()) {
        throw refused;
      }
      found.addAll(refused.faults());
      return Optional.empty();
    }
  }

  public void refuseIf(boolean isWrong, Fault fault) {
    if (isWrong) {
      found.add(fault);
    }
  }

  /**
   * Goes on only where nothing was wrong.
   *
   * @throws DomainException {@code INVALID_VALUE} with all that was found
   */
  public void refuseAny() {
    if (!found.isEmpty()) {
      throw DomainException.invalid(found);
    }
  }
}
