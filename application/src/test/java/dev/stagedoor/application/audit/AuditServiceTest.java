package dev.stagedoor.application.audit;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditServiceTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final AuditService audit = house.stagedoor().audit();
  private final Actor admin = house.admin().actor();

  private UUID did(Actor actor, String action) {
    UUID subject = UUID.randomUUID();
    house
        .unitOfWork()
        .run(
            () ->
                audit.record(
                    actor,
                    action,
                    new Subject("account", subject),
                    "why",
                    Map.of(),
                    Map.of("a", "b")));
    return subject;
  }

  private Iterable<String> actions(Optional<Actor> by, Optional<UUID> about) {
    return audit.list(admin, by.map(Actor::userId), about, PageRequest.first()).items().stream()
        .map(AuditEntry::action)
        .toList();
  }

  @Test
  void whatWasDoneIsListedByWhomAndToWhat() {
    UUID subject = did(admin, "account.suspended");
    did(Actor.system(), "account.resumed");

    assertThat(actions(Optional.empty(), Optional.empty()))
        .containsExactlyInAnyOrder("account.suspended", "account.resumed");
    assertThat(actions(Optional.of(admin), Optional.empty())).containsExactly("account.suspended");
    assertThat(actions(Optional.empty(), Optional.of(subject)))
        .containsExactly("account.suspended");
  }

  @Test
  void theSystemIsNobody() {
    did(Actor.system(), "account.resumed");

    assertThat(house.unitOfWork().read(() -> house.auditLog().all()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEmpty();
              assertThat(entry.at()).isEqualTo(house.clock().instant());
              assertThat(entry.after()).isEqualTo(Map.of("a", "b"));
            });
  }

  @Test
  void onlyAdminsReadIt() {
    Actor user = house.aFamily().actor();

    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> audit.list(user, Optional.empty(), Optional.empty(), PageRequest.first()));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () -> audit.list(Actor.visitor(), Optional.empty(), Optional.empty(), PageRequest.first()));
  }
}
