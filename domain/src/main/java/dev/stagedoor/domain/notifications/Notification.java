package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One letter to many people, and how far it has come.
 *
 * <p>Invariants: what it says is fixed when it begins, whatever becomes of its template; people are
 * gone through in the order of their ids, and {@link #reached()} is the last of those who are done;
 * everybody who is done was sent it or skipped.
 */
public final class Notification {
  public static final int MAX_KEY = 100;

  private final NotificationId id;
  private final Order order;
  private final Optional<UserId> by;
  private final Instant createdAt;
  private final long version;
  private long recipients;
  private long sent;
  private long skipped;
  private @Nullable UserId reached;
  private @Nullable Instant finishedAt;

  /**
   * What is asked for.
   *
   * @param key the sender's name of it, so that asking again sends nothing again
   * @param template the key of the template it was made from
   * @param values what stands in the places of the variables
   */
  public record Order(
      Optional<String> key,
      String template,
      Letter letter,
      Addressees audience,
      Map<String, String> values) {
    /** Rebuilds what was asked for, whatever may be asked for by now; for repositories only. */
    public Order {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * Asks for something.
     *
     * @throws DomainException {@code INVALID_VALUE}
     */
    public static Order of(
        Optional<String> key,
        String template,
        Letter letter,
        Addressees audience,
        Map<String, String> values) {
      Map<String, String> fitted = letter.fitted(values);
      if (key.filter(one -> one.isBlank() || one.length() > MAX_KEY).isPresent()) {
        throw DomainException.invalid(Fault.outside("key", 1, MAX_KEY));
      }
      return new Order(key, template, letter, audience, fitted);
    }
  }

  /** The stored form of a notification; for repositories only. */
  public record Snapshot(
      NotificationId id,
      Order order,
      Optional<UserId> by,
      Instant createdAt,
      long recipients,
      long sent,
      long skipped,
      @Nullable UserId reached,
      @Nullable Instant finishedAt,
      long version) {}

  private Notification(Snapshot from) {
    this.id = from.id();
    this.order = from.order();
    this.by = from.by();
    this.createdAt = from.createdAt();
    this.version = from.version();
    this.recipients = from.recipients();
    this.sent = from.sent();
    this.skipped = from.skipped();
    this.reached = from.reached();
    this.finishedAt = from.finishedAt();
  }

  /**
   * Begins to send.
   *
   * @param recipients how many people it is for
   */
  public static Notification begin(
      NotificationId id, Order order, Optional<UserId> by, long recipients, Instant now) {
    return new Notification(new Snapshot(id, order, by, now, recipients, 0, 0, null, null, 0));
  }

  /** Rebuilds a stored notification; for repositories only. */
  public static Notification restore(Snapshot snapshot) {
    return new Notification(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, order, by, createdAt, recipients, sent, skipped, reached, finishedAt, version);
  }

  /**
   * Refuses where something else is asked for by the same key now; what the template says by now
   * does not matter, nor whether it is still there.
   *
   * @throws DomainException {@code NOTIFICATION_KEY_TAKEN}
   */
  public void mustBe(String template, Addressees audience, Map<String, String> values) {
    boolean isSame =
        order.template().equals(template)
            && order.audience().equals(audience)
            && Letter.cleaned(order.values()).equals(Letter.cleaned(values));
    if (!isSame) {
      throw new DomainException(NotificationError.NOTIFICATION_KEY_TAKEN);
    }
  }

  /** Notes what became of the people up to one of them. */
  public void advance(UserId upTo, long sentNow, long skippedNow) {
    if (isDone()) {
      throw new IllegalStateException(id + " is done");
    }
    reached = upTo;
    sent += sentNow;
    skipped += skippedNow;
    recipients = Math.max(recipients, sent + skipped);
  }

  /** Notes that nobody is left; they were as many as were gone through. */
  public void finish(Instant now) {
    if (!isDone()) {
      recipients = sent + skipped;
      finishedAt = now;
    }
  }

  public boolean isDone() {
    return finishedAt != null;
  }

  public NotificationId id() {
    return id;
  }

  public Order order() {
    return order;
  }

  public Optional<UserId> by() {
    return by;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long recipients() {
    return recipients;
  }

  public long sent() {
    return sent;
  }

  public long skipped() {
    return skipped;
  }

  public Optional<UserId> reached() {
    return Optional.ofNullable(reached);
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  public long version() {
    return version;
  }
}
