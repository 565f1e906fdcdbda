package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.AccountBuilder.anAccount;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.Samples.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AccountRepository} must do. */
public interface AccountRepositoryContract extends RepositoryContract {
  AccountRepository accounts();

  private Account saved(Account account) {
    return write(
        () -> {
          accounts().save(account);
          return accounts().find(account.id()).orElseThrow();
        });
  }

  @Test
  default void anAccountComesBackAsItWasSaved() {
    Account account =
        Account.restore(
            aUserId(),
            aRef(),
            anEmail(),
            new PersonName("Zoë", ""),
            Role.FUNERAL_DIRECTOR,
            AccountStatus.SUSPENDED,
            AccountStatus.INVITED,
            Language.HI,
            NOW.plusNanos(123_456_000),
            0);

    run(
        () -> {
          accounts().save(account);
        });

    Account found = write(() -> accounts().find(account.id())).orElseThrow();
    assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(account);
    assertThat(found.version()).isPositive();
  }

  @Test
  default void anAccountIsFoundByEachOfItsKeys() {
    Account account = saved(anAccount().active().build());

    assertThat(byIdentity(account.identity())).get().usingRecursiveComparison().isEqualTo(account);
    assertThat(write(() -> accounts().lockByEmail(account.email())))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(account);
    assertThat(write(() -> accounts().lock(account.id())))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(account);
  }

  @Test
  default void anAbsentAccountIsEmpty() {
    saved(anAccount().active().build());

    assertThat(write(() -> accounts().find(aUserId()))).isEmpty();
    assertThat(byIdentity(aRef())).isEmpty();
    assertThat(write(() -> accounts().lockByEmail(anEmail()))).isEmpty();
    assertThat(write(() -> accounts().lock(aUserId()))).isEmpty();
  }

  @Test
  default void theSameSubjectAtAnotherProviderIsAnotherIdentity() {
    Account account = saved(anAccount().active().build());

    ProviderRef elsewhere = ProviderRef.of("firebase", account.identity().value());
    assertThat(byIdentity(elsewhere)).isEmpty();
    Account other =
        saved(anAccount().signingInAs(ProviderRef.of("firebase", "another")).active().build());
    List<ProviderRef> all =
        List.of(
            other.identity(),
            elsewhere,
            account.identity(),
            ProviderRef.of(account.identity().provider().value(), "another"),
            other.identity());
    assertThat(
            write(() -> accounts().findByIdentities(all)).stream()
                .map(found -> found.map(Account::id)))
        .containsExactly(
            Optional.of(other.id()),
            Optional.empty(),
            Optional.of(account.id()),
            Optional.empty(),
            Optional.of(other.id()));
  }

  private Optional<Account> byIdentity(ProviderRef identity) {
    return write(() -> accounts().findByIdentities(List.of(identity))).get(0);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Account account = saved(anAccount().active().build());

    run(
        () -> {
          Account changed = accounts().lock(account.id()).orElseThrow();
          changed.changeRole(Role.TEACHER);
        });

    assertThat(write(() -> accounts().find(account.id())).orElseThrow().role())
        .isEqualTo(Role.USER);
  }

  @Test
  default void aChangeAfterTheSaveIsNotSeen() {
    Account account = anAccount().active().build();

    run(
        () -> {
          accounts().save(account);
          account.changeRole(Role.TEACHER);
        });

    assertThat(write(() -> accounts().find(account.id())).orElseThrow().role())
        .isEqualTo(Role.USER);
  }

