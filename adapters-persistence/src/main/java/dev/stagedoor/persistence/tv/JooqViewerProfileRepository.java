package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.crypto.Place;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tv.TvAccountTables.Profiles;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqViewerProfileRepository implements ViewerProfileRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Profiles.ID,
          Profiles.OWNER_ID,
          Profiles.NAME,
          Profiles.AVATAR_URL,
          Profiles.IS_KIDS,
          Profiles.PIN_HASH,
          Profiles.WRONG_PINS,
          Profiles.LOCKED_UNTIL,
          Profiles.CREATED_AT,
          Profiles.VERSION);

  private final DSLContext sql;
  private final ColumnCipher cipher;

  JooqViewerProfileRepository(DSLContext sql, ColumnCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  @Override
  public Optional<ViewerProfile> find(UserId owner, ProfileId id) {
    return one(owner, id).fetchOptional(this::profile);
  }

  @Override
  public Optional<ViewerProfile> lock(UserId owner, ProfileId id) {
    return one(owner, id).forNoKeyUpdate().fetchOptional(this::profile);
  }

  private SelectConditionStep<Record> one(UserId owner, ProfileId id) {
    return those(Profiles.ID.eq(id.value()).and(Profiles.OWNER_ID.eq(owner.value())));
  }

  @Override
  public List<ViewerProfile> of(UserId owner) {
    return those(Profiles.OWNER_ID.eq(owner.value()))
        .orderBy(Profiles.CREATED_AT, Profiles.ID)
        .fetch(this::profile);
  }

  private SelectConditionStep<Record> those(Condition wanted) {
    return sql.select(COLUMNS).from(Profiles.TABLE).where(wanted);
  }

  @Override
  public void save(ViewerProfile profile) {
    Versions.mustChange(profile.version() == 0 ? add(profile) : change(profile));
  }

  private int add(ViewerProfile profile) {
    return sql.insertInto(Profiles.TABLE)
        .set(Profiles.ID, profile.id().value())
        .set(values(profile.snapshot()))
        .set(Profiles.VERSION, 1L)
        .onConflictDoNothing()
        .execute();
  }

  private int change(ViewerProfile profile) {
    return sql.update(Profiles.TABLE)
        .set(values(profile.snapshot()))
        .set(Profiles.VERSION, profile.version() + 1)
        .where(Profiles.ID.eq(profile.id().value()))
        .and(Profiles.VERSION.eq(profile.version()))
        .execute();
  }

  @Override
  public void remove(ProfileId id) {
    // What belongs to it goes by the references between the tables.
    sql.deleteFrom(Profiles.TABLE).where(Profiles.ID.eq(id.value())).execute();
  }

  private Map<Field<?>, @Nullable Object> values(ViewerProfile.Snapshot profile) {
    ViewerProfile.Look look = profile.look();
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(Profiles.OWNER_ID, profile.owner().value());
    values.put(Profiles.NAME, look.name());
    values.put(Profiles.AVATAR_URL, look.avatar().map(URI::toString).orElse(null));
    values.put(Profiles.IS_KIDS, look.isKids());
    values.put(
        Profiles.PIN_HASH, cipher.encryptNullable(pin(profile.id().value()), profile.pinHash()));
    values.put(Profiles.WRONG_PINS, profile.wrongPins());
    values.put(Profiles.LOCKED_UNTIL, profile.lockedUntil());
    values.put(Profiles.CREATED_AT, profile.createdAt());
    return values;
  }

  private ViewerProfile profile(Record row) {
    UUID id = row.get(Profiles.ID);
    return ViewerProfile.restore(
        new ViewerProfile.Snapshot(
            new ProfileId(id),
            new UserId(row.get(Profiles.OWNER_ID)),
            new ViewerProfile.Look(
                row.get(Profiles.NAME),
                Optional.ofNullable(row.get(Profiles.AVATAR_URL)).map(URI::create),
                row.get(Profiles.IS_KIDS)),
            cipher.decryptNullable(pin(id), row.get(Profiles.PIN_HASH)),
            row.get(Profiles.WRONG_PINS),
            row.get(Profiles.LOCKED_UNTIL),
            row.get(Profiles.CREATED_AT),
            row.get(Profiles.VERSION)));
  }

  private static Place pin(UUID profile) {
    return EncryptedColumn.TV_PROFILE_PIN.at(profile);
  }
}
