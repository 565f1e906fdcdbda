package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.fixture.IdentitySamples.aCredential;
import static dev.stagedoor.domain.fixture.IdentitySamples.aSession;
import static dev.stagedoor.domain.fixture.IdentitySamples.aSubjectName;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.EmailAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link CredentialRepository} must do. */
public interface CredentialRepositoryContract {
  CredentialRepository credentials();

  /** Returns where the sessions of the same identities are kept. */
  LocalSessionRepository sessions();

  private PasswordCredential stored() {
    return credentials().addIfAbsent(aCredential());
  }

  private static PasswordCredential withHash(PasswordCredential from, Optional<String> hash) {
    return new PasswordCredential(
        from.subject(), from.email(), from.displayName(), hash, from.claims());
  }

  @Test
  default void anIdentityComesBackAsItWasAdded() {
    PasswordCredential credential =
        new PasswordCredential(
            aSubjectName(),
            anEmail(),
            "Zoë O'Neill \uD83C\uDFA5",
            Optional.of("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"),
            new IdentityClaims("owner", true));

    assertThat(credentials().addIfAbsent(credential)).isEqualTo(credential);

    assertThat(credentials().find(credential.subject())).contains(credential);
    assertThat(credentials().findByEmail(credential.email())).contains(credential);
  }

  @Test
  default void anIdentityMayHaveNoPassword() {
    PasswordCredential credential =
        credentials().addIfAbsent(withHash(aCredential(), Optional.empty()));

    assertThat(credentials().find(credential.subject())).contains(credential);
    assertThat(credential.passwordHash()).isEmpty();
  }

  @Test
  default void anAbsentIdentityIsEmpty() {
    stored();

    assertThat(credentials().find(aSubjectName())).isEmpty();
    assertThat(credentials().findByEmail(anEmail())).isEmpty();
  }

  @Test
  default void anAddressThatIsTakenGivesItsHolder() {
    PasswordCredential holder = stored();
    PasswordCredential newcomer =
        new PasswordCredential(
            aSubjectName(),
            holder.email(),
            "Somebody Else",
            Optional.of("other"),
            IdentityClaims.of(Role.ADMIN));

    assertThat(credentials().addIfAbsent(newcomer)).isEqualTo(holder);

    assertThat(credentials().find(newcomer.subject())).isEmpty();
    assertThat(credentials().find(holder.subject())).contains(holder);
  }

  @Test
  default void aSubjectNameThatIsTakenGivesItsHolderUnchanged() {
    PasswordCredential holder = stored();
    PasswordCredential again = withHash(holder, Optional.of("other"));
    PasswordCredential otherAddress =
        new PasswordCredential(
            holder.subject(), anEmail(), "Ada", holder.passwordHash(), holder.claims());

    assertThat(credentials().addIfAbsent(again)).isEqualTo(holder);
    assertThat(credentials().addIfAbsent(otherAddress)).isEqualTo(holder);

    assertThat(credentials().find(holder.subject())).contains(holder);
    assertThat(credentials().findByEmail(otherAddress.email())).isEmpty();
  }

  @Test
  default void ofConcurrentIdentitiesForOneAddressOneIsAdded() {
    EmailAddress email = anEmail();

    List<PasswordCredential> holders =
        Race.of(
            6,
            () ->
                credentials()
                    .addIfAbsent(
                        new PasswordCredential(
                            aSubjectName(),
                            email,
                            "Ada",
                            Optional.of(UUID.randomUUID().toString()),
                            IdentityClaims.of(Role.USER))));

    assertThat(new HashSet<>(holders)).hasSize(1);
    assertThat(credentials().findByEmail(email)).contains(holders.get(0));
  }

  @Test
  default void anUpdateReplacesHashAndClaims() {
    PasswordCredential read = stored();
    PasswordCredential bystander = stored();

    assertThat(
            credentials().update(read, Optional.of("next"), new IdentityClaims("teacher", false)))
        .isTrue();

    assertThat(credentials().find(read.subject()))
        .contains(
            new PasswordCredential(
                read.subject(),
                read.email(),
                read.displayName(),
                Optional.of("next"),
                new IdentityClaims("teacher", false)));
    assertThat(credentials().find(bystander.subject())).contains(bystander);
  }

  @Test
  default void anUpdateCanSetAndTakeAPassword() {
    PasswordCredential without =
        credentials().addIfAbsent(withHash(aCredential(), Optional.empty()));

    assertThat(credentials().update(without, Optional.of("first"), without.claims())).isTrue();
    PasswordCredential with = credentials().find(without.subject()).orElseThrow();
    assertThat(with.passwordHash()).contains("first");

    assertThat(credentials().update(with, Optional.empty(), with.claims())).isTrue();
    assertThat(credentials().find(without.subject())).contains(without);
  }

  @Test
  default void anUpdateOfWhatChangedMeanwhileIsRefused() {
    PasswordCredential read = stored();
    credentials().update(read, Optional.of("next"), read.claims());
    PasswordCredential otherHash = credentials().find(read.subject()).orElseThrow();
    credentials().update(otherHash, otherHash.passwordHash(), IdentityClaims.of(Role.ADMIN));
    PasswordCredential now = credentials().find(read.subject()).orElseThrow();

    assertThat(credentials().update(read, Optional.of("late"), read.claims())).isFalse();
    assertThat(credentials().update(otherHash, Optional.of("late"), read.claims())).isFalse();
    assertThat(
            credentials()
                .update(withHash(now, Optional.empty()), Optional.of("late"), now.claims()))
        .isFalse();

    assertThat(credentials().find(read.subject())).contains(now);
  }

  @Test
  default void anUpdateOfAnAbsentIdentityIsRefused() {
    PasswordCredential absent = aCredential();

    assertThat(credentials().update(absent, Optional.of("next"), absent.claims())).isFalse();

    assertThat(credentials().find(absent.subject())).isEmpty();
  }

  @Test
  default void ofConcurrentUpdatesOfOneReadOneWins() {
    PasswordCredential read = stored();

    List<Boolean> wins =
        Race.of(
            6,
            () ->
                credentials()
                    .update(read, Optional.of(UUID.randomUUID().toString()), read.claims()));

    assertThat(wins).containsOnlyOnce(true).hasSize(6);
  }

  @Test
  default void aDeletedIdentityIsGoneWithItsSessions() {
    PasswordCredential credential = stored();
    PasswordCredential bystander = stored();
    LocalSession session = aSession(credential.subject());
    LocalSession other = aSession(bystander.subject());
    sessions().open(session);
    sessions().open(other);

    credentials().delete(credential.subject());
    credentials().delete(credential.subject());

    assertThat(credentials().find(credential.subject())).isEmpty();
    assertThat(credentials().findByEmail(credential.email())).isEmpty();
    assertThat(sessions().find(session.id(), NOW)).isEmpty();
    assertThat(credentials().find(bystander.subject())).contains(bystander);
    assertThat(sessions().find(other.id(), NOW)).contains(other);
  }

  @Test
  default void theAddressOfADeletedIdentityIsFree() {
    PasswordCredential credential = stored();
    credentials().delete(credential.subject());
    PasswordCredential next =
        new PasswordCredential(
            aSubjectName(), credential.email(), "Ada", Optional.empty(), credential.claims());

    assertThat(credentials().addIfAbsent(next)).isEqualTo(next);
  }
}
