package dev.stagedoor.application.providers;

import dev.stagedoor.domain.kernel.ProviderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The providers of one capability that are switched on, by name. A stand-in (the sandbox) answers
 * for every name that is not on.
 */
public final class NamedProviders<P> {
  private final Map<ProviderId, P> byId = new LinkedHashMap<>();
  private final Optional<ProviderId> standIn;

  /**
   * @param what what they are, in words
   * @throws IllegalArgumentException when one id stands twice, or the stand-in is not among them
   */
  public NamedProviders(
      String what, List<P> providers, Function<P, ProviderId> id, Optional<ProviderId> standIn) {
    for (P provider : providers) {
      if (byId.put(id.apply(provider), provider) != null) {
        throw new IllegalArgumentException("two " + what + " are called " + id.apply(provider));
      }
    }
    this.standIn = standIn;
    standIn.ifPresent(
        name -> {
          if (!byId.containsKey(name)) {
            throw new IllegalArgumentException("the stand-in " + name + " is none of the " + what);
          }
        });
  }

  /** Returns the provider of that name itself. */
  public Optional<P> get(ProviderId name) {
    return Optional.ofNullable(byId.get(name));
  }

  /** Returns who answers for a provider that is asked for by name; empty when nobody does. */
  public Optional<P> answering(ProviderId name) {
    return get(name).or(() -> standIn.flatMap(this::get));
  }

  /** Returns all that are on. */
  public List<P> all() {
    return List.copyOf(byId.values());
  }

  /** Says in words who answers: {@code stripe, others sandbox}. */
  public String description() {
    if (byId.isEmpty()) {
      return "nobody";
    }
    return Stream.concat(
            byId.keySet().stream()
                .filter(id -> !standIn.equals(Optional.of(id)))
                .map(ProviderId::value),
            standIn.map(id -> byId.size() == 1 ? id.value() : "others " + id).stream())
        .collect(Collectors.joining(", "));
  }
}
