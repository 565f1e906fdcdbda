package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.AuditSamples.anAuditId;
import static dev.stagedoor.domain.fixture.AuditSamples.anEntry;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.audit.port.AuditLog;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every record of what admins did must do. */
public interface AuditLogContract extends RepositoryContract {
  PageRequest EVERYTHING = new PageRequest(1, PageRequest.MAX_LIMIT);

  AuditLog audit();

  @Test
  default void anEntryComesBackAsItWasAdded() {
    Subject subject = aSubject();
    AuditEntry bare =
        onFile(
            new AuditEntry(
                anAuditId(),
                NOW,
                Optional.empty(),
                "plan.archived",
                subject,
                "",
                Map.of(),
                Map.of()));
    AuditEntry full =
        onFile(
            new AuditEntry(
                anAuditId(),
                NOW.plusSeconds(1),
                Optional.of(anAccountOnFile()),
                "account.role_changed",
                subject,
                "Zoë asked, \"please\"; नमस्ते",
                Map.of("role", "user", "note", ""),
                Map.of("role", "reseller")));

    assertThat(about(subject)).containsExactly(full, bare);
  }

  @Test
  default void entriesComeNewestFirstAPageAtATime() {
    // Far ahead, so that they come before everybody else's.
    Instant then = NOW.plus(Duration.ofDays(1000));
    UserId actor = anAccountOnFile();
    AuditEntry middle = onFile(anEntry(actor, aSubject(), then.plusSeconds(1)));
    AuditEntry oldest = onFile(anEntry(actor, aSubject(), then));
    AuditEntry newest = onFile(anEntry(actor, aSubject(), then.plusSeconds(2)));

    Page<AuditEntry> first = page(new PageRequest(1, 2));
    Page<AuditEntry> second = page(new PageRequest(2, 2));

    assertThat(first.items()).containsExactly(newest, middle);
    assertThat(second.items()).startsWith(oldest);
    assertThat(first.total())
        .isEqualTo(second.total())
        .isEqualTo(page(EVERYTHING).items().size())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  default void entriesAreFoundByWhoDidItAndToWhat() {
    UserId ada = anAccountOnFile();
    UserId bob = anAccountOnFile();
    Subject plan = aSubject();
    Subject account = aSubject();
    AuditEntry adaPlan = onFile(anEntry(ada, plan, NOW));
    AuditEntry adaAccount = onFile(anEntry(ada, account, NOW.plusSeconds(1)));
    AuditEntry bobPlan = onFile(anEntry(bob, plan, NOW.plusSeconds(2)));

    assertThat(list(Optional.of(ada), Optional.empty())).containsExactly(adaAccount, adaPlan);
    assertThat(about(plan)).containsExactly(bobPlan, adaPlan);
    assertThat(list(Optional.of(bob), Optional.of(plan))).containsExactly(bobPlan);
    assertThat(list(Optional.of(bob), Optional.of(account))).isEmpty();
  }

  @Test
  default void aFailedUnitOfWorkLeavesNoEntry() {
    Subject subject = aSubject();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      audit().add(anEntry(anAccountOnFile(), subject, NOW));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(about(subject)).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> audit().add(anEntry(anAccountOnFile(), aSubject(), NOW)));
    assertNeedsUnitOfWork(() -> audit().list(Optional.empty(), Optional.empty(), EVERYTHING));
  }

  private AuditEntry onFile(AuditEntry entry) {
    run(() -> audit().add(entry));
    return entry;
  }

  private Page<AuditEntry> page(PageRequest page) {
    return write(() -> audit().list(Optional.empty(), Optional.empty(), page));
  }

  private List<AuditEntry> about(Subject subject) {
    return list(Optional.empty(), Optional.of(subject));
  }

  private List<AuditEntry> list(Optional<UserId> actor, Optional<Subject> subject) {
    return write(() -> audit().list(actor, subject.map(Subject::id), EVERYTHING)).items();
  }
}
