package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Shows;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JdbcShowRepository implements ShowRepository {
  private final ShowRows rows;
  private final DSLContext sql;

  JdbcShowRepository(ShowRows rows, DSLContext sql) {
    this.rows = rows;
    this.sql = sql;
  }

  @Override
  public Optional<Show> find(ShowId id) {
    return rows.findById(id.value()).map(ShowRow::toDomain);
  }

  @Override
  public Optional<Show> lock(ShowId id) {
    // Against other changes only: comments go on coming in.
    sql.select(Shows.ID).from(Shows.TABLE).where(Shows.ID.eq(id.value())).forNoKeyUpdate().fetch();
    return find(id);
  }

  @Override
  public List<Show> following(ProviderRef post) {
    return rows
        .findByPostProviderAndPostIdOrderByCreatedAtAscAndIdAsc(
            post.provider().value(), post.value())
        .stream()
        .map(ShowRow::toDomain)
        .toList();
  }

  @Override
  public void save(Show show) {
    ShowRow row = ShowRow.from(show.snapshot());
    Versions.save(row.version(), () -> rows.insert(row) != null, () -> rows.update(row));
  }
}
