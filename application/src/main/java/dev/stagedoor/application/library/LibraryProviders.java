package dev.stagedoor.application.library;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.library.VideoAsset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The providers that keep videos and are switched on, and which one takes new videos in. A stored
 * video always goes back to the provider that took it in.
 */
public final class LibraryProviders {
  private final Map<ProviderId, LibraryProvider> byId = new LinkedHashMap<>();
  private final Optional<LibraryProvider> fresh;

  private LibraryProviders(List<LibraryProvider> providers, Optional<ProviderId> fresh) {
    for (LibraryProvider provider : providers) {
      if (byId.put(provider.id(), provider) != null) {
        throw new IllegalArgumentException("two libraries are called " + provider.id());
      }
    }
    this.fresh =
        fresh.map(
            id ->
                Optional.ofNullable(byId.get(id))
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "the route library leads to "
                                    + id
                                    + ", which is not on; on are "
                                    + byId.keySet())));
  }

  /**
   * Takes new videos in at one of these.
   *
   * @throws IllegalArgumentException when one id stands twice, or the provider for new videos is
   *     not on
   */
  public static LibraryProviders of(List<LibraryProvider> providers, ProviderId fresh) {
    return new LibraryProviders(providers, Optional.of(fresh));
  }

  /** One provider for everything. */
  public static LibraryProviders only(LibraryProvider provider) {
    return of(List.of(provider), provider.id());
  }

  /** For whoever keeps no videos. */
  public static LibraryProviders none() {
    return new LibraryProviders(List.of(), Optional.empty());
  }

  /**
   * Returns the provider that takes new videos in.
   *
   * @throws IllegalStateException when there is {@linkplain #none none}
   */
  public LibraryProvider forNew() {
    return fresh.orElseThrow(() -> new IllegalStateException("nobody keeps videos here"));
  }

  /**
   * Returns the provider that keeps a video.
   *
   * @throws IllegalStateException when it is not on
   */
  public LibraryProvider of(ProviderRef video) {
    return of(video.provider(), video);
  }

  /**
   * Returns the provider that was chosen for a video.
   *
   * @throws IllegalStateException when it is not on
   */
  public LibraryProvider of(VideoAsset video) {
    return of(video.provider(), video.id());
  }

  private LibraryProvider of(ProviderId id, Object video) {
    LibraryProvider provider = byId.get(id);
    if (provider == null) {
      throw new IllegalStateException(video + " is kept at " + id + ", not on here");
    }
    return provider;
  }

  /** Returns in words who takes new videos in. */
  public String description() {
    return fresh.map(provider -> provider.id().value()).orElse("nobody");
  }
}
