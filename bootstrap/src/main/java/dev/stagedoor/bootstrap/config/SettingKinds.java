package dev.stagedoor.bootstrap.config;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stops the start at a setting that is missing, or whose value is not of its kind. Micronaut by
 * itself takes a value that it cannot read for one that is absent, without a word. What is looked
 * at is every configuration record that is on, so a new one needs nothing here.
 */
@Context
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class SettingKinds {
  private static final String OURS = "dev.stagedoor.";
  private static final String PORT = "micronaut.server.port";
  private static final int HIGHEST_PORT = 65_535;
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          Duration.class, "a length of time, for example 15m",
          int.class, "a whole number",
          Integer.class, "a whole number",
          long.class, "a whole number",
          Long.class, "a whole number",
          BigDecimal.class, "a number",
          URI.class, "an address",
          Secret.class, "text, in quotes");

  private final ApplicationContext context;
  private final PackagedSettings packaged;

  SettingKinds(ApplicationContext context, PackagedSettings packaged, KnownSettings checkedFirst) {
    this.context = context;
    this.packaged = packaged;
    checkPort();
    packaged.keys().stream().filter(packaged::isSwitch).forEach(this::checkSwitch);
    components(context).forEach(this::check);
  }

  /** Returns the keys that the configuration records that are on take their values from. */
  static List<String> keys(ApplicationContext context) {
    return components(context).flatMap(component -> key(component).stream()).toList();
  }

  private static Stream<Argument<?>> components(ApplicationContext context) {
    Collection<BeanDefinition<?>> records =
        context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationProperties.class));
    return records.stream()
        .filter(definition -> definition.getBeanType().getName().startsWith(OURS))
        .flatMap(definition -> Arrays.stream(definition.getConstructor().getArguments()));
  }

  private static Optional<String> key(Argument<?> component) {
    return component.getAnnotationMetadata().stringValue(Property.class, "name");
  }

  private void check(Argument<?> component) {
    Optional<String> key = key(component);
    if (key.isEmpty() || Map.class.isAssignableFrom(component.getType())) {
      return;
    }
    boolean mayBeMissing =
        component.isNullable()
            || component.isDeclaredNullable()
            || component.getAnnotationMetadata().hasAnnotation(Bindable.class);
    Optional<Object> given = context.getProperty(key.get(), Argument.OBJECT_ARGUMENT);
    boolean isBlank = given.map(value -> value.toString().isBlank()).orElse(true);
    boolean isText = component.getType() == Secret.class || !KINDS.containsKey(component.getType());
    boolean blankMeansNone = component.isDeclaredNullable() || isText;
    if (mayBeMissing && (given.isEmpty() || (isBlank && blankMeansNone))) {
      return;
    }
    if (given.isEmpty() || (isBlank && component.getType() == Secret.class)) {
      throw new InvalidSetting(key.get(), "must be set" + orByVariable(key.get()));
    }
    if (context.getProperty(key.get(), component).isEmpty()) {
      throw wrong(key.get(), component.getType(), given.get().toString());
    }
  }

  private static InvalidSetting wrong(String key, Class<?> type, String given) {
    String kind =
        type.isEnum()
            ? "one of " + Arrays.toString(type.getEnumConstants())
            : KINDS.getOrDefault(type, "a " + type.getSimpleName());
    boolean isSecret = type == Secret.class;
    String instead = isSecret ? "a number" : given.isBlank() ? "empty" : given;
    return new InvalidSetting(key, "must be " + kind + ", not " + instead);
  }

  private void checkSwitch(String key) {
    String value = context.getProperty(key, String.class).orElse("");
    if (!value.equals("true") && !value.equals("false")) {
      throw new InvalidSetting(
          key, "must be true or false, not " + (value.isEmpty() ? "empty" : value));
    }
  }

  private void checkPort() {
    String value = context.getProperty(PORT, String.class).orElse("");
    boolean isPort =
        context
            .getProperty(PORT, Integer.class)
            .filter(port -> port >= -1 && port <= HIGHEST_PORT)
            .isPresent();
    if (!isPort) {
      throw new InvalidSetting(
          "PORT (" + PORT + ")", "must be a number from 0 to 65535, not " + value);
    }
  }

  private String orByVariable(String key) {
    return packaged.variable(key).map(name -> " (environment variable " + name + ")").orElse("");
  }
}
