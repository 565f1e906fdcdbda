package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something a teacher teaches and sells.
 *
 * <p>Invariants: it belongs to one teacher; its address never changes; its price is not negative
 * and keeps its currency; visitors know of it only while it is published, its students for as long
 * as they are enrolled.
 */
public final class Course {
  public static final int MAX_TITLE = 200;
  public static final int MAX_DESCRIPTION = 20_000;

  /** In the smallest unit of the currency. */
  public static final long MAX_PRICE_MINOR = 99_999_999;

  /** Where a course stands. Any may follow any: what is archived can be sold again. */
  public enum Status {
    /** Only its teacher sees it. */
    DRAFT,
    /** Everybody sees and may buy it. */
    PUBLISHED,
    /** Nobody can buy it any more; who is enrolled stays. */
    ARCHIVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds what a code stands for.
     *
     * @throws DomainException {@code INVALID_VALUE} where there is none
     */
    public static Status of(String code) {
      return Stream.of(values())
          .filter(status -> status.code().equals(code))
          .findFirst()
          .orElseThrow(() -> DomainException.invalid("status", "choice"));
    }
  }

  private final CourseId id;
  private final CourseSlug slug;
  private final UserId teacher;
  private final Instant createdAt;
  private final long version;
  private String title;
  private String description;
  private Money price;
  private Status status;
  private @Nullable Instant publishedAt;
  private Instant updatedAt;

  /** The stored form of a course; for repositories only. */
  public record Snapshot(
      CourseId id,
      CourseSlug slug,
      UserId teacher,
      String title,
      String description,
      Money price,
      Status status,
      @Nullable Instant publishedAt,
      Instant createdAt,
      Instant updatedAt,
      long version) {}

  private Course(Snapshot from) {
    this.id = from.id();
    this.slug = from.slug();
    this.teacher = from.teacher();
    this.title = from.title();
    this.description = from.description();
    this.price = from.price();
    this.status = from.status();
    this.publishedAt = from.publishedAt();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.version = from.version();
  }

  /** Begins a draft. */
  public static Course draft(
      CourseId id,
      CourseSlug slug,
      UserId teacher,
      String title,
      String description,
      Money price,
      Instant now) {
    return new Course(
        new Snapshot(
            id,
            slug,
            teacher,
            checkedTitle(title),
            checkedDescription(description),
            checkedPrice(price),
            Status.DRAFT,
            null,
            now,
            now,
            0));
  }

  /** Rebuilds a stored course; for repositories only. */
  public static Course restore(Snapshot snapshot) {
    return new Course(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        slug,
        teacher,
        title,
        description,
        price,
        status,
        publishedAt,
        createdAt,
        updatedAt,
        version);
  }

  public boolean isTaughtBy(Actor actor) {
    return actor.isAdmin() || actor.is(teacher);
  }

  /** Changes what is given. Who has bought it keeps it, whatever it costs from now on. */
  public void change(
      Optional<String> nextTitle,
      Optional<String> nextDescription,
      Optional<Money> nextPrice,
      Optional<Status> nextStatus,
      Instant now) {
    nextTitle.ifPresent(next -> title = checkedTitle(next));
    nextDescription.ifPresent(next -> description = checkedDescription(next));
    nextPrice.ifPresent(
        next -> {
          if (!next.currency().equals(price.currency())) {
            throw DomainException.invalid("currency", "fixed");
          }
          price = checkedPrice(next);
        });
    nextStatus.ifPresent(
        next -> {
          status = next;
          if (next == Status.PUBLISHED && publishedAt == null) {
            publishedAt = now;
          }
        });
    updatedAt = now;
  }

  /** Refuses with {@code COURSE_NOT_ON_SALE} unless it can be bought. */
  public void mustBeOnSale() {
    if (status != Status.PUBLISHED) {
      throw new DomainException(CoursesError.COURSE_NOT_ON_SALE);
    }
  }

  public boolean isFree() {
    return price.isZero();
  }

  private static String checkedTitle(String title) {
    String stripped = title.strip();
    if (stripped.isEmpty()) {
      throw DomainException.invalid("title", "blank");
    }
    if (stripped.length() > MAX_TITLE) {
      throw DomainException.invalid(Fault.longerThan("title", MAX_TITLE));
    }
    return stripped;
  }

  private static String checkedDescription(String description) {
    String stripped = description.strip();
    if (stripped.length() > MAX_DESCRIPTION) {
      throw DomainException.invalid(Fault.longerThan("description", MAX_DESCRIPTION));
    }
    return stripped;
  }

  private static Money checkedPrice(Money price) {
    if (price.minor() < 0 || price.minor() > MAX_PRICE_MINOR) {
      throw DomainException.invalid(Fault.outside("price", 0, wholeUnits(price.currency())));
    }
    return price;
  }

  /** Returns the highest price as people write it: in whole units of a currency. */
  private static long wholeUnits(Currency currency) {
    long most = MAX_PRICE_MINOR;
    for (int digit = 0; digit < currency.getDefaultFractionDigits(); digit++) {
      most /= 10;
    }
    return most;
  }

  public CourseId id() {
    return id;
  }

  public CourseSlug slug() {
    return slug;
  }

  public UserId teacher() {
    return teacher;
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  public Money price() {
    return price;
  }

  public Status status() {
    return status;
  }

  public Optional<Instant> publishedAt() {
    return Optional.ofNullable(publishedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
