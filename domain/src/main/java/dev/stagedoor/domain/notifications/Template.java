package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A letter that is kept, by a key that is used to send it.
 *
 * <p>Invariants: the key never changes; one that the product itself sends by cannot be removed, and
 * its category and variables stay, since whoever sends it fills those in.
 */
public final class Template {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  private final TemplateId id;
  private final String key;
  private final boolean isBuiltIn;
  private final Instant createdAt;
  private final long version;
  private Letter letter;
  private Instant changedAt;

  /** The stored form of a template; for repositories only. */
  public record Snapshot(
      TemplateId id,
      String key,
      boolean isBuiltIn,
      Letter letter,
      Instant createdAt,
      Instant changedAt,
      long version) {}

  private Template(Snapshot from) {
    this.id = from.id();
    this.key = from.key();
    this.isBuiltIn = from.isBuiltIn();
    this.createdAt = from.createdAt();
    this.version = from.version();
    this.letter = from.letter();
    this.changedAt = from.changedAt();
  }

  /**
   * Makes a template.
   *
   * @param key by which it is sent: small letters, digits and underscores
   * @throws DomainException {@code INVALID_VALUE}
   */
  public static Template make(TemplateId id, String key, Letter letter, Instant now) {
    if (!KEY.matcher(key).matches()) {
      throw DomainException.invalid("key", "format");
    }
    return new Template(new Snapshot(id, key, false, letter, now, now, 0));
  }

  /** Makes one that the product itself sends by. */
  public static Template builtIn(TemplateId id, String key, Letter letter, Instant now) {
    return new Template(new Snapshot(id, key, true, letter, now, now, 0));
  }

  /** Rebuilds a stored template; for repositories only. */
  public static Template restore(Snapshot snapshot) {
    return new Template(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, key, isBuiltIn, letter, createdAt, changedAt, version);
  }

  /**
   * Changes what it says; what is being sent goes on saying what it said.
   *
   * @throws DomainException {@code INVALID_VALUE} for another category or other variables of one
   *     that the product itself sends by
   */
  public void change(Letter next, Instant now) {
    if (isBuiltIn) {
      Faults faults = new Faults();
      faults.refuseIf(next.category() != letter.category(), Fault.of("category", "fixed"));
      faults.refuseIf(!next.variables().equals(letter.variables()), Fault.of("variables", "fixed"));
      faults.refuseAny();
    }
    letter = next;
    changedAt = now;
  }

  /**
   * Refuses a change on another version than the stored one.
   *
   * @throws DomainException {@code STALE_VERSION}
   */
  public void mustBe(long expected) {
    if (version != expected) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
  }

  /**
   * Refuses where it cannot be removed.
   *
   * @throws DomainException {@code TEMPLATE_BUILT_IN}
   */
  public void mustBeRemovable() {
    if (isBuiltIn) {
      throw new DomainException(NotificationError.TEMPLATE_BUILT_IN);
    }
  }

  public TemplateId id() {
    return id;
  }

  public String key() {
    return key;
  }

  public boolean isBuiltIn() {
    return isBuiltIn;
  }

  public Letter letter() {
    return letter;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public long version() {
    return version;
  }
}
