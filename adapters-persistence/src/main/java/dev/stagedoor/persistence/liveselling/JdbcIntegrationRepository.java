package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcIntegrationRepository implements IntegrationRepository {
  private final IntegrationRows rows;
  private final SealedCredentials sealed;

  JdbcIntegrationRepository(IntegrationRows rows, SealedCredentials sealed) {
    this.rows = rows;
    this.sealed = sealed;
  }

  @Override
  public Optional<Integration> find(IntegrationId id) {
    return rows.findById(id.value()).map(row -> row.toDomain(sealed));
  }

  @Override
  public Optional<Integration> lock(WorkspaceId workspace, ProviderId provider) {
    return rows.findByWorkspaceIdAndProviderForUpdate(workspace.value(), provider.value())
        .map(row -> row.toDomain(sealed));
  }

  @Override
  public List<Integration> of(WorkspaceId workspace) {
    return integrations(rows.findByWorkspaceIdOrderByCreatedAtAscAndIdAsc(workspace.value()));
  }

  @Override
  public List<Integration> connectedTo(ProviderId provider, String account) {
    return integrations(
        rows.findByProviderAndConnectedAccountOrderByCreatedAtAscAndIdAsc(
            provider.value(), account));
  }

  private List<Integration> integrations(List<IntegrationRow> found) {
    return found.stream().map(row -> row.toDomain(sealed)).toList();
  }

  @Override
  public void save(Integration integration) {
    IntegrationRow row = IntegrationRow.from(integration, sealed);
    Versions.save(row.version(), () -> rows.insert(row) != null, () -> rows.update(row));
  }
}
