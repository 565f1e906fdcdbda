package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.DefaultProfile;
import dev.stagedoor.domain.tv.port.DefaultProfiles;
import java.util.List;
import java.util.Optional;

/** Knows the default profiles of what is kept in memory. */
public final class InMemoryDefaultProfiles implements DefaultProfiles {
  private final InMemoryViewerProfileRepository profiles;

  public InMemoryDefaultProfiles(InMemoryViewerProfileRepository profiles) {
    this.profiles = profiles;
  }

  @Override
  public List<Optional<DefaultProfile>> of(List<UserId> owners) {
    return owners.stream()
        .map(
            owner ->
                profiles.of(owner).stream()
                    .findFirst()
                    .map(first -> new DefaultProfile(first.id(), first.hasPin())))
        .toList();
  }
}
