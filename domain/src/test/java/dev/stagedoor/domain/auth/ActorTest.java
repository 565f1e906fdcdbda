package dev.stagedoor.domain.auth;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {
  private final UserId ada = aUserId();

  @Test
  void aVisitorIsNobody() {
    Actor visitor = Actor.visitor();

    assertThat(visitor.isSignedIn()).isFalse();
    assertThat(visitor.isAdmin()).isFalse();
    assertThat(visitor.user()).isEmpty();
    assertThat(visitor.is(ada)).isFalse();
    assertThat(visitor.is(null)).isFalse();
    assertRefused(CommonError.NOT_SIGNED_IN, visitor::userId);
    assertRefused(CommonError.NOT_SIGNED_IN, visitor::mustBeAdmin);
    assertRefused(CommonError.NOT_SIGNED_IN, visitor::mustBeSignedIn);
    assertRefused(CommonError.NOT_SIGNED_IN, () -> visitor.userIdAs(Role.USER));
  }

  @Test
  void theSystemMayDoWhatAnAdminMayAndIsNoPerson() {
    Actor system = Actor.system();

    assertThat(system.isAdmin()).isTrue();
    system.mustBeAdmin();
    system.mustBeSignedIn();
    assertThat(system.isSignedIn()).isFalse();
    assertThat(system.has(Role.ADMIN)).isFalse();
    assertRefused(CommonError.NOT_SIGNED_IN, system::userId);
    assertRefused(CommonError.NOT_SIGNED_IN, () -> system.mustBe(Role.ADMIN));
    assertThat(system).isNotEqualTo(Actor.visitor());
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheAdminRoleIsAdmin(Role role) {
    Actor actor = Actor.user(ada, role);

    assertThat(actor.isAdmin()).isEqualTo(role == Role.ADMIN);
    assertThat(actor.has(role)).isTrue();
    if (role == Role.ADMIN) {
      actor.mustBeAdmin();
    } else {
      assertRefused(CommonError.NOT_ALLOWED, actor::mustBeAdmin);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsForOneRoleIsForNoOther(Role role) {
    for (Role other : Role.values()) {
      Actor actor = Actor.user(ada, other);
      if (other == role) {
        assertThat(actor.userIdAs(role)).isEqualTo(ada);
        actor.mustBe(role);
      } else {
        assertRefused(CommonError.NOT_ALLOWED, () -> actor.userIdAs(role));
        assertRefused(CommonError.NOT_ALLOWED, () -> actor.mustBe(role));
      }
    }
  }

  @Test
  void aUserIsOneAccount() {
    Actor actor = Actor.user(ada, Role.USER);

    actor.mustBeSignedIn();
    assertThat(actor.is(ada)).isTrue();
    assertThat(actor.is(aUserId())).isFalse();
    assertThat(actor.is(null)).isFalse();
    assertThat(actor.userId()).isEqualTo(ada);
    assertThat(actor)
        .isEqualTo(Actor.user(ada, Role.USER))
        .hasSameHashCodeAs(Actor.user(ada, Role.USER))
        .isNotEqualTo(Actor.user(ada, Role.ADMIN))
        .isNotEqualTo(Actor.user(aUserId(), Role.USER));
  }
}
