package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one IPTV service that a subscriber uses. They are fetched on request; until a
 * fetch is through, what was fetched before stays.
 *
 * <p>Invariants: only the fetch that was begun last counts, by its {@link #edition}: what an
 * earlier one brings is thrown away.
 */
public final class Playlist {
  public static final int MAX_NAME = 100;

  private final PlaylistId id;
  private final UserId owner;
  private final Instant createdAt;
  private final long version;
  private String name;
  private PlaylistAccess access;
  private Status status;
  private int edition;
  private int shown;
  private int channels;
  private @Nullable PlaylistProblem problem;
  private @Nullable Instant fetchedAt;

  /** How far the newest fetch is. */
  public enum Status {
    FETCHING,
    READY,
    /** The newest fetch brought nothing; what an earlier one brought is still there. */
    FAILED;

    /** Returns the name that clients and stored rows use: {@code ready}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The stored form of a playlist; for repositories only.
   *
   * @param edition counts the fetches that were begun
   * @param shown the edition whose channels are shown; zero for none
   * @param channels how many those are
   * @param fetchedAt when they were fetched
   */
  public record Snapshot(
      PlaylistId id,
      UserId owner,
      String name,
      PlaylistAccess access,
      Status status,
      int edition,
      int shown,
      int channels,
      @Nullable PlaylistProblem problem,
      @Nullable Instant fetchedAt,
      Instant createdAt,
      long version) {}

  private Playlist(Snapshot from) {
    this.id = from.id();
    this.owner = from.owner();
    this.name = from.name();
    this.access = from.access();
    this.status = from.status();
    this.edition = from.edition();
    this.shown = from.shown();
    this.channels = from.channels();
    this.problem = from.problem();
    this.fetchedAt = from.fetchedAt();
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  /**
   * Adds a playlist, which is then to be fetched.
   *
   * @throws DomainException {@code INVALID_VALUE}
   */
  public static Playlist of(
      PlaylistId id, UserId owner, String name, PlaylistAccess access, Instant now) {
    return new Playlist(
        new Snapshot(
            id, owner, checked(name), access, Status.FETCHING, 1, 0, 0, null, null, now, 0));
  }

  /** Rebuilds a stored playlist; for repositories only. */
  public static Playlist restore(Snapshot snapshot) {
    return new Playlist(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, owner, name, access, status, edition, shown, channels, problem, fetchedAt, createdAt,
        version);
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

  public void rename(String next) {
    name = checked(next);
  }

  /** Reaches it another way, and begins to fetch. */
  public void change(PlaylistAccess next) {
    access = next;
    fetch();
  }

  /** Begins to fetch; a fetch that is under way counts no more. */
  public void fetch() {
    edition++;
    status = Status.FETCHING;
  }

  /** Tells whether a fetch is the one that counts. */
  public boolean awaits(int fetched) {
    return status == Status.FETCHING && edition == fetched;
  }

  /** Shows what a fetch brought, if it still counts. */
  public boolean fetched(int fetched, int brought, Instant now) {
    if (!awaits(fetched)) {
      return false;
    }
    status = Status.READY;
    shown = fetched;
    channels = brought;
    problem = null;
    fetchedAt = now;
    return true;
  }

  /** Notes why a fetch brought nothing, if it still counts. */
  public void failed(int fetched, PlaylistProblem why) {
    if (awaits(fetched)) {
      status = Status.FAILED;
      problem = why;
    }
  }

  public PlaylistId id() {
    return id;
  }

  public UserId owner() {
    return owner;
  }

  public String name() {
    return name;
  }

  public PlaylistAccess access() {
    return access;
  }

  public Status status() {
    return status;
  }

  public int edition() {
    return edition;
  }

  public int shown() {
    return shown;
  }

  public int channels() {
    return channels;
  }

  public Optional<PlaylistProblem> problem() {
    return Optional.ofNullable(problem);
  }

  public Optional<Instant> fetchedAt() {
    return Optional.ofNullable(fetchedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
