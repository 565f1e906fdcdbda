package dev.stagedoor.application.channels;

import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The social platforms that are switched on. A stand-in (the sandbox) answers for every platform
 * that is not on; a stored page always goes back to the platform it was connected to.
 */
public final class ChannelProviders {
  private final Map<ProviderId, ChannelProvider> byId = new LinkedHashMap<>();
  private final Optional<ProviderId> standIn;

  /**
   * @throws IllegalArgumentException when one id stands twice, or the stand-in is not among them
   */
  public ChannelProviders(List<ChannelProvider> providers, Optional<ProviderId> standIn) {
    for (ChannelProvider provider : providers) {
      if (byId.put(provider.id(), provider) != null) {
        throw new IllegalArgumentException("two platforms are called " + provider.id());
      }
    }
    this.standIn = standIn;
    standIn.ifPresent(
        id -> {
          if (!byId.containsKey(id)) {
            throw new IllegalArgumentException("the stand-in " + id + " is no platform");
          }
        });
  }

  /** One platform for everything, which stands in for all others. */
  public static ChannelProviders only(ChannelProvider provider) {
    return new ChannelProviders(List.of(provider), Optional.of(provider.id()));
  }

  /** For whoever has no pages. */
  public static ChannelProviders none() {
    return new ChannelProviders(List.of(), Optional.empty());
  }

  /** Returns who answers for a platform that is asked for by name; empty when nobody does. */
  public Optional<ChannelProvider> named(ProviderId name) {
    return Optional.ofNullable(byId.get(name)).or(() -> standIn.map(byId::get));
  }

  /**
   * Returns the platform a page is on.
   *
   * @throws IllegalStateException when it is not on
   */
  public ChannelProvider of(ProviderId platform) {
    ChannelProvider found = byId.get(platform);
    if (found == null) {
      throw new IllegalStateException("a page is on " + platform + ", which is not on here");
    }
    return found;
  }

  /** Says in words who reaches people on pages: {@code facebook, others sandbox}. */
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