  @Test
  default void aSavedChangeIsSeen() {
    Account account = saved(anAccount().build());
    ProviderRef firstIdentity = account.identity();
    ProviderRef nextIdentity = aRef();

    run(
        () -> {
          Account changed = accounts().lock(account.id()).orElseThrow();
          changed.retryWith(
              nextIdentity, new PersonName("Grace", "Hopper"), Role.TEACHER, Language.DE);
          changed.activate(nextIdentity);
          accounts().save(changed);
        });

    Account found = byIdentity(nextIdentity).orElseThrow();
    assertThat(found.id()).isEqualTo(account.id());
    assertThat(found.name()).isEqualTo(new PersonName("Grace", "Hopper"));
    assertThat(found.role()).isEqualTo(Role.TEACHER);
    assertThat(found.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(found.language()).isEqualTo(Language.DE);
    assertThat(byIdentity(firstIdentity)).isEmpty();
  }

  @Test
  default void aStaleVersionIsRefusedAndChangesNothing() {
    Account account = saved(anAccount().active().build());
    Account early = write(() -> accounts().find(account.id())).orElseThrow();
    Account late = write(() -> accounts().find(account.id())).orElseThrow();
    early.changeRole(Role.TEACHER);
    late.changeRole(Role.RESELLER);
    saved(early);

    assertStale(() -> saved(late));

    assertThat(write(() -> accounts().find(account.id())).orElseThrow().role())
        .isEqualTo(Role.TEACHER);
  }

  @Test
  default void aNewAccountCannotReplaceAStoredOne() {
    Account account = anAccount().active().build();
    saved(account);

    assertStale(() -> saved(account));
  }

  @Test
  default void anAddressHasOneAccount() {
    Account holder = saved(anAccount().active().build());

    assertRefused(AuthError.EMAIL_TAKEN, () -> saved(anAccount().mailedAt(holder.email()).build()));

    assertThat(write(() -> accounts().lockByEmail(holder.email())).orElseThrow().id())
        .isEqualTo(holder.id());
  }

  @Test
  default void ofConcurrentNewAccountsForOneAddressOneIsSaved() {
    EmailAddress email = anEmail();

    List<Optional<ErrorCode>> refusals =
        Race.of(
            6,
            () -> {
              try {
                saved(anAccount().mailedAt(email).build());
                return Optional.empty();
              } catch (DomainException refused) {
                return Optional.of(refused.code());
              }
            });

    assertThat(refusals)
        .containsOnlyOnce(Optional.empty())
        .contains(Optional.of(AuthError.EMAIL_TAKEN))
        .hasSize(6)
        .containsOnly(Optional.empty(), Optional.of(AuthError.EMAIL_TAKEN));
  }

  @Test
  default void lockedChangesWaitForEachOther() {
    Account account = saved(anAccount().active().build());

    Race.of(
        4,
        () ->
            write(
                () -> {
                  Account locked = accounts().lock(account.id()).orElseThrow();
                  locked.changeRole(Role.values()[locked.role().ordinal() + 1]);
                  accounts().save(locked);
                  return null;
                }));

    assertThat(write(() -> accounts().find(account.id())).orElseThrow().role())
        .isEqualTo(Role.values()[account.role().ordinal() + 4]);
  }

  @Test
  default void changesLockedByAddressWaitForEachOther() {
    Account account = saved(anAccount().active().build());

    Race.of(
        4,
        () ->
            write(
                () -> {
                  Account locked = accounts().lockByEmail(account.email()).orElseThrow();
                  locked.changeRole(Role.values()[locked.role().ordinal() + 1]);
                  accounts().save(locked);
                  return null;
                }));

    assertThat(write(() -> accounts().find(account.id())).orElseThrow().role())
        .isEqualTo(Role.values()[account.role().ordinal() + 4]);
  }

  @Test
  default void whatIsUndoneIsNotSaved() {
    Account account = anAccount().active().build();

    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      accounts().save(account);
                      throw new IllegalArgumentException("undo");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(write(() -> accounts().find(account.id()))).isEmpty();
  }

  @Test
  default void everyCallNeedsAUnitOfWork() {
    assertNeedsUnitOfWork(() -> accounts().find(aUserId()));
    assertNeedsUnitOfWork(() -> accounts().findByIdentities(List.of(aRef())));
    assertNeedsUnitOfWork(() -> accounts().lock(aUserId()));
    assertNeedsUnitOfWork(() -> accounts().lockByEmail(anEmail()));
    assertNeedsUnitOfWork(() -> accounts().save(anAccount().build()));
  }
}
