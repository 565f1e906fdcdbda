package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** A workspace without its operators. */
@MappedEntity("workspaces")
record WorkspaceRow(
    @Id UUID id,
    String name,
    String currency,
    String plan,
    Instant createdAt,
    @Version long version) {

  static WorkspaceRow from(Workspace workspace) {
    return new WorkspaceRow(
        workspace.id().value(),
        workspace.name(),
        workspace.currency().getCurrencyCode(),
        workspace.plan().code(),
        workspace.createdAt(),
        workspace.version());
  }

  Workspace toDomain(List<UserId> operators) {
    return Workspace.restore(
        new Workspace.Snapshot(
            new WorkspaceId(id),
            name,
            Currency.getInstance(currency),
            Codes.parse(Plan.class, plan),
            new LinkedHashSet<>(operators),
            createdAt,
            version));
  }
}
