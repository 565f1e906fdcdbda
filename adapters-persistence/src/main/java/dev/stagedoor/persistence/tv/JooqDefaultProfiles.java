package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.DefaultProfile;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.port.DefaultProfiles;
import dev.stagedoor.persistence.tv.TvAccountTables.Profiles;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

@Singleton
@InsideUnitOfWork
class JooqDefaultProfiles implements DefaultProfiles {
  private static final Field<Boolean> HAS_PIN = DSL.field(Profiles.PIN_HASH.isNotNull());

  private final DSLContext sql;

  JooqDefaultProfiles(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Optional<DefaultProfile>> of(List<UserId> owners) {
    UUID[] ids = owners.stream().map(UserId::value).distinct().toArray(UUID[]::new);
    Map<UserId, DefaultProfile> known =
        sql.select(Profiles.OWNER_ID, Profiles.ID, HAS_PIN)
            .distinctOn(Profiles.OWNER_ID)
            .from(Profiles.TABLE)
            .where(Profiles.OWNER_ID.eq(DSL.any(ids)))
            .orderBy(Profiles.OWNER_ID, Profiles.CREATED_AT, Profiles.ID)
            .fetchMap(
                row -> new UserId(row.value1()),
                row -> new DefaultProfile(new ProfileId(row.value2()), row.value3()));
    return owners.stream().map(owner -> Optional.ofNullable(known.get(owner))).toList();
  }
}
