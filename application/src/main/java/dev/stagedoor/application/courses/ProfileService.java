package dev.stagedoor.application.courses;

import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Profile;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import dev.stagedoor.domain.kernel.DomainException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What people tell of themselves, and who follows whom. */
public final class ProfileService {
  private final UnitOfWork work;
  private final ProfileRepository profiles;
  private final AccountRepository accounts;
  private final CourseQueries queries;

  public ProfileService(
      UnitOfWork work,
      ProfileRepository profiles,
      AccountRepository accounts,
      CourseQueries queries) {
    this.work = work;
    this.profiles = profiles;
    this.accounts = accounts;
    this.queries = queries;
  }

  /** Returns somebody as everybody sees them. */
  public ProfileView get(Actor actor, UserId user) {
    return work.read(() -> view(actor, user));
  }

  /** Changes what the caller tells of themselves; what is absent stays, a blank picture is none. */
  public ProfileView change(
      Actor actor, Optional<String> headline, Optional<String> bio, Optional<String> pictureUrl) {
    UserId user = actor.userId();
    return work.write(
        () -> {
          // Of two changes at once neither is lost.
          if (accounts.lock(user).isEmpty()) {
            throw DomainException.notFound();
          }
          Profile old = profiles.find(user).orElseGet(() -> Profile.blank(user));
          profiles.save(
              new Profile(
                  user,
                  headline.orElse(old.headline()),
                  bio.orElse(old.bio()),
                  pictureUrl.map(ProfileService::picture).orElse(old.picture())));
          return view(actor, user);
        });
  }

  private static Optional<URI> picture(String url) {
    String stripped = url.strip();
    try {
      return stripped.isEmpty() ? Optional.empty() : Optional.of(new URI(stripped));
    } catch (URISyntaxException e) {
      throw DomainException.invalid("pictureUrl", "url");
    }
  }

  /**
   * Follows somebody; does nothing when the caller does already.
   *
   * @throws DomainException {@code CANNOT_FOLLOW_YOURSELF}
   */
  public ProfileView follow(Actor actor, UserId user) {
    UserId follower = actor.userId();
    if (follower.equals(user)) {
      throw new DomainException(CoursesError.CANNOT_FOLLOW_YOURSELF);
    }
    return work.write(
        () -> {
          if (accounts.find(user).isEmpty()) {
            throw DomainException.notFound();
          }
          profiles.follow(follower, user);
          return view(actor, user);
        });
  }

  /** Does not follow somebody any more; does nothing when the caller does not. */
  public ProfileView unfollow(Actor actor, UserId user) {
    UserId follower = actor.userId();
    return work.write(
        () -> {
          profiles.unfollow(follower, user);
          return view(actor, user);
        });
  }

  private ProfileView view(Actor actor, UserId user) {
    return queries.profile(user, actor.user()).orElseThrow(DomainException::notFound);
  }
}
