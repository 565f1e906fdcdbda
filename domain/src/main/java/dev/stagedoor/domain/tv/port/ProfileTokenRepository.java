package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ProfileToken;
import java.time.Instant;
import java.util.Optional;

/** Keeps which devices opened which profiles. All methods need an open unit of work. */
public interface ProfileTokenRepository {
  void add(ProfileToken token);

  /** Finds a token by its hash, also one that is over its time. */
  Optional<ProfileToken> find(String sha256);

  /** Takes back every token of a profile. */
  void removeOf(ProfileId profile);

  /** Forgets those that were over before a time, and returns how many. */
  int purge(Instant before);
}
