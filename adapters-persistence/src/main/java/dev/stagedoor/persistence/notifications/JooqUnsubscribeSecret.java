package dev.stagedoor.persistence.notifications;

import static dev.stagedoor.persistence.notifications.NotificationTables.SECRET;
import static dev.stagedoor.persistence.notifications.NotificationTables.SECRETS;
import static dev.stagedoor.persistence.notifications.NotificationTables.SECRET_ID;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqUnsubscribeSecret implements UnsubscribeSecret {
  private static final int THE_ONE = 1;

  private final DSLContext sql;
  private final ColumnCipher cipher;

  JooqUnsubscribeSecret(DSLContext sql, ColumnCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  @Override
  public Secret keep(Secret proposed) {
    return kept().orElseGet(() -> add(proposed));
  }

  private Secret add(Secret proposed) {
    sql.insertInto(SECRETS)
        .set(SECRET_ID, THE_ONE)
        .set(SECRET, cipher.encrypt(EncryptedColumn.NOTIFICATION_SECRET.at(THE_ONE), proposed))
        .onConflictDoNothing()
        .execute();
    return kept().orElseThrow();
  }

  private Optional<Secret> kept() {
    return sql.select(SECRET)
        .from(SECRETS)
        .where(SECRET_ID.eq(THE_ONE))
        .fetchOptional(SECRET)
        .map(stored -> cipher.decrypt(EncryptedColumn.NOTIFICATION_SECRET.at(THE_ONE), stored));
  }
}
