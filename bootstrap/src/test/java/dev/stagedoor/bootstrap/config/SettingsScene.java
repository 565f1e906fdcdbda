package dev.stagedoor.bootstrap.config;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.context.AbstractBeanConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.inject.BeanConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server that reads its settings and starts nothing else. */
abstract class SettingsScene {

  /** Switches off what opens the database as soon as a context is there. */
  private static final class Listeners extends AbstractBeanConfiguration {
    private static final List<String> EAGER =
        List.of(
            "live.$LiveHub",
            "observe.$RequestMeters",
            "party.$Attendance",
            "party.$Guests",
            "party.$PartyRooms");

    Listeners() {
      super("dev.stagedoor.web");
    }

    @Override
    public boolean isWithin(String className) {
      return EAGER.stream().anyMatch(name -> className.startsWith("dev.stagedoor.web." + name));
    }

    @Override
    public boolean isEnabled(BeanContext context, @Nullable BeanResolutionContext resolution) {
      return false;
    }
  }

  static ApplicationContextBuilder server() {
    return ApplicationContext.builder()
        .properties(Map.of("micronaut.health.monitor.enabled", "false"))
        .deduceEnvironment(false)
        .beanConfigurations(configurations());
  }

  /** Those of the house, too: who adds one gets no others. */
  private static BeanConfiguration[] configurations() {
    List<BeanConfiguration> all = new ArrayList<>();
    SoftServiceLoader.load(BeanConfiguration.class).collectAll(all);
    all.add(new Listeners());
    return all.toArray(BeanConfiguration[]::new);
  }

  static void started(ApplicationContextBuilder server) {
    try (ApplicationContext context = server.build().start()) {
      context.getBean(SettingKinds.class);
    }
  }

  static String refusal(ApplicationContextBuilder server) {
    Throwable failure = catchThrowable(() -> started(server));
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(InvalidSetting.class::isInstance)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no setting was refused", failure))
        .getMessage();
  }

  static PropertySource variables(String... names) {
    Map<String, Object> values = new HashMap<>();
    for (String name : names) {
      values.put(
          name, name.endsWith("NEXT") ? "c29tZS1vdGhlci1rZXktb2YtMzItYnl0ZXMtMDAwMDA=" : "sandbox");
    }
    return PropertySource.of("variables", values, PropertyConvention.ENVIRONMENT_VARIABLE);
  }
}
