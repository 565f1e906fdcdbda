package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One use of a session between applications, or an attempt at one: kept for the record and never
 * changed.
 *
 * @param session which session, where it is known
 * @param refusal the name of the error, where it was refused
 * @param detail what was asked for beyond the action: a permission, an application's name; cut
 *     where it is too long
 * @param address where the request came from
 */
public record CrossAppUse(
    UUID id,
    Instant at,
    Action action,
    Optional<UUID> session,
    Optional<UserId> user,
    Optional<UserId> account,
    Optional<TicketedEventId> event,
    Optional<String> refusal,
    String detail,
    String address) {
  public static final int MAX_DETAIL = 200;

  /** Control characters, and halves of characters, which a cut may leave, too. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  /** What was asked for. */
  public enum Action {
    GENERATE,
    VALIDATE,
    ACCOUNTS,
    PERMISSION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public CrossAppUse {
    String kept = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
    detail = UNPRINTABLE.matcher(kept).replaceAll("?");
  }
}
