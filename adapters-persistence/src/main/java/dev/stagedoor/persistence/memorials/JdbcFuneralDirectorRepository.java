package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcFuneralDirectorRepository implements FuneralDirectorRepository {
  private final FuneralDirectorRows rows;

  JdbcFuneralDirectorRepository(FuneralDirectorRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<FuneralDirector> find(UserId user) {
    return rows.findById(user.value()).map(FuneralDirectorRow::toDomain);
  }

  @Override
  public Optional<FuneralDirector> lock(UserId user) {
    return rows.findByUserIdForUpdate(user.value()).map(FuneralDirectorRow::toDomain);
  }

  @Override
  public void save(FuneralDirector director) {
    rows.upsert(FuneralDirectorRow.from(director));
  }
}
