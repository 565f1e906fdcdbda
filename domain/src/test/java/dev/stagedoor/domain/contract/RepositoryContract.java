package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.memorials.MemorialId;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the contracts of all repositories need of the implementation under test. */
public interface RepositoryContract {
  /** Runs work in a unit of work, which commits unless the work throws. */
  <T> T write(Supplier<T> work);

  /** Runs work in a unit of work, which commits unless the work throws. */
  default void run(Runnable work) {
    write(
        () -> {
          work.run();
          return null;
        });
  }

  /** Returns a new account's id; a store that insists on the account's existence makes it. */
  default UserId anAccountOnFile() {
    return Samples.aUserId();
  }

  /** Returns a new memorial's id; a store that insists on the memorial's existence makes it. */
  default MemorialId aMemorialOnFile() {
    return Samples.aMemorialId();
  }

  static void assertRefused(ErrorCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            DomainException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  static void assertStale(ThrowingCallable work) {
    assertRefused(CommonError.STALE_VERSION, work);
  }

  /** Work of a repository outside a unit of work is a bug, not a refusal. */
  static void assertNeedsUnitOfWork(ThrowingCallable work) {
    assertThatThrownBy(work).isInstanceOf(IllegalStateException.class);
  }
}
