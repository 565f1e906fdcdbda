package dev.stagedoor.bootstrap;

import dev.stagedoor.bootstrap.wiring.Opened;
import dev.stagedoor.bootstrap.wiring.Purpose;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.crypto.RotationReport;
import dev.stagedoor.persistence.crypto.RotationWatcher;
import io.micronaut.context.ApplicationContext;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command {@code rotate-keys}: encrypts everything that has an old key with the active one,
 * with the server's settings and beside running servers, and says what the old keys are still
 * needed for.
 */
final class RotateKeys implements RotationWatcher {
  static final String NAME = "rotate-keys";

  /** Exit codes. */
  static final int DONE = 0;

  static final int FAILED = 1;
  static final int INCOMPLETE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(RotateKeys.class);
  private static final long STEP = 10_000;

  private String column = "";
  private long told;

  /** Runs the command and returns its exit code. */
  static int run(String[] settings) {
    try (Opened opened = new Opened();
        ApplicationContext context =
            ApplicationContext.builder()
                .args(settings)
                .mainClass(Application.class)
                .singletons(opened, Purpose.MAINTAIN)
                .banner(false)
                .eagerInitConfiguration(true)
                .start()) {
      Persistence persistence = context.getBean(Persistence.class);
      opened.handOver();
      return tell(persistence.rotateKeys(new RotateKeys()));
    } catch (RuntimeException e) {
      Diagnosis.of(e)
          .ifPresentOrElse(
              sentence -> LOG.error("The keys cannot be rotated: {}", sentence),
              () -> LOG.error("The keys cannot be rotated; what was done stays done", e));
      return FAILED;
    }
  }

  @Override
  public void advanced(String where, long values) {
    if (!where.equals(column)) {
      column = where;
      told = 0;
    }
    if (values - told >= STEP) {
      told = values;
      LOG.info("{}: {} values so far", where, values);
    }
  }

  @Override
  public void unreadable(String where, String row, String why) {
    LOG.error("{} of {} {}", where, row, why);
  }

  private static int tell(RotationReport report) {
    report
        .columns()
        .forEach(
            one ->
                LOG.info(
                    "{}: {} re-encrypted, {} already active, {} unreadable{}",
                    one.name(),
                    one.reencrypted(),
                    one.alreadyActive(),
                    one.unreadable(),
                    one.stillNeeded().entrySet().stream()
                        .map(old -> ", " + old.getValue() + " need key '" + old.getKey() + "'")
                        .collect(Collectors.joining())));
    report
        .stillNeeded()
        .forEach(
            (key, values) -> {
              if (values == 0) {
                LOG.info("key '{}': nothing needs it, it can be removed", key);
              } else {
                LOG.warn("key '{}': {} values need it, keep it", key, values);
              }
            });
    LOG.info("active key: '{}'", report.active());
    if (report.isComplete()) {
      return DONE;
    }
    LOG.warn(
        "Not complete. Restart servers that run with another active key, mend or remove what is"
            + " unreadable, and run {} again",
        NAME);
    return INCOMPLETE;
  }
}
