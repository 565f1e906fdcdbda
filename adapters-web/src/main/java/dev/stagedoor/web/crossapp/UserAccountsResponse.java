package dev.stagedoor.web.crossapp;

import dev.stagedoor.application.auth.AccountView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** On whose behalf somebody may act. */
@Serdeable
public record UserAccountsResponse(List<Account> accounts) {

  /** One account. */
  @Serdeable
  public record Account(UUID id, String name, String email, String role) {
    static Account from(AccountView view) {
      return new Account(view.id(), view.displayName(), view.email(), view.role());
    }
  }

  static UserAccountsResponse from(List<AccountView> views) {
    return new UserAccountsResponse(views.stream().map(Account::from).toList());
  }
}
