package dev.stagedoor.application.notifications;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;

/**
 * Somebody something is sent to.
 *
 * @param language that of the account
 * @param isActive whether they may act; others are skipped
 */
public record Recipient(
    UserId id, EmailAddress email, String name, Language language, boolean isActive) {
  public static Recipient of(Account account) {
    return new Recipient(
        account.id(),
        account.email(),
        account.name().display(),
        account.language(),
        account.status() == AccountStatus.ACTIVE);
  }
}
