package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.ConsentState;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.ConsentStateRepository;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.States;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqConsentStateRepository implements ConsentStateRepository {
  private final DSLContext sql;

  JooqConsentStateRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void add(ConsentState state) {
    sql.insertInto(States.TABLE)
        .set(States.STATE_HASH, state.stateHash())
        .set(States.WORKSPACE_ID, state.workspace().value())
        .set(States.PROVIDER, state.provider().value())
        .set(States.USER_ID, state.user().value())
        .set(States.EXPIRES_AT, state.expiresAt())
        .execute();
  }

  @Override
  public Optional<ConsentState> take(String stateHash) {
    return sql.deleteFrom(States.TABLE)
        .where(States.STATE_HASH.eq(stateHash))
        .returning(
            States.STATE_HASH,
            States.WORKSPACE_ID,
            States.PROVIDER,
            States.USER_ID,
            States.EXPIRES_AT)
        .fetchOptional(
            row ->
                new ConsentState(
                    row.get(States.STATE_HASH),
                    new WorkspaceId(row.get(States.WORKSPACE_ID)),
                    new ProviderId(row.get(States.PROVIDER)),
                    new UserId(row.get(States.USER_ID)),
                    row.get(States.EXPIRES_AT)));
  }

  @Override
  public int purge(Instant now) {
    return sql.deleteFrom(States.TABLE).where(States.EXPIRES_AT.le(now)).execute();
  }
}
