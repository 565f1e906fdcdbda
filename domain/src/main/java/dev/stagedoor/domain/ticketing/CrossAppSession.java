package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a ticketing system know who came to it from here. A token travels through the browser and is
 * exchanged, once, for a reference that the system then asks with. Of both only hashes are kept.
 *
 * <p>Invariants: of any number of exchanges one succeeds; a reference is good for {@code life}
 * after it was used last, and never beyond {@code endsAt}.
 *
 * @param account on whose behalf the user goes there
 * @param app which application the user goes to, as the caller named it
 * @param event what the tickets are for, where the user came because of something
 * @param expiresAt until when the token can be exchanged, or the reference be used
 * @param endsAt until when it can last at most
 * @param referenceHash SHA-256 in hex, once it was exchanged
 */
public record CrossAppSession(
    UUID id,
    String tokenHash,
    UserId user,
    UserId account,
    String app,
    Optional<TicketedEventId> event,
    Instant createdAt,
    Instant expiresAt,
    Instant endsAt,
    Optional<String> referenceHash,
    Optional<Instant> lastUsedAt) {
  /**
   * How long sessions last.
   *
   * @param life until the first use, and after each
   * @param most in all
   */
  public record Terms(Duration life, Duration most) {
    public static Terms standard() {
      return new Terms(Duration.ofMinutes(15), Duration.ofHours(8));
    }

    private Instant next(Instant now, Instant endsAt) {
      Instant slid = now.plus(life);
      return slid.isBefore(endsAt) ? slid : endsAt;
    }
  }

  /** Begins one that waits for its exchange. */
  public static CrossAppSession issue(
      UUID id,
      String tokenHash,
      UserId user,
      UserId account,
      String app,
      Optional<TicketedEventId> event,
      Terms terms,
      Instant now) {
    Instant endsAt = now.plus(terms.most());
    return new CrossAppSession(
        id,
        tokenHash,
        user,
        account,
        app,
        event,
        now,
        terms.next(now, endsAt),
        endsAt,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Exchanges the token.
   *
   * @throws DomainException {@code CROSS_APP_SESSION_INVALID} when that was done, or is too late
   */
  public CrossAppSession exchangedFor(String reference, Terms terms, Instant now) {
    if (referenceHash.isPresent() || !now.isBefore(expiresAt)) {
      throw invalid();
    }
    return with(Optional.of(reference), terms, now);
  }

  /**
   * Uses the reference, which is good for longer from now on.
   *
   * @throws DomainException {@code CROSS_APP_SESSION_INVALID} when its time is over
   */
  public CrossAppSession used(Terms terms, Instant now) {
    if (referenceHash.isEmpty() || !now.isBefore(expiresAt)) {
      throw invalid();
    }
    return with(referenceHash, terms, now);
  }

  private CrossAppSession with(Optional<String> reference, Terms terms, Instant now) {
    return new CrossAppSession(
        id,
        tokenHash,
        user,
        account,
        app,
        event,
        createdAt,
        terms.next(now, endsAt),
        endsAt,
        reference,
        Optional.of(now));
  }

  /** Returns the one refusal for whatever is wrong with a session. */
  public static DomainException invalid() {
    return new DomainException(TicketingError.CROSS_APP_SESSION_INVALID);
  }
}
