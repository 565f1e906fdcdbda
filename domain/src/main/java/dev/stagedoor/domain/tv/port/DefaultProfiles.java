package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.DefaultProfile;
import java.util.List;
import java.util.Optional;

/** Knows which profile counts where none is named. Needs an open unit of work. */
public interface DefaultProfiles {
  /**
   * Finds the default profiles of accounts, in one statement.
   *
   * @return one for each account, in their order; empty where it never watched
   */
  List<Optional<DefaultProfile>> of(List<UserId> owners);
}
