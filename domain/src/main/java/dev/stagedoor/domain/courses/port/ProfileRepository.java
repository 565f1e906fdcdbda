package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Profile;
import java.util.Optional;

/** Keeps profiles and who follows whom. All methods need an open unit of work. */
public interface ProfileRepository {
  Optional<Profile> find(UserId user);

  /** Inserts or updates. */
  void save(Profile profile);

  /** Notes that one follows another; does nothing when it is noted. */
  void follow(UserId follower, UserId followed);

  /** Notes that one does not follow another any more; does nothing when it is not noted. */
  void unfollow(UserId follower, UserId followed);
}
