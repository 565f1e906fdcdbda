package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.bootstrap.config.InvalidSetting;
import dev.stagedoor.domain.kernel.ProviderId;
import io.micronaut.core.value.PropertyResolver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The providers of one capability that are on, for routes to choose from. */
final class Choice<P> {
  /** Stands in for every provider that is not on. */
  static final ProviderId SANDBOX = new ProviderId("sandbox");

  private static final String PROVIDERS = "stagedoor.providers.";

  private final String capability;
  private final Map<String, P> on = new LinkedHashMap<>();
  private final PropertyResolver settings;

  Choice(String capability, List<P> on, Function<P, ProviderId> name, PropertyResolver settings) {
    this.capability = capability;
    this.settings = settings;
    for (P provider : on) {
      String id = name.apply(provider).value();
      if (this.on.put(id, provider) != null) {
        throw new InvalidSetting(
            block(id), "is there twice: two providers of " + capability + " are called " + id);
      }
    }
  }

  /** Returns the provider that a route leads to. */
  P at(String route, String wanted) {
    P provider = on.get(wanted);
    if (provider == null) {
      throw new InvalidSetting(
          route, "leads to " + wanted + ", " + whyNot(wanted) + "; " + others());
    }
    return provider;
  }

  /** Returns the provider of the one route there is: beside it no other but the sandbox is on. */
  P only(String route, String wanted) {
    P provider = at(route, wanted);
    for (String other : on.keySet()) {
      if (!other.equals(wanted) && !other.equals(SANDBOX.value())) {
        throw new InvalidSetting(
            route,
            "leads to %s, but %s is on, too, and only one can do %s: set %s.enabled to false"
                .formatted(wanted, other, capability, block(other)));
      }
    }
    return provider;
  }

  Optional<ProviderId> standIn() {
    return on.containsKey(SANDBOX.value()) ? Optional.of(SANDBOX) : Optional.empty();
  }

  private static String block(String id) {
    return PROVIDERS + id;
  }

  private String whyNot(String wanted) {
    String enabled = block(wanted) + ".enabled";
    return settings
        .getProperty(enabled, Boolean.class)
        .map(
            isOn ->
                isOn ? "which does no " + capability : "which is off: set " + enabled + " to true")
        .orElse("and no provider is called that");
  }

  private String others() {
    return on.isEmpty()
        ? "none that does " + capability + " is on"
        : "on are " + on.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
