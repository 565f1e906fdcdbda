package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.ResellerSamples.aClient;
import static dev.stagedoor.domain.fixture.ResellerSamples.aClientId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TvSamples.aPlan;
import static dev.stagedoor.domain.fixture.TvSamples.aPlanId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.port.ClientRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of resellers' clients must do. */
public interface ClientRepositoryContract extends RepositoryContract {
  ClientRepository clients();

  @Test
  default void anUnknownClientIsAbsent() {
    UserId reseller = onFile(aClientOf(anAccountOnFile())).reseller();

    assertThat(write(() -> clients().lock(List.of(aClientId())))).isEmpty();
    assertThat(write(() -> clients().findByUser(reseller))).isEmpty();
    assertThat(write(() -> clients().findByKey(reseller, "key"))).isEmpty();
  }

  @Test
  default void aClientComesBackAsItWasAdded() {
    Client added = onFile(aClientOf(anAccountOnFile()), "key");

    for (Client found :
        new Client[] {
          stored(added.id()),
          write(() -> clients().findByUser(added.user()).orElseThrow()),
          write(() -> clients().findByKey(added.reseller(), "key").orElseThrow())
        }) {
      assertThat(found.snapshot())
          .usingRecursiveComparison()
          .ignoringFields("version")
          .isEqualTo(added.snapshot());
      assertThat(found.version()).isEqualTo(1);
    }
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Client added = onFile(aClientOf(anAccountOnFile()), "key");
    Plan next = aPlan();
    Instant afterALapse = NOW.plusSeconds(90L * 24 * 3600);

    change(
        added.id(),
        client -> {
          client.renew(next, next, afterALapse);
          client.renew(next, next, afterALapse);
          client.suspend();
        });

    Client stored = stored(added.id());
    assertThat(stored.plan()).isEqualTo(next.id());
    assertThat(stored.snapshot().begunAt()).isEqualTo(afterALapse);
    assertThat(stored.snapshot().months()).isEqualTo(2);
    assertThat(stored.isSuspended()).isTrue();
    assertThat(stored.createdAt()).isEqualTo(NOW);
    assertThat(stored.version()).isEqualTo(2);
    assertThat(write(() -> clients().findByKey(added.reseller(), "key"))).isPresent();
  }

  @Test
  default void anAccountHasOneReseller() {
    Client mine = onFile(aClientOf(anAccountOnFile()));
    Client theirs = aClient(anAccountOnFile(), mine.user(), aPlanId());

    assertStale(() -> run(() -> clients().add(theirs, Optional.empty())));

    assertThat(write(() -> clients().findByUser(mine.user())).orElseThrow().reseller())
        .isEqualTo(mine.reseller());
  }

  @Test
  default void byOneKeyAResellerMakesOneClient() {
    UserId reseller = anAccountOnFile();
    Client first = onFile(aClientOf(reseller), "key");

    assertStale(() -> run(() -> clients().add(aClientOf(reseller), Optional.of("key"))));

    assertThat(write(() -> clients().findByKey(reseller, "key")).orElseThrow().id())
        .isEqualTo(first.id());
    onFile(aClientOf(reseller), "KEY");
    onFile(aClientOf(anAccountOnFile()), "key");
    onFile(aClientOf(reseller));
    onFile(aClientOf(reseller));
  }

  @Test
  default void ofManyWhoMakeAClientByOneKeyAtOnceOneDoes() {
    UserId reseller = anAccountOnFile();

    long made =
        Race.of(
                8,
                () -> {
                  Client client = aClientOf(reseller);
                  try {
                    run(() -> clients().add(client, Optional.of("key")));
                    return true;
                  } catch (DomainException refused) {
                    assertThat(refused.code()).isEqualTo(CommonError.STALE_VERSION);
                    return false;
                  }
                })
            .stream()
            .filter(done -> done)
            .count();

    assertThat(made).isEqualTo(1);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Client added = onFile(aClientOf(anAccountOnFile()));
    added.suspend();
    run(() -> clients().lock(List.of(added.id())).get(0).suspend());

    assertThat(stored(added.id()).isSuspended()).isFalse();
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Client added = onFile(aClientOf(anAccountOnFile()));
    Client mine = stored(added.id());
    change(added.id(), client -> renew(client, NOW));
    mine.suspend();

    assertStale(() -> run(() -> clients().save(List.of(mine))));
    assertStale(() -> run(() -> clients().save(List.of(aClientOf(anAccountOnFile())))));

    assertThat(stored(added.id()).isSuspended()).isFalse();
  }

