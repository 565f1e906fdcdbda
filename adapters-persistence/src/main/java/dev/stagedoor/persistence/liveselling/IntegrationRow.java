package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.IntegrationSettings;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("integrations")
record IntegrationRow(
    @Id UUID id,
    UUID workspaceId,
    String provider,
    String displayName,
    String account,
    @Nullable String connectedAccount,
    @Nullable String credentials,
    @Nullable String problem,
    @Nullable String currency,
    String memoTemplate,
    int daysUntilDue,
    @Nullable Instant connectedAt,
    Instant createdAt,
    Instant updatedAt,
    @Version long version) {

  static IntegrationRow from(Integration integration, SealedCredentials sealed) {
    Integration.Snapshot now = integration.snapshot();
    IntegrationSettings settings = now.settings();
    return new IntegrationRow(
        now.id().value(),
        now.workspace().value(),
        now.provider().value(),
        now.displayName(),
        now.account(),
        integration.connectedAccount().orElse(null),
        sealed.seal(now.workspace().value(), now.provider().value(), now.credentials()),
        Codes.ofNullable(now.problem()),
        settings.currency().map(Currency::getCurrencyCode).orElse(null),
        settings.memoTemplate(),
        settings.daysUntilDue(),
        now.connectedAt(),
        now.createdAt(),
        now.updatedAt(),
        now.version());
  }

  Integration toDomain(SealedCredentials sealed) {
    return Integration.restore(
        new Integration.Snapshot(
            new IntegrationId(id),
            new WorkspaceId(workspaceId),
            new ProviderId(provider),
            displayName,
            account,
            sealed.open(workspaceId, provider, credentials),
            problem == null ? null : Codes.parse(IntegrationProblem.class, problem),
            new IntegrationSettings(
                Optional.ofNullable(currency).map(Currency::getInstance),
                memoTemplate,
                daysUntilDue),
            connectedAt,
            createdAt,
            updatedAt,
            version));
  }
}
