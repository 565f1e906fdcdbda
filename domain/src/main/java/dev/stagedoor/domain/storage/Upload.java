package dev.stagedoor.domain.storage;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A file that somebody is to send straight to a store, and that was looked at there before anybody
 * uses it.
 *
 * <p>Invariants: its size and type are what was announced, or it was refused; what was refused, was
 * not sent in time or is not wanted any more is removed from the store, also when it comes late.
 */
public final class Upload {
  public static final int MAX_NAME = 255;

  /** How long somebody who began to send in time may take. */
  private static final Duration STILL_COMING = Duration.ofMinutes(30);

  /** Where an upload stands. */
  public enum Status {
    /** It may be sent now. */
    AWAITED,
    /** It is there, and is what was announced. */
    CONFIRMED,
    /** Something else came. */
    REFUSED,
    /** It did not come in time. */
    EXPIRED,
    /** Nobody wants it any more. */
    DISCARDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether the store is to have no such file. */
    public boolean isOver() {
      return this == REFUSED || this == EXPIRED || this == DISCARDED;
    }
  }

  private final FileId id;
  private final Subject subject;
  private final ProviderId storage;
  private final NewObject wanted;
  private final String fileName;
  private final Instant createdAt;
  private final Instant expiresAt;
  private final long version;
  private Status status;

  /** The stored form of an upload; for repositories only. */
  public record Snapshot(
      FileId id,
      Subject subject,
      ProviderId storage,
      ObjectKey key,
      String fileName,
      long bytes,
      String mediaType,
      Status status,
      Instant createdAt,
      Instant expiresAt,
      long version) {}

  private Upload(Snapshot from) {
    this.id = from.id();
    this.subject = from.subject();
    this.storage = from.storage();
    this.wanted = new NewObject(from.key(), from.bytes(), from.mediaType());
    this.fileName = from.fileName();
    this.status = from.status();
    this.createdAt = from.createdAt();
    this.expiresAt = from.expiresAt();
    this.version = from.version();
  }

  /**
   * Announces a file. Its key says nothing of its name.
   *
   * @param expiresAt until when it may be sent
   */
  public static Upload announce(
      FileId id,
      Subject subject,
      ProviderId storage,
      String fileName,
      long bytes,
      String mediaType,
      Instant now,
      Instant expiresAt) {
    return new Upload(
        new Snapshot(
            id,
            subject,
            storage,
            new ObjectKey("uploads/" + id.value()),
            checked(fileName),
            bytes,
            mediaType,
            Status.AWAITED,
            now,
            expiresAt,
            0));
  }

  /** Rebuilds a stored upload; for repositories only. */
  public static Upload restore(Snapshot snapshot) {
    return new Upload(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        subject,
        storage,
        wanted.key(),
        fileName,
        wanted.bytes(),
        wanted.mediaType(),
        status,
        createdAt,
        expiresAt,
        version);
  }

  /**
   * Takes in what the store has. What is not what was announced is refused for good.
   *
   * @return whether it is there as announced
   * @throws DomainException {@code UPLOAD_EXPIRED} when it is over
   */
  public boolean confirm(StoredObject found) {
    mustNotBeOver();
    boolean isTheOne =
        found.bytes() == wanted.bytes() && found.mediaType().equals(wanted.mediaType());
    status = isTheOne ? Status.CONFIRMED : Status.REFUSED;
    return isTheOne;
  }

  /** Refuses with {@code UPLOAD_EXPIRED} what cannot be used any more. */
  public void mustNotBeOver() {
    if (status.isOver()) {
      throw new DomainException(StorageError.UPLOAD_EXPIRED);
    }
  }

  /** Says what came in place of what was announced. */
  public DomainException differs(StoredObject found) {
    return new DomainException(
        StorageError.FILE_DIFFERS,
        Map.of(
            "bytes", found.bytes(),
            "expectedBytes", wanted.bytes(),
            "contentType", found.mediaType(),
            "expectedContentType", wanted.mediaType()));
  }

  /** Gives it up when its time is over; tells whether it does. */
  public boolean expire(Instant now) {
    if (status != Status.AWAITED || now.isBefore(expiresAt)) {
      return false;
    }
    status = Status.EXPIRED;
    return true;
  }

  /** Notes that nobody wants it any more. */
  public void discard() {
    if (!status.isOver()) {
      status = Status.DISCARDED;
    }
  }

  /** Tells whether it can still come: whoever began to send in time may not have ended. */
  public boolean mayStillCome(Instant now) {
    return now.isBefore(expiresAt.plus(STILL_COMING));
  }

  private static String checked(String fileName) {
    String stripped = fileName.strip();
    if (stripped.isEmpty()) {
      throw DomainException.invalid("fileName", "blank");
    }
    if (stripped.length() > MAX_NAME) {
      throw DomainException.invalid(Fault.longerThan("fileName", MAX_NAME));
    }
    return stripped;
  }

  public FileId id() {
    return id;
  }

  public Subject subject() {
    return subject;
  }

  /** Returns the store it is in. */
  public ProviderId storage() {
    return storage;
  }

  public NewObject wanted() {
    return wanted;
  }

  public String fileName() {
    return fileName;
  }

  public Status status() {
    return status;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public long version() {
    return version;
  }
}
