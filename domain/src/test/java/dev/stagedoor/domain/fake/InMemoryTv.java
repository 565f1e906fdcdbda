package dev.stagedoor.domain.fake;

/** The repositories of subscription TV, all in one store. */
public record InMemoryTv(
    InMemorySubscriberRepository subscribers,
    InMemoryPlanRepository plans,
    InMemoryViewerProfileRepository profiles,
    InMemoryProfileTokenRepository profileTokens,
    InMemoryPlaylistRepository playlists,
    InMemoryChannelStore channels,
    InMemoryFavoriteRepository favorites,
    InMemoryWatchProgressRepository progress,
    InMemoryClientRepository clients,
    InMemoryCreditLedger credits) {

  public static InMemoryTv in(InMemoryStore store) {
    InMemoryViewerProfileRepository profiles = new InMemoryViewerProfileRepository(store);
    InMemoryProfileTokenRepository tokens = new InMemoryProfileTokenRepository(store);
    InMemoryChannelStore channels = new InMemoryChannelStore(store);
    profiles.removeWith(tokens::removeOf);
    return new InMemoryTv(
        new InMemorySubscriberRepository(store),
        new InMemoryPlanRepository(store),
        profiles,
        tokens,
        new InMemoryPlaylistRepository(store, channels),
        channels,
        new InMemoryFavoriteRepository(store, profiles),
        new InMemoryWatchProgressRepository(store, profiles),
        new InMemoryClientRepository(store),
        new InMemoryCreditLedger(store));
  }
}
