package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Profile;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import dev.stagedoor.persistence.courses.CourseTables.Follows;
import dev.stagedoor.persistence.courses.CourseTables.Profiles;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqProfileRepository implements ProfileRepository {
  private final DSLContext sql;

  JooqProfileRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Profile> find(UserId user) {
    return sql.select(Profiles.HEADLINE, Profiles.BIO, Profiles.PICTURE_URL)
        .from(Profiles.TABLE)
        .where(Profiles.USER_ID.eq(user.value()))
        .fetchOptional(
            row ->
                new Profile(
                    user,
                    row.get(Profiles.HEADLINE),
                    row.get(Profiles.BIO),
                    Optional.ofNullable(row.get(Profiles.PICTURE_URL)).map(URI::create)));
  }

  @Override
  public void save(Profile profile) {
    Map<Field<?>, @Nullable Object> told = new LinkedHashMap<>();
    told.put(Profiles.HEADLINE, profile.headline());
    told.put(Profiles.BIO, profile.bio());
    told.put(Profiles.PICTURE_URL, profile.picture().map(URI::toString).orElse(null));
    sql.insertInto(Profiles.TABLE)
        .set(Profiles.USER_ID, profile.user().value())
        .set(told)
        .onConflict(Profiles.USER_ID)
        .doUpdate()
        .set(told)
        .execute();
  }

  @Override
  public void follow(UserId follower, UserId followed) {
    sql.insertInto(Follows.TABLE)
        .set(Follows.FOLLOWER_ID, follower.value())
        .set(Follows.FOLLOWED_ID, followed.value())
        .onConflict(Follows.FOLLOWER_ID, Follows.FOLLOWED_ID)
        .doNothing()
        .execute();
  }

  @Override
  public void unfollow(UserId follower, UserId followed) {
    sql.deleteFrom(Follows.TABLE)
        .where(Follows.FOLLOWER_ID.eq(follower.value()))
        .and(Follows.FOLLOWED_ID.eq(followed.value()))
        .execute();
  }
}
