package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps profiles in memory. */
public final class InMemoryViewerProfileRepository implements ViewerProfileRepository {
  private final InMemoryStore.Table<ProfileId, ViewerProfile.Snapshot> table;
  private final List<Consumer<ProfileId>> belongings = new ArrayList<>();

  public InMemoryViewerProfileRepository(InMemoryStore store) {
    table = store.table();
  }

  /** Has something else removed with a profile. */
  public void removeWith(Consumer<ProfileId> belonging) {
    belongings.add(belonging);
  }

  @Override
  public Optional<ViewerProfile> find(UserId owner, ProfileId id) {
    return table.find(id).filter(row -> row.owner().equals(owner)).map(ViewerProfile::restore);
  }

  @Override
  public Optional<ViewerProfile> lock(UserId owner, ProfileId id) {
    return table.lock(id).filter(row -> row.owner().equals(owner)).map(ViewerProfile::restore);
  }

  @Override
  public List<ViewerProfile> of(UserId owner) {
    return all()
        .filter(profile -> profile.owner().equals(owner))
        .sorted(
            Comparator.comparing(ViewerProfile::createdAt)
                .thenComparing(profile -> profile.id().value().toString()))
        .toList();
  }

  @Override
  public void save(ViewerProfile profile) {
    ViewerProfile.Snapshot now = profile.snapshot();
    table.put(
        now.id(),
        new ViewerProfile.Snapshot(
            now.id(),
            now.owner(),
            now.look(),
            now.pinHash(),
            now.wrongPins(),
            now.lockedUntil(),
            now.createdAt(),
            now.version() + 1),
        ViewerProfile.Snapshot::version,
        now.version());
  }

  @Override
  public void remove(ProfileId id) {
    table.remove(id);
    belongings.forEach(belonging -> belonging.accept(id));
  }

  public Stream<ViewerProfile> all() {
    return table.rows().map(ViewerProfile::restore);
  }
}
