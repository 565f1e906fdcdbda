package dev.stagedoor.persistence.liveselling;

import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aComment;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aKey;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aReply;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWish;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anIntegration;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.LiveSellingContract;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.SendReason;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.persistence.TestLiveSelling;
import dev.stagedoor.persistence.TestPersistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whoever asks for it. */
class WrongStatesTest implements LiveSellingContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public LiveSellingStores stores() {
    return TestLiveSelling.stores(OPEN);
  }

  @Override
  public UserId anAccountOnFile() {
    return TestLiveSelling.anAccountOnFile(OPEN);
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update show_items set quantity = 1",
        "update show_items set granted = 3",
        "update show_items set billed = 2",
        "update show_items set granted = -1",
        "update claims set granted = 3",
        "update claims set granted = -1",
        "update claims set state = 'billed'",
        "update claims set state = 'cancelled'",
        "update claims set show_id = gen_random_uuid()",
        "update claims set comment_id = 'unknown'"
      })
  void countsThatCannotBe(String change) {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 3);
    claim(item, aBuyer(), 2);
    String column = change.startsWith("update claims") ? "item_id" : "id";
    String here = change + " where " + column + " = '" + item.id().value() + "'";

    assertRefused(() -> OPEN.database().run(here));
    OPEN.database().run(here.replaceFirst("set .* where", "set created_at = now() where"));
  }

  @Test
  void twoClaimsOfOneBuyerThroughComments() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 3);
    Buyer buyer = aBuyer();
    ShowComment first = onFile(aComment(item.show(), buyer));
    ShowComment second = onFile(aComment(item.show(), buyer));
    Claim claim = claim(item.id(), aWish(buyer, Optional.of(first.id()), 1, NOW));
    claim(item, buyer, 1);

    assertRefused(() -> claim(item.id(), aWish(buyer, Optional.of(second.id()), 1, NOW)));

    change(item.id(), line -> line.cancel(claim.id()));
    claim(item.id(), aWish(buyer, Optional.of(second.id()), 1, NOW));
  }

  @Test
  void aClaimOnAnInvoiceThatIsNotThere() {
    ShowItem item = anItemOnFile(aShowOnFile(), 12, 3);
    Claim claim = claim(item, aBuyer(), 1);

    assertRefused(() -> bill(claim, new InvoiceId(claim.id().value())));
    bill(claim, anInvoiceOnFile(item.show()));
  }

  @Test
  void twoPrivateRepliesToOneComment() {
    ShowId show = aShowOnFile();
    InvoiceId invoice = anInvoiceOnFile(show);
    ProviderRef comment = aRef();
    Delivery deferred =
        aReply(invoice, aRef(), comment, NOW)
            .ended(Delivery.Status.DEFERRED, SendReason.PLATFORM_AWAY, "");
    run(() -> stores().deliveries().save(deferred));
    run(() -> stores().deliveries().save(aReply(invoice, aRef(), comment, NOW)));

    assertRefused(
        () -> run(() -> stores().deliveries().save(aReply(invoice, aRef(), comment, NOW))));
  }

  @Test
  void credentialsInTheClear() throws SQLException {
    Integration integration = anIntegration(aWorkspaceOnFile(), SANDBOX);
    integration.connect(aKey("sk_very_secret"), "Shop", "…cret", NOW);
    run(() -> stores().integrations().save(integration));

    try (Connection connection = OPEN.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select credentials, integrations::text from integrations where id = '"
                    + integration.id().value()
                    + "'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).startsWith("test:");
      assertThat(row.getString(2)).contains("Shop").doesNotContain("very_secret", "signs for");
    }
  }

  @Test
  void credentialsOfAnotherWorkspace() {
    Integration mine = anIntegration(aWorkspaceOnFile(), SANDBOX);
    mine.connect(aKey("mine"), "Mine", "mine", NOW);
    Integration theirs = anIntegration(aWorkspaceOnFile(), SANDBOX);
    theirs.connect(aKey("theirs"), "Theirs", "eirs", NOW);
    run(
        () -> {
          stores().integrations().save(mine);
          stores().integrations().save(theirs);
        });
    OPEN.database()
        .run(
            "update integrations set credentials = (select credentials from integrations where id = '"
                + theirs.id().value()
                + "') where id = '"
                + mine.id().value()
                + "'");

    assertThat(write(() -> stores().integrations().find(theirs.id()))).isPresent();
    assertThatThrownBy(() -> write(() -> stores().integrations().find(mine.id())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("theirs");
    OPEN.database()
        .run(
            "update integrations set credentials = null, connected_at = null, connected_account = null");
  }

  private static void assertRefused(ThrowingCallable work) {
    assertThatThrownBy(work).rootCause().hasMessageContaining("violates");
  }
}
