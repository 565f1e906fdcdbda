package dev.stagedoor.application.liveselling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages whose comments are listened to. */
class PageConnectionTest extends ConnectionScene {
  @Test
  void aPageIsListenedToAndLeftAloneAfterwards() {
    assertThat(house.channels().isListening(sale.page())).isTrue();
    assertThat(view(Sale.FACEBOOK).account()).isEqualTo(sale.page().page().value());
    assertThat(view(Sale.FACEBOOK).toString()).doesNotContain(sale.page().token().reveal());

    disconnect(Sale.FACEBOOK);

    assertThat(house.channels().isListening(sale.page())).isFalse();
    disconnect(Sale.FACEBOOK);
    assertThat(view(Sale.FACEBOOK).status()).isEqualTo("inactive");
  }

  @Test
  void aPageOfTwoWorkspacesIsLeftAloneAfterTheLast() {
    Actor other = house.aFamily().actor();
    house.stagedoor().workspaces().create(other, "Other", Optional.empty());
    connectPage(other, sale.page());

    disconnect(Sale.FACEBOOK);
    assertThat(house.channels().isListening(sale.page())).isTrue();

    house.stagedoor().integrations().disconnect(other, Sale.MINE, Sale.FACEBOOK);
    assertThat(house.channels().isListening(sale.page())).isFalse();
  }

  private void connectPage(Actor actor, Channel page) {
    connections.connect(
        actor,
        Sale.MINE,
        Sale.FACEBOOK,
        new ConnectPage(" " + page.page().value(), page.token(), Optional.empty()));
  }

  @Test
  void anotherPageTakesThePlaceOfTheFirst() {
    Channel another = house.channels().page();

    connectPage(sale.operator(), another);

    assertThat(house.channels().isListening(another)).isTrue();
    assertThat(house.channels().isListening(sale.page())).isFalse();
  }

  @Test
  void aPlatformThatIsDownKeepsNobodyFromDisconnecting() {
    house.channels().fail(FarSideFailure.DOWN);

    disconnect(Sale.FACEBOOK);

    assertThat(view(Sale.FACEBOOK).status()).isEqualTo("inactive");
  }

  @ParameterizedTest
  @CsvSource({"DISCONNECTED, revoked", "NOT_PERMITTED, not_permitted"})
  void aTokenThatIsNotTakenIsRefused(Why why, String reason) {
    Channel page = house.channels().refusing(why);

    assertThatThrownBy(() -> connectPage(sale.operator(), page))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.facts()).containsEntry("reason", reason));

    assertThat(sale.integration(Sale.FACEBOOK).account()).isEqualTo(sale.page().page().value());
  }
}
