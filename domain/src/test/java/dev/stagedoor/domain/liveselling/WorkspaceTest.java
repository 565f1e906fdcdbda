package dev.stagedoor.domain.liveselling;

import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspace;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private final UserId ada = aUserId();
  private final Workspace workspace = aWorkspace(ada);

  private static void assertRefused(ErrorCode code, ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(
            DomainException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void aWorkspaceOpensOnTheFreePlanWithWhoOpensIt() {
    assertThat(workspace.plan()).isEqualTo(Plan.FREE);
    assertThat(workspace.operators()).containsExactly(ada);
  }

  @Test
  void itsOperatorsAndAdminsKnowOfItAndNobodyElse() {
    workspace.mustBeOperatedBy(Actor.user(ada, Role.USER));
    workspace.mustBeOperatedBy(Actor.user(aUserId(), Role.ADMIN));
    workspace.mustBeOperatedBy(Actor.system());

    assertRefused(
        CommonError.NOT_FOUND,
        () -> workspace.mustBeOperatedBy(Actor.user(aUserId(), Role.TEACHER)));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> workspace.mustBeOperatedBy(Actor.visitor()));
  }

  @Test
  void operatorsComeAndGoButTheLastStays() {
    UserId bob = aUserId();
    workspace.add(bob);
    workspace.add(bob);
    workspace.add(ada);
    assertThat(workspace.operators()).containsExactly(ada, bob);

    workspace.remove(ada);
    workspace.remove(ada);
    assertThat(workspace.operators()).containsExactly(bob);
    assertRefused(LiveSellingError.LAST_OPERATOR, () -> workspace.remove(bob));
    workspace.remove(aUserId());
    assertThat(workspace.operators()).containsExactly(bob);
  }

  @Test
  void aHundredOperateItAtMost() {
    while (workspace.operators().size() < Workspace.MAX_OPERATORS) {
      workspace.add(aUserId());
    }

    workspace.add(ada);
    assertRefused(CommonError.INVALID_VALUE, () -> workspace.add(aUserId()));
    assertThat(workspace.operators()).hasSize(Workspace.MAX_OPERATORS);
  }

  @Test
  void aNameIsTrimmedAndNeitherBlankNorEndless() {
    workspace.rename(" Ada's ");
    assertThat(workspace.name()).isEqualTo("Ada's");
    assertRefused(CommonError.INVALID_VALUE, () -> workspace.rename(" "));
    assertRefused(CommonError.INVALID_VALUE, () -> workspace.rename("x".repeat(121)));
  }

  @Test
  void aWorkspaceComesBackAsItWasKept() {
    workspace.add(aUserId());
    workspace.changePlan(Plan.PRO);

    assertThat(Workspace.restore(workspace.snapshot()).snapshot()).isEqualTo(workspace.snapshot());
  }
}
