package dev.stagedoor.application.auth;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountAdminServiceTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final AccountAdminService accounts = house.stagedoor().accountAdmin();
  private final Actor admin = house.admin().actor();
  private final Person ada = house.aFamily().person();
  private final UserId adasId = ada.actor().userId();

  private List<AuditEntry> record() {
    return house
        .stagedoor()
        .audit()
        .list(admin, Optional.empty(), Optional.empty(), PageRequest.first())
        .items();
  }

  @Test
  void anAdminFindsAccountsByTextTheNewestFirst() {
    assertThat(accounts.list(admin, Optional.empty(), PageRequest.first()).total()).isEqualTo(2);
    assertThat(accounts.list(admin, Optional.of("  "), PageRequest.first()).total()).isEqualTo(2);

    assertThat(
            accounts
                .list(admin, Optional.of(" " + ada.email().value()), PageRequest.first())
                .items())
        .singleElement()
        .isEqualTo(accounts.get(admin, adasId));
    assertThat(accounts.get(admin, adasId).role()).isEqualTo("user");
    assertThat(accounts.get(admin, adasId).status()).isEqualTo("active");
  }

  @Test
  void anotherRoleHoldsAtOnceAndIsRecorded() {
    ListedAccount changed = accounts.changeRole(admin, adasId, Role.RESELLER, " asked by phone ");

    assertThat(changed.role()).isEqualTo("reseller");
    assertThat(house.stagedoor().sessions().byToken(ada.token()).has(Role.RESELLER)).isTrue();
    assertThat(house.wire().count("Claims.set")).isPositive();
    AuditEntry entry = record().get(0);
    assertThat(entry.action()).isEqualTo("account.role_changed");
    assertThat(entry.actor()).isEqualTo(admin.user());
    assertThat(entry.subject()).isEqualTo(new Subject("account", adasId.value()));
    assertThat(entry.reason()).isEqualTo("asked by phone");
    assertThat(entry.before()).isEqualTo(Map.of("role", "user"));
    assertThat(entry.after()).isEqualTo(Map.of("role", "reseller"));
  }

  @Test
  void theSameRoleAgainIsRecordedOnce() {
    accounts.changeRole(admin, adasId, Role.RESELLER, "");
    accounts.changeRole(admin, adasId, Role.RESELLER, "");

    assertThat(record()).hasSize(1);
  }

  @Test
  void aRoleChangeThatDiesAfterTheProviderCanBeRepeated() {
    house.wire().after("Claims.set", house::crash);
    assertThatThrownBy(() -> accounts.changeRole(admin, adasId, Role.RESELLER, ""))
        .isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();
    assertThat(accounts.get(admin, adasId).role()).isEqualTo("user");
    assertThat(record()).isEmpty();

    accounts.changeRole(admin, adasId, Role.RESELLER, "");

    assertThat(accounts.get(admin, adasId).role()).isEqualTo("reseller");
    assertThat(record()).hasSize(1);
  }

  @Test
  void whoIsSuspendedActsNoMoreUntilTheyAreResumed() {
    assertThat(accounts.suspend(admin, adasId, "abuse").status()).isEqualTo("suspended");
    assertThat(accounts.suspend(admin, adasId, "abuse").status()).isEqualTo("suspended");
    assertRefused(
        AuthError.ACCOUNT_SUSPENDED, () -> house.stagedoor().sessions().byToken(ada.token()));

    assertThat(accounts.resume(admin, adasId, "").status()).isEqualTo("active");

    assertThat(house.stagedoor().sessions().byToken(ada.token()).userId()).isEqualTo(adasId);
    assertThat(record())
        .extracting(AuditEntry::action)
        .containsExactlyInAnyOrder("account.suspended", "account.resumed");
    assertThat(record())
        .anySatisfy(
            entry -> {
              assertThat(entry.before()).isEqualTo(Map.of("status", "active"));
              assertThat(entry.after()).isEqualTo(Map.of("status", "suspended"));
            });
  }

  @Test
  void whoWasInvitedAndSuspendedStillNeedsAPasswordWhenResumed() {
    UserId invited = new UserId(UUID.randomUUID());
    house
        .unitOfWork()
        .run(
            () ->
                house
                    .accounts()
                    .save(AccountBuilder.anAccount().withId(invited).invited().build()));

    assertThat(accounts.suspend(admin, invited, "").status()).isEqualTo("suspended");
    assertThat(accounts.resume(admin, invited, "").status()).isEqualTo("invited");
    assertThat(accounts.resume(admin, invited, "").status()).isEqualTo("invited");
  }

  @Test
  void nobodyChangesTheirOwnRoleOrSuspendsThemselves() {
    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> accounts.changeRole(admin, admin.userId(), Role.USER, "tired"));
    assertRefused(CommonError.NOT_ALLOWED, () -> accounts.suspend(admin, admin.userId(), ""));
    assertRefused(CommonError.NOT_ALLOWED, () -> accounts.resume(admin, admin.userId(), ""));
    assertThat(accounts.get(admin, admin.userId()).role()).isEqualTo("admin");
    assertThat(record()).isEmpty();
  }

  @Test
  void onlyAdminsDoThis() {
    UserId other = admin.userId();
    Actor user = ada.actor();

    assertRefused(
        CommonError.NOT_ALLOWED, () -> accounts.list(user, Optional.empty(), PageRequest.first()));
    assertRefused(CommonError.NOT_ALLOWED, () -> accounts.get(user, other));
    assertRefused(CommonError.NOT_ALLOWED, () -> accounts.changeRole(user, other, Role.USER, ""));
    assertRefused(CommonError.NOT_ALLOWED, () -> accounts.suspend(user, other, ""));
    assertRefused(CommonError.NOT_ALLOWED, () -> accounts.resume(user, other, ""));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> accounts.suspend(Actor.visitor(), other, ""));
  }

  @Test
  void anAccountThatIsNotMadeYetIsNotThere() {
    UserId begun = new UserId(UUID.randomUUID());
    house
        .unitOfWork()
        .run(
            () ->
                house
                    .accounts()
                    .save(
                        Account.reserve(
                            begun,
                            ProviderRef.of("fake", "begun"),
                            new EmailAddress("begun@example.org"),
                            PersonName.parse("Begun"),
                            Role.USER,
                            Language.EN,
                            house.clock().instant())));

    assertRefused(
        CommonError.NOT_FOUND, () -> accounts.changeRole(admin, begun, Role.RESELLER, ""));
    assertRefused(CommonError.NOT_FOUND, () -> accounts.suspend(admin, begun, ""));
    assertRefused(
        CommonError.NOT_FOUND, () -> accounts.suspend(admin, new UserId(UUID.randomUUID()), ""));
  }

  @Test
  void aReasonThatIsTooLongLeavesEverythingAsItWas() {
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> accounts.suspend(admin, adasId, "x".repeat(AuditEntry.MAX_REASON + 1)));

    assertThat(accounts.get(admin, adasId).status()).isEqualTo("active");
    assertThat(record()).isEmpty();
  }
}
