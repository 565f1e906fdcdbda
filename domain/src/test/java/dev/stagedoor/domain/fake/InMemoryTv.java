package dev.stagedoor.domain.fake;

/** The repositories of subscription TV, all in one store. */
public record InMemoryTv(
    InMemorySubscriberRepository subscribers,
    InMemoryPlanRepository plans,
    InMemoryViewerProfileRepository profiles,
    InMemoryProfileTokenRepository profileTokens) {

  public static InMemoryTv in(InMemoryStore store) {
    InMemoryViewerProfileRepository profiles = new InMemoryViewerProfileRepository(store);
    InMemoryProfileTokenRepository tokens = new InMemoryProfileTokenRepository(store);
    profiles.removeWith(tokens::removeOf);
    return new InMemoryTv(
        new InMemorySubscriberRepository(store),
        new InMemoryPlanRepository(store),
        profiles,
        tokens);
  }
}
