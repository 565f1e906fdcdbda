package dev.stagedoor.application.channels;

import dev.stagedoor.application.providers.NamedProviders;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.List;
import java.util.Optional;

/**
 * The social platforms that are switched on. A stand-in (the sandbox) answers for every platform
 * that is not on; a stored page always goes back to the platform it was connected to.
 */
public final class ChannelProviders {
  private final NamedProviders<ChannelProvider> providers;

  /**
   * @throws IllegalArgumentException when one id stands twice, or the stand-in is not among them
   */
  public ChannelProviders(List<ChannelProvider> providers, Optional<ProviderId> standIn) {
    this.providers = new NamedProviders<>("platforms", providers, ChannelProvider::id, standIn);
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
    return providers.answering(name);
  }

  /**
   * Returns the platform a page is on.
   *
   * @throws IllegalStateException when it is not on
   */
  public ChannelProvider of(ProviderId platform) {
    return providers
        .get(platform)
        .orElseThrow(
            () -> new IllegalStateException("a page is on " + platform + ", which is not on here"));
  }

  /** Says in words who reaches people on pages: {@code facebook, others sandbox}. */
  public String description() {
    return providers.description();
  }
}
