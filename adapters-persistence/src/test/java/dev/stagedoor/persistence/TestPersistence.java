package dev.stagedoor.persistence;

import dev.stagedoor.application.PersistencePorts;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens a persistence on a database of its own for the tests of one class. */
public final class TestPersistence implements BeforeAllCallback, AfterAllCallback {
  private TestDatabase database;
  private Persistence persistence;

  @Override
  public void beforeAll(ExtensionContext context) {
    database = TestDatabase.fresh();
    persistence = Persistence.open(database.pool(), TestDatabase.KEYS);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    persistence.close();
    database.close();
  }

  public TestDatabase database() {
    return database;
  }

  public Persistence persistence() {
    return persistence;
  }

  public PersistencePorts ports() {
    return persistence.ports();
  }

  public <T> T write(Supplier<T> work) {
    return ports().unitOfWork().write(work);
  }

  public void run(Runnable work) {
    ports().unitOfWork().run(work);
  }

  public <T> T read(Supplier<T> work) {
    return ports().unitOfWork().read(work);
  }
}