  @Test
  default void manyAreLockedAndSavedAtOnce() {
    Client one = onFile(aClientOf(anAccountOnFile()));
    Client two = onFile(aClientOf(anAccountOnFile()));
    Client other = onFile(aClientOf(anAccountOnFile()));

    run(
        () -> {
          List<Client> locked = clients().lock(List.of(two.id(), aClientId(), one.id()));
          assertThat(locked).extracting(Client::id).containsExactlyInAnyOrder(one.id(), two.id());
          locked.stream().filter(client -> client.id().equals(one.id())).forEach(Client::suspend);
          locked.stream()
              .filter(client -> client.id().equals(two.id()))
              .forEach(client -> renew(client, NOW));
          clients().save(locked);
          clients().save(List.of());
        });

    assertThat(stored(one.id()).isSuspended()).isTrue();
    assertThat(stored(one.id()).snapshot().months()).isEqualTo(1);
    assertThat(stored(two.id()).isSuspended()).isFalse();
    assertThat(stored(two.id()).snapshot().months()).isEqualTo(2);
    assertThat(stored(other.id()).version()).isEqualTo(1);
  }

  @Test
  default void ofManyOneThatIsStaleRefusesAll() {
    Client one = onFile(aClientOf(anAccountOnFile()));
    Client two = onFile(aClientOf(anAccountOnFile()));
    Client stale = stored(two.id());
    change(two.id(), client -> renew(client, NOW));
    stale.suspend();

    assertStale(
        () ->
            run(
                () -> {
                  Client fresh = clients().lock(List.of(one.id())).get(0);
                  fresh.suspend();
                  clients().save(List.of(fresh, stale));
                }));

    assertThat(stored(one.id()).isSuspended()).isFalse();
    assertThat(stored(two.id()).isSuspended()).isFalse();
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Client added = aClientOf(anAccountOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      clients().add(added, Optional.empty());
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> clients().lock(List.of(added.id())))).isEmpty();
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Client added = onFile(aClientOf(anAccountOnFile()));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(added.id(), client -> renew(client, NOW));
          }
          return true;
        });

    assertThat(stored(added.id()).snapshot().months()).isEqualTo(21);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Client some = aClientOf(anAccountOnFile());

    assertNeedsUnitOfWork(() -> clients().lock(List.of(some.id())));
    assertNeedsUnitOfWork(() -> clients().findByUser(some.user()));
    assertNeedsUnitOfWork(() -> clients().findByKey(some.reseller(), "key"));
    assertNeedsUnitOfWork(() -> clients().add(some, Optional.empty()));
    assertNeedsUnitOfWork(() -> clients().save(List.of(some)));
  }

  private Client aClientOf(UserId reseller) {
    return aClient(reseller, anAccountOnFile(), aPlanId());
  }

  private Client onFile(Client client) {
    run(() -> clients().add(client, Optional.empty()));
    return client;
  }

  private Client onFile(Client client, String key) {
    run(() -> clients().add(client, Optional.of(key)));
    return client;
  }

  private Client stored(ClientId id) {
    return write(() -> clients().lock(List.of(id)).get(0));
  }

  private static void renew(Client client, Instant now) {
    Plan same = aPlan(client.plan(), 999);
    client.renew(same, same, now);
  }

  private void change(ClientId id, Consumer<Client> change) {
    run(
        () -> {
          Client client = clients().lock(List.of(id)).get(0);
          change.accept(client);
          clients().save(List.of(client));
        });
  }
}
