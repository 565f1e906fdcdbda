package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("shows")
record ShowRow(
    @Id UUID id,
    UUID workspaceId,
    String name,
    String currency,
    @Nullable String postProvider,
    @Nullable String postId,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Instant createdAt,
    @Version long version) {

  static ShowRow from(Show.Snapshot show) {
    ProviderRef post = show.post();
    return new ShowRow(
        show.id().value(),
        show.workspace().value(),
        show.name(),
        show.currency().getCurrencyCode(),
        post == null ? null : post.provider().value(),
        post == null ? null : post.value(),
        show.startedAt(),
        show.endedAt(),
        show.createdAt(),
        show.version());
  }

  Show toDomain() {
    return Show.restore(
        new Show.Snapshot(
            new ShowId(id),
            new WorkspaceId(workspaceId),
            name,
            Currency.getInstance(currency),
            postProvider == null || postId == null ? null : ProviderRef.of(postProvider, postId),
            startedAt,
            endedAt,
            createdAt,
            version));
  }
}
