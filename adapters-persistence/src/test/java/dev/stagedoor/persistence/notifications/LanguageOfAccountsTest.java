package dev.stagedoor.persistence.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An update of a database where the language of mails was kept beside that of the account. */
class LanguageOfAccountsTest {
  private static final UserId CHOSE = new UserId(UUID.randomUUID());
  private static final UserId SILENT = new UserId(UUID.randomUUID());
  private static final UserId NEVER = new UserId(UUID.randomUUID());

  @Test
  void whatSomebodyChoseForMailsIsTheLanguageOfTheirAccount() {
    try (TestDatabase database = TestDatabase.at("62")) {
      for (UserId user : new UserId[] {CHOSE, SILENT, NEVER}) {
        database.run(
            """
            insert into accounts values
              ('%1$s', 'local', '%1$s', '%1$s@example.org', 'Rae', '', 'user', 'active', 'fr', '2025-01-01Z', 1)
            """
                .formatted(user.value()));
      }
      database.run(
          """
          insert into notification_preferences (user_id, product, marketing, language) values
            ('%s', false, true, 'ar'), ('%s', false, true, null)
          """
              .formatted(CHOSE.value(), SILENT.value()));

      try (Persistence persistence = Persistence.open(database.pool(), TestDatabase.KEYS)) {
        assertThat(language(persistence, CHOSE)).isEqualTo(Language.AR);
        assertThat(language(persistence, SILENT)).isEqualTo(Language.FR);
        assertThat(language(persistence, NEVER)).isEqualTo(Language.FR);
      }
    }
  }

  private static Language language(Persistence persistence, UserId user) {
    var ports = persistence.ports();
    return ports
        .unitOfWork()
        .write(() -> ports.accounts().find(user))
        .map(found -> found.language())
        .orElseThrow();
  }
}
