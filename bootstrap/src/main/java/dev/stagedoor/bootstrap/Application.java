package dev.stagedoor.bootstrap;

import io.micronaut.runtime.Micronaut;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server. {@code --demo} fills in examples with known passwords. */
public final class Application {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private Application() {}

  public static void main(String[] arguments) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    String[] settings =
        Arrays.stream(arguments)
            .map(argument -> argument.equals("--demo") ? "--stagedoor.demo=true" : argument)
            .toArray(String[]::new);
    try {
      Micronaut.build(settings)
          .mainClass(Application.class)
          .banner(false)
          // A setting that is wrong stops the start, not the first request that needs it.
          .eagerInitSingletons(true)
          .eagerInitConfiguration(true)
          .start();
    } catch (RuntimeException e) {
      // The edge of the program: whatever stopped the start is told in one line.
      LOG.error("The server cannot start: {}", rootCause(e).getMessage());
      LOG.debug("in full", e);
      System.exit(1);
    }
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
