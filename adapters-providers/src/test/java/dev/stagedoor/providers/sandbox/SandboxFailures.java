package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FarSideFailure;
import java.time.Duration;
import java.util.Optional;

/** Makes the sandbox's far side fail, by its line. */
public class SandboxFailures implements FailingFarSide {
  private final SandboxLine line;

  public SandboxFailures(SandboxLine line) {
    this.line = line;
  }

  @Override
  public void fail(FarSideFailure how) {
    if (how.effect() == FarSideFailure.Effect.MAYBE_DONE) {
      line.swallow();
    } else {
      line.refuse(
          how.kinds().iterator().next(),
          how == FarSideFailure.THROTTLED ? Optional.of(Duration.ofSeconds(7)) : Optional.empty());
    }
  }

  @Override
  public void recover() {
    line.mend();
  }
}
