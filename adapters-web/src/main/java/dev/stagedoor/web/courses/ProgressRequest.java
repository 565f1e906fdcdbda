package dev.stagedoor.web.courses;

import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far the caller is with a course, as their player reckons: percent, and seconds in all. */
@Serdeable
public record ProgressRequest(
    @Nullable BigDecimal progressPercentage, @Nullable BigDecimal totalWatchTime) {
  private static final String PERCENTAGE = "progressPercentage";
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Reads the percentage; less than a hundredth of a percent does not count. */
  Progress progress() {
    BigDecimal percent = Sent.required(progressPercentage, PERCENTAGE);
    if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
      throw DomainException.invalid(Fault.outside(PERCENTAGE, 0, 100));
    }
    return new Progress(Math.toIntExact(Parts.whole(percent, 2)));
  }

  Duration watched() {
    return Seconds.read(totalWatchTime, "totalWatchTime");
  }
}
