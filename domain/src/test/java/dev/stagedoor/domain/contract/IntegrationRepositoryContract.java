package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.FACEBOOK;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aKey;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aPage;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspaceId;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anIntegration;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.leaveOf;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.IntegrationSettings;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of integrations must do. */
public interface IntegrationRepositoryContract extends LiveSellingContract {
  ProviderId STRIPE = new ProviderId("stripe");

  private IntegrationRepository integrations() {
    return stores().integrations();
  }

  @Test
  default void anUnknownIntegrationIsAbsent() {
    Integration other = onFile(anIntegration(aWorkspaceOnFile(), STRIPE));

    assertThat(write(() -> integrations().find(new IntegrationId(UUID.randomUUID())))).isEmpty();
    assertThat(write(() -> integrations().lock(other.workspace(), FACEBOOK))).isEmpty();
    assertThat(write(() -> integrations().lock(aWorkspaceId(), STRIPE))).isEmpty();
    assertThat(write(() -> integrations().of(aWorkspaceId()))).isEmpty();
    assertThat(write(() -> integrations().connectedTo(STRIPE, ""))).isEmpty();
  }

  @Test
  default void anIntegrationComesBackAsItWasSavedWithAnyKindOfCredentials() {
    List<Credentials> kinds =
        List.of(
            aPage("page-" + UUID.randomUUID()),
            leaveOf("acct_" + UUID.randomUUID()),
            aKey("sk_\"1\" नमस्ते"),
            new Credentials.Billing(
                new Merchant.Keyed(Secret.of("k"), Optional.empty()),
                Optional.empty(),
                Optional.empty()),
            new Credentials.Billing(
                new Merchant.Operator(), Optional.empty(), Optional.of(Secret.of("whsec"))));
    for (Credentials credentials : kinds) {
      Integration saved = anIntegration(aWorkspaceOnFile(), STRIPE);
      saved.connect(credentials, "Zoë's \"Shop\"", "…4242", NOW.plusSeconds(1));
      saved.change(
          new IntegrationSettings(
              Optional.of(Currency.getInstance("EUR")), "Thanks, {show}! 💐", 14),
          NOW.plusSeconds(2));
      saved.broke(IntegrationProblem.NOT_PERMITTED, NOW.plusSeconds(3));
      onFile(saved);

      assertSame(stored(saved.id()), saved);
      assertSame(locked(saved), saved);
      assertThat(stored(saved.id()).version()).isEqualTo(1);
    }
  }

  @Test
  default void oneThatWasNeverConnectedComesBackAsItWasSaved() {
    Integration saved = onFile(anIntegration(aWorkspaceOnFile(), STRIPE));

    assertSame(stored(saved.id()), saved);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Integration saved = onFile(anIntegration(aWorkspaceOnFile(), STRIPE));
    saved.connect(leaveOf("acct_1"), "Other", "acct_1", NOW);
    run(
        () -> {
          integrations().find(saved.id()).orElseThrow().connect(aKey("k"), "Other", "…", NOW);
          integrations()
              .lock(saved.workspace(), STRIPE)
              .orElseThrow()
              .connect(aKey("k"), "Other", "…", NOW);
        });

    assertThat(stored(saved.id()).status()).isEqualTo(Integration.Status.INACTIVE);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Integration saved = onFile(anIntegration(aWorkspaceOnFile(), STRIPE));
    change(saved, one -> one.connect(aKey("first"), "First", "irst", NOW));
    change(saved, one -> one.connect(aKey("second"), "Second", "cond", NOW));
    assertThat(stored(saved.id()).credentials()).contains(aKey("second"));

    change(saved, one -> one.disconnect(NOW.plusSeconds(1)));
    assertThat(stored(saved.id()).credentials()).isEmpty();
    assertThat(stored(saved.id()).version()).isEqualTo(4);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Integration saved = onFile(anIntegration(aWorkspaceOnFile(), STRIPE));
    Integration mine = stored(saved.id());
    change(saved, one -> one.connect(aKey("first"), "First", "irst", NOW));
    mine.connect(aKey("second"), "Second", "cond", NOW);

    assertStale(() -> run(() -> integrations().save(mine)));
    assertStale(() -> run(() -> integrations().save(saved)));

    assertThat(stored(saved.id()).credentials()).contains(aKey("first"));
  }

