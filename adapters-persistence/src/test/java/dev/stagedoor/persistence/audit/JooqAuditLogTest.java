package dev.stagedoor.persistence.audit;

import static dev.stagedoor.domain.fixture.AuditSamples.anEntry;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.audit.port.AuditLog;
import dev.stagedoor.domain.contract.AuditLogContract;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.TestPersistence;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JooqAuditLogTest implements AuditLogContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public AuditLog audit() {
    return OPEN.ports().auditLog();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entries set reason = 'another'",
        "update audit_entries set reason = reason where false",
        "delete from audit_entries",
        "truncate audit_entries"
      })
  void nobodyTakesAnythingBack(String statement) {
    AuditEntry entry = anEntry(anAccountOnFile(), aSubject(), NOW);
    run(() -> audit().add(entry));

    assertThatThrownBy(() -> OPEN.database().run(statement))
        .hasStackTraceContaining("audit_entries only grows");

    assertThat(
            write(
                    () ->
                        audit()
                            .list(
                                Optional.empty(),
                                Optional.of(entry.subject().id()),
                                PageRequest.first()))
                .items())
        .containsExactly(entry);
  }
}
