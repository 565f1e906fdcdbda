package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Profile;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps profiles and who follows whom in memory. */
public final class InMemoryProfileRepository implements ProfileRepository {
  private final InMemoryStore.Table<UserId, Profile> profiles;
  private final InMemoryStore.Table<Follow, Follow> follows;

  /** That one follows another. */
  public record Follow(UserId follower, UserId followed) {}

  public InMemoryProfileRepository(InMemoryStore store) {
    profiles = store.table();
    follows = store.table();
  }

  @Override
  public Optional<Profile> find(UserId user) {
    return profiles.find(user);
  }

  @Override
  public void save(Profile profile) {
    profiles.put(profile.user(), profile);
  }

  @Override
  public void follow(UserId follower, UserId followed) {
    Follow follow = new Follow(follower, followed);
    follows.put(follow, follow);
  }

  @Override
  public void unfollow(UserId follower, UserId followed) {
    follows.remove(new Follow(follower, followed));
  }

  public Stream<Follow> follows() {
    return follows.rows();
  }
}
