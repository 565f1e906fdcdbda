package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.services.port.ServiceCallRecords;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every memory of signed calls must do. */
public interface ServiceCallRecordsContract extends RepositoryContract {
  ServiceCallRecords calls();

  @Test
  default void aSignatureIsNewOnce() {
    String signature = aSignature();

    assertThat(write(() -> calls().add(signature, NOW))).isTrue();
    assertThat(write(() -> calls().add(signature, NOW))).isFalse();
    assertThat(write(() -> calls().add(signature, NOW.plusSeconds(1)))).isFalse();
    assertThat(write(() -> calls().add(aSignature(), NOW))).isTrue();
  }

  @Test
  default void ofConcurrentCallsExactlyOneIsToldThatItIsNew() {
    String signature = aSignature();

    assertThat(Race.of(6, () -> write(() -> calls().add(signature, NOW)))).containsOnlyOnce(true);
  }

  @Test
  default void whatFailedWasNotSeen() {
    String signature = aSignature();
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      calls().add(signature, NOW);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> calls().add(signature, NOW))).isTrue();
  }

  @Test
  default void whatWasSignedBeforeATimeIsForgottenAndTheRestIsNot() {
    String old = aSignature();
    String young = aSignature();
    run(
        () -> {
          calls().add(old, NOW.minusMillis(1));
          calls().add(young, NOW);
          calls().forget(NOW);
        });

    assertThat(write(() -> calls().add(old, NOW))).isTrue();
    assertThat(write(() -> calls().add(young, NOW))).isFalse();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> calls().add(aSignature(), NOW));
    assertNeedsUnitOfWork(() -> calls().forget(NOW));
  }

  private static String aSignature() {
    return "signature " + UUID.randomUUID();
  }
}
