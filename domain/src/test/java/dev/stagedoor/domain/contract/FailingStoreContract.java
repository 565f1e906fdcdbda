package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.port.SignedUploads;
import org.junit.jupiter.api.Test;

/**
 * What a {@link SignedUploads} does whose store is far away and can fail; one on this machine has
 * no such far side.
 */
public interface FailingStoreContract {
  SignedUploads uploads();

  FailingFarSide farSide();

  /** Returns a file that is in the store. */
  ObjectKey storedFile();

  @Test
  default void aStoreThatFailsIsToldByItsKindOnLookingUp() {
    ObjectKey key = storedFile();

    FailureClauses.eachIsThrown(farSide(), () -> assertThat(uploads().find(key)).isPresent());
  }

  @Test
  default void aStoreThatFailsIsToldByItsKindOnDeleting() {
    ObjectKey key = storedFile();

    FailureClauses.eachIsThrown(farSide(), () -> uploads().delete(key));
  }
}