  @Test
  default void aWorkspaceHasOneIntegrationForAProvider() {
    Integration first = onFile(anIntegration(aWorkspaceOnFile(), STRIPE));
    Integration second = anIntegration(first.workspace(), STRIPE);

    assertStale(() -> onFile(second));
    onFile(anIntegration(first.workspace(), FACEBOOK));
    onFile(anIntegration(aWorkspaceOnFile(), STRIPE));

    assertThat(write(() -> integrations().find(second.id()))).isEmpty();
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Integration added = anIntegration(aWorkspaceOnFile(), STRIPE);

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      integrations().save(added);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> integrations().find(added.id()))).isEmpty();
  }

  @Test
  default void aWorkspacesIntegrationsComeOldestFirstAndNobodyElses() {
    WorkspaceId workspace = aWorkspaceOnFile();
    Integration younger =
        onFile(
            Integration.of(
                new IntegrationId(UUID.randomUUID()), workspace, STRIPE, NOW.plusSeconds(1)));
    Integration older = onFile(anIntegration(workspace, FACEBOOK));
    onFile(anIntegration(aWorkspaceOnFile(), STRIPE));

    assertThat(write(() -> integrations().of(workspace)))
        .extracting(Integration::id)
        .containsExactly(older.id(), younger.id());
  }

  @Test
  default void whoIsConnectedToAPageIsFoundByIt() {
    String page = "page-" + UUID.randomUUID();
    Integration first = connected(FACEBOOK, aPage(page));
    Integration second = connected(FACEBOOK, aPage(page));
    connected(FACEBOOK, aPage("page-" + UUID.randomUUID()));
    connected(STRIPE, leaveOf(page));
    Integration left = connected(FACEBOOK, aPage(page));
    change(left, one -> one.disconnect(NOW));

    assertThat(write(() -> integrations().connectedTo(FACEBOOK, page)))
        .extracting(Integration::id)
        .containsExactlyInAnyOrder(first.id(), second.id());
  }

  @Test
  default void aMerchantWhoGaveLeaveIsFoundByTheirAccountAndAKeyIsNot() {
    String account = "acct_" + UUID.randomUUID();
    Integration connected = connected(STRIPE, leaveOf(account));
    Integration keyed = anIntegration(aWorkspaceOnFile(), STRIPE);
    keyed.connect(aKey(account), "Keyed", account, NOW);
    onFile(keyed);
    change(connected, one -> one.broke(IntegrationProblem.REVOKED, NOW));

    assertThat(write(() -> integrations().connectedTo(STRIPE, account)))
        .extracting(Integration::id)
        .containsExactly(connected.id());
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Integration saved = onFile(anIntegration(aWorkspaceOnFile(), STRIPE));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(saved, one -> one.connect(aKey("k"), one.displayName() + "!", "…", NOW));
          }
          return true;
        });

    assertThat(stored(saved.id()).displayName()).isEqualTo("!".repeat(20));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Integration integration = anIntegration(aWorkspaceOnFile(), STRIPE);

    assertNeedsUnitOfWork(() -> integrations().find(integration.id()));
    assertNeedsUnitOfWork(() -> integrations().lock(integration.workspace(), STRIPE));
    assertNeedsUnitOfWork(() -> integrations().of(integration.workspace()));
    assertNeedsUnitOfWork(() -> integrations().connectedTo(STRIPE, "a"));
    assertNeedsUnitOfWork(() -> integrations().save(integration));
  }

  private Integration connected(ProviderId provider, Credentials credentials) {
    Integration integration = anIntegration(aWorkspaceOnFile(), provider);
    integration.connect(credentials, "Shop", "…", NOW);
    return onFile(integration);
  }

  private Integration onFile(Integration integration) {
    run(() -> integrations().save(integration));
    return integration;
  }

  private Integration stored(IntegrationId id) {
    return write(() -> integrations().find(id).orElseThrow());
  }

  private Integration locked(Integration one) {
    return write(() -> integrations().lock(one.workspace(), one.provider()).orElseThrow());
  }

  private void change(Integration of, Consumer<Integration> change) {
    run(
        () -> {
          Integration one = integrations().lock(of.workspace(), of.provider()).orElseThrow();
          change.accept(one);
          integrations().save(one);
        });
  }

  private static void assertSame(Integration actual, Integration expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
    assertThat(actual.credentials()).isEqualTo(expected.credentials());
  }
}
