package dev.stagedoor.bootstrap;

import dev.stagedoor.bootstrap.wiring.Opened;
import dev.stagedoor.bootstrap.wiring.Purpose;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server; {@code --demo} fills in examples with known passwords. {@code rotate-keys}
 * does that with the same settings and ends.
 */
public final class Application extends Micronaut {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private Application() {}

  public static void main(String[] arguments) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    List<String> commands =
        Arrays.stream(arguments).filter(argument -> !argument.startsWith("-")).toList();
    String[] settings =
        Arrays.stream(arguments)
            .filter(argument -> argument.startsWith("-"))
            .map(argument -> argument.equals("--demo") ? "--stagedoor.demo=true" : argument)
            .toArray(String[]::new);
    if (commands.equals(List.of(RotateKeys.NAME))) {
      System.exit(RotateKeys.run(settings));
    }
    if (!commands.isEmpty()) {
      LOG.error(
          "The server cannot start: {} is not a command; there is {}, and without a command the"
              + " server starts. A setting is --<key>=<value>",
          String.join(" ", commands),
          RotateKeys.NAME);
      System.exit(1);
    }
    Opened opened = new Opened();
    Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close-failed-start"));
    new Application()
        .args(settings)
        .mainClass(Application.class)
        .singletons(opened, Purpose.SERVE)
        .banner(false)
        // A setting that is wrong stops the start, not the first request that needs it.
        .eagerInitSingletons(true)
        .eagerInitConfiguration(true)
        .start();
  }

  /** Says in words what an operator can mend, and in full what only a developer can. */
  @Override
  protected void handleStartupException(Environment environment, Throwable failure) {
    Diagnosis.of(failure)
        .ifPresentOrElse(
            sentence -> LOG.error("The server cannot start: {}", sentence),
            () -> LOG.error("The server cannot start", failure));
    System.exit(1);
  }
}
