package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sale in a broadcast.
 *
 * <p>Invariants: planned, then live, then ended, and never back; what is written counts when it was
 * written while the show was live, however late it arrives; its currency never changes.
 */
public final class Show {
  public static final int MAX_NAME = 200;
  public static final int MAX_ITEMS = 1000;
  private static final String SUBJECT = "show";

  /** Where a show stands. */
  public enum Status {
    DRAFT,
    LIVE,
    ENDED;

    /** Returns what a show is that began and ended then, or did not yet. */
    public static Status of(@Nullable Instant startedAt, @Nullable Instant endedAt) {
      if (startedAt == null) {
        return DRAFT;
      }
      return endedAt == null ? LIVE : ENDED;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final ShowId id;
  private final WorkspaceId workspace;
  private final Currency currency;
  private final Instant createdAt;
  private final long version;
  private String name;
  private @Nullable ProviderRef post;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;

  /** The stored form of a show; for repositories only. */
  public record Snapshot(
      ShowId id,
      WorkspaceId workspace,
      String name,
      Currency currency,
      @Nullable ProviderRef post,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      Instant createdAt,
      long version) {}

  private Show(Snapshot from) {
    this.id = from.id();
    this.workspace = from.workspace();
    this.name = from.name();
    this.currency = from.currency();
    this.post = from.post();
    this.startedAt = from.startedAt();
    this.endedAt = from.endedAt();
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  /**
   * Plans a show.
   *
   * @param post the platform's post or broadcast whose comments count, where there is one
   */
  public static Show plan(
      ShowId id,
      WorkspaceId workspace,
      String name,
      Currency currency,
      Optional<ProviderRef> post,
      Instant now) {
    return new Show(
        new Snapshot(
            id, workspace, checked(name), currency, post.orElse(null), null, null, now, 0));
  }

  /** Rebuilds a stored show; for repositories only. */
  public static Show restore(Snapshot snapshot) {
    return new Show(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, workspace, name, currency, post, startedAt, endedAt, createdAt, version);
  }

  /** Names the show to the capabilities it uses, and to whoever watches it. */
  public static Subject subject(ShowId id) {
    return new Subject(SUBJECT, id.value());
  }

  /** Returns the show a subject names, empty when it names something else. */
  public static Optional<ShowId> of(Subject subject) {
    return subject.kind().equals(SUBJECT)
        ? Optional.of(new ShowId(subject.id()))
        : Optional.empty();
  }

  public void rename(String next) {
    name = checked(next);
  }

  /** Says whose comments count; empty for none. */
  public void follow(Optional<ProviderRef> next) {
    post = next.orElse(null);
  }

  /**
   * Begins. Does nothing when it has begun.
   *
   * @throws DomainException {@code SHOW_STATUS} when it has ended
   */
  public void start(Instant now) {
    if (status() == Status.ENDED) {
      throw wrongStatus();
    }
    if (startedAt == null) {
      startedAt = now;
    }
  }

  /**
   * Ends. Does nothing when it has ended.
   *
   * @throws DomainException {@code SHOW_STATUS} when it has not begun
   */
  public void end(Instant now) {
    if (status() == Status.DRAFT) {
      throw wrongStatus();
    }
    if (endedAt == null) {
      endedAt = now;
    }
  }

  /** Refuses with {@code SHOW_STATUS} before the show has begun. */
  public void mustHaveBegun() {
    if (status() == Status.DRAFT) {
      throw wrongStatus();
    }
  }

  /** Tells whether the show was live at that time, which platforms give to the second. */
  public boolean wasLiveAt(Instant time) {
    return hadBegunBy(time) && (endedAt == null || !time.isAfter(endedAt));
  }

  private boolean hadBegunBy(Instant time) {
    return startedAt != null && !time.isBefore(startedAt.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Chooses to which of a workspace's shows that follow one post something belongs that was written
   * then: to the one that began last before; to the first where none had begun yet.
   */
  public static Show heardAt(List<Show> following, Instant time) {
    return following.stream()
        .filter(show -> show.hadBegunBy(time))
        .max(Comparator.comparing(show -> show.startedAt().orElseThrow()))
        .orElseGet(() -> following.get(0));
  }

  private DomainException wrongStatus() {
    return new DomainException(LiveSellingError.SHOW_STATUS, Map.of("status", status().code()));
  }

  private static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw DomainException.invalid("name", "blank");
    }
    if (stripped.length() > MAX_NAME) {
      throw DomainException.invalid(Fault.longerThan("name", MAX_NAME));
    }
    return stripped;
  }

  public ShowId id() {
    return id;
  }

  public WorkspaceId workspace() {
    return workspace;
  }

  public String name() {
    return name;
  }

  public Currency currency() {
    return currency;
  }

  public Optional<ProviderRef> post() {
    return Optional.ofNullable(post);
  }

  public Status status() {
    return Status.of(startedAt, endedAt);
  }

  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
