package dev.stagedoor.persistence.tv;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.port.FavoriteRepository;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tv.TvAccountTables.Profiles;
import dev.stagedoor.persistence.tv.WatchTables.Favorites;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqFavoriteRepository implements FavoriteRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Favorites.PROFILE_ID,
          Favorites.ITEM_ID,
          Favorites.ITEM_TYPE,
          Favorites.ITEM_NAME,
          Favorites.ITEM_LOGO,
          Favorites.ADDED_AT);

  private final DSLContext sql;

  JooqFavoriteRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Favorite> find(ProfileId profile, String itemId) {
    return sql.select(COLUMNS)
        .from(Favorites.TABLE)
        .where(is(profile, itemId))
        .fetchOptional(JooqFavoriteRepository::favorite);
  }

  private static Condition is(ProfileId profile, String itemId) {
    return Favorites.PROFILE_ID.eq(profile.value()).and(Favorites.ITEM_ID.eq(itemId));
  }

  @Override
  public Favorite save(Favorite favorite) {
    return sql.insertInto(Favorites.TABLE)
        .set(Favorites.PROFILE_ID, favorite.profile().value())
        .set(Favorites.ITEM_ID, favorite.itemId())
        .set(Favorites.ITEM_TYPE, favorite.itemType())
        .set(Favorites.ITEM_NAME, favorite.itemName())
        .set(Favorites.FOLDED_NAME, JooqChannelStore.folded(favorite.itemName()))
        .set(Favorites.ITEM_LOGO, favorite.itemLogo().orElse(null))
        .set(Favorites.ADDED_AT, favorite.addedAt())
        .onConflict(Favorites.PROFILE_ID, Favorites.ITEM_ID)
        .doUpdate()
        .set(Favorites.ITEM_TYPE, excluded(Favorites.ITEM_TYPE))
        .set(Favorites.ITEM_NAME, excluded(Favorites.ITEM_NAME))
        .set(Favorites.FOLDED_NAME, excluded(Favorites.FOLDED_NAME))
        .set(Favorites.ITEM_LOGO, excluded(Favorites.ITEM_LOGO))
        .returningResult(COLUMNS)
        .fetchSingle(JooqFavoriteRepository::favorite);
  }

  @Override
  public Page<Favorite> list(ProfileId profile, Optional<String> type, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(COLUMNS)
            .from(Favorites.TABLE)
            .where(
                Favorites.PROFILE_ID.eq(profile.value()),
                type.map(Favorites.ITEM_TYPE::eq).orElse(noCondition()))
            .orderBy(Favorites.ADDED_AT.desc(), Favorites.ITEM_ID.desc()),
        page,
        JooqFavoriteRepository::favorite);
  }

  @Override
  public int count(UserId owner) {
    return sql.fetchCount(
        Favorites.TABLE,
        Favorites.PROFILE_ID.in(
            select(Profiles.ID).from(Profiles.TABLE).where(Profiles.OWNER_ID.eq(owner.value()))));
  }

  @Override
  public void remove(ProfileId profile, String itemId) {
    sql.deleteFrom(Favorites.TABLE).where(is(profile, itemId)).execute();
  }

  private static Favorite favorite(Record row) {
    return new Favorite(
        new ProfileId(row.get(Favorites.PROFILE_ID)),
        row.get(Favorites.ITEM_ID),
        row.get(Favorites.ITEM_TYPE),
        row.get(Favorites.ITEM_NAME),
        Optional.ofNullable(row.get(Favorites.ITEM_LOGO)),
        row.get(Favorites.ADDED_AT));
  }
}
