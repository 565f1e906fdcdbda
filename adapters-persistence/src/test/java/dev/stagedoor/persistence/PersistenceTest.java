package dev.stagedoor.persistence;

import static dev.stagedoor.persistence.TestDatabase.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersistenceTest {
  private static final UserId NOBODY = new UserId(UUID.randomUUID());

  @Test
  void anEmptyDatabaseIsReadyAfterOpening() {
    try (TestDatabase database = TestDatabase.empty();
        Persistence persistence = Persistence.open(database.pool(), KEYS)) {
      assertThat(absentAccount(persistence)).isTrue();
    }
  }

  @Test
  void aJdbcUrlIsEnough() {
    try (TestDatabase database = TestDatabase.fresh();
        Persistence persistence =
            Persistence.open(database.jdbcUrl(), "postgres", Secret.of(""), KEYS)) {
      assertThat(absentAccount(persistence)).isTrue();
    }
  }

  @Test
  void aDatabaseThatIsAbsentIsSaidToBe() {
    try (TestDatabase database = TestDatabase.empty()) {
      String absent = database.jdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/absent?ssl=false");

      assertThatThrownBy(() -> Persistence.open(absent, "postgres", Secret.of(""), KEYS))
          .isInstanceOfSatisfying(
              DatabaseUnusable.class,
              refused -> assertThat(refused.reason()).isEqualTo(DatabaseUnusable.Reason.ABSENT))
          .message()
          .contains("/absent does not exist")
          .doesNotContain("ssl");
    }
  }

  @Test
  void aDatabaseWithTablesOfAnEmbedderIsTaken() {
    try (TestDatabase database = TestDatabase.empty()) {
      database.run("create table flyway_schema_history (theirs text)");

      try (Persistence persistence = Persistence.open(database.pool(), KEYS)) {
        assertThat(absentAccount(persistence)).isTrue();
      }
    }
  }

  @Test
  void openingTwiceAtOnceIsAllowed() {
    try (TestDatabase database = TestDatabase.fresh();
        Persistence one = Persistence.open(database.pool(), KEYS);
        Persistence other = Persistence.open(database.pool(), KEYS)) {
      assertThat(absentAccount(one)).isTrue();
      assertThat(absentAccount(other)).isTrue();
    }
  }

  @Test
  void aPoolOfTheCallerStaysOpen() {
    try (TestDatabase database = TestDatabase.fresh()) {
      Persistence.open(database.pool(), KEYS).close();

      assertThat(database.pool().isClosed()).isFalse();
    }
  }

  @Test
  void closingTwiceIsAllowed() {
    try (TestDatabase database = TestDatabase.fresh()) {
      Persistence persistence =
          Persistence.open(database.jdbcUrl(), "postgres", Secret.of(""), KEYS);
      persistence.close();
      persistence.close();

      assertThatThrownBy(() -> absentAccount(persistence)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void anotherContextSeesNoBeanOfThisModule() {
    try (ApplicationContext outer = ApplicationContext.run(Map.of("any.property", "true"))) {
      assertThat(outer.findBean(UnitOfWork.class)).isEmpty();
      assertThat(outer.getBeanDefinitions(Object.class))
          .extracting(bean -> bean.getClass().getName())
          .noneMatch(name -> name.startsWith("dev.stagedoor.persistence."));
    }
  }

  @Test
  void aTransactionOfItsOwnIsRefusedInsideAUnitOfWork() {
    try (TestDatabase database = TestDatabase.fresh();
        Persistence persistence = Persistence.open(database.pool(), KEYS)) {
      UnitOfWork work = persistence.ports().unitOfWork();

      assertThatThrownBy(() -> work.read(() -> persistence.credentials().find("somebody")))
          .isInstanceOf(IllegalStateException.class);
      assertThat(persistence.credentials().find("somebody")).isEmpty();
    }
  }

  private static boolean absentAccount(Persistence persistence) {
    return persistence
        .ports()
        .unitOfWork()
        .read(() -> persistence.ports().accounts().find(NOBODY).isEmpty());
  }
}
