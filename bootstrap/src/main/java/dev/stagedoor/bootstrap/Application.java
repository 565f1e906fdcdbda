package dev.stagedoor.bootstrap;

import dev.stagedoor.bootstrap.config.InvalidSetting;
import dev.stagedoor.persistence.embedded.FolderInUse;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server. {@code --demo} fills in examples with known passwords. */
public final class Application extends Micronaut {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private Application() {}

  public static void main(String[] arguments) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    String[] settings =
        Arrays.stream(arguments)
            .map(argument -> argument.equals("--demo") ? "--stagedoor.demo=true" : argument)
            .toArray(String[]::new);
    new Application()
        .args(settings)
        .mainClass(Application.class)
        .banner(false)
        // A setting that is wrong stops the start, not the first request that needs it.
        .eagerInitSingletons(true)
        .eagerInitConfiguration(true)
        .start();
  }

  /** Says in words what an operator can mend, and in full what only a developer can. */
  @Override
  protected void handleStartupException(Environment environment, Throwable failure) {
    Optional<Throwable> mendable =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(Application::isMendable)
            .findFirst();
    if (mendable.isPresent()) {
      LOG.error("The server cannot start: {}", mendable.get().getMessage());
    } else {
      LOG.error("The server cannot start", failure);
    }
    System.exit(1);
  }

  private static boolean isMendable(Throwable cause) {
    boolean namesASetting =
        cause instanceof IllegalArgumentException
            && String.valueOf(cause.getMessage()).startsWith("stagedoor.");
    return namesASetting || cause instanceof InvalidSetting || cause instanceof FolderInUse;
  }
}
