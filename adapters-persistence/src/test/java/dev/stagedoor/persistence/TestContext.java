package dev.stagedoor.persistence;

import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.tx.Connections;
import io.micronaut.context.ApplicationContext;

/** Opens the inside of a persistence, for tests of what has no port. */
public final class TestContext {
  private TestContext() {}

  /** Starts on a database that has its tables. */
  public static ApplicationContext start(TestDatabase database, EncryptionKeys keys) {
    return InnerContext.start(new Connections(database.pool(), database.pool()), keys);
  }
}
