package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ShowId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators see and are told of claims. */
class ClaimViewsTest extends ClaimScene {
  @Test
  void operatorsAreToldWhatAClaimChanges() {
    sale.item(12, 1);
    sale.says("Bob", "12", 20);
    int before = sale.news().size();

    sale.says("Ann", "12", 10);

    assertThat(sale.newsSince(before))
        .containsExactly(
            "claim.created",
            "claim.changed",
            "item.changed",
            "buyer.updated",
            "buyer.updated",
            "comment.received");
    LiveUpdate created = sale.news().get(before);
    ClaimView ann =
        claims.list(sale.operator, sale.show, Optional.of("active"), page()).items().get(0);
    assertThat(created.data())
        .isEqualTo(
            Map.of(
                "claim",
                Map.ofEntries(
                    Map.entry("id", ann.id().toString()),
                    Map.entry("itemNumber", 12),
                    Map.entry("itemTitle", "Vase 12"),
                    Map.entry("quantity", 1),
                    Map.entry("granted", 1),
                    Map.entry("status", "active"),
                    Map.entry("platformUserId", "id-Ann"),
                    Map.entry("handle", "Ann"),
                    Map.entry("commentId", ann.commentId().orElseThrow()),
                    Map.entry("postedAt", sale.at(10).toString()),
                    Map.entry("createdAt", ann.createdAt().toString()))));
  }

  @Test
  void operatorsAreToldOfACancelledClaimAndOfWhoMovesUp() {
    sale.item(12, 1);
    sale.says("Ann", "12", 1);
    sale.says("Bob", "12", 2);
    int before = sale.news().size();

    claims.cancel(sale.operator, sale.show, sale.claimOf("Ann", 12));

    assertThat(sale.newsSince(before))
        .containsExactly(
            "claim.cancelled", "claim.changed", "item.changed", "buyer.updated", "buyer.updated");
  }

  @Test
  void claimsAreListedByStatus() {
    sale.item(12, 2);
    sale.says("Ann", "12", 1);
    sale.says("Bob", "12", 2);
    sale.says("Cat", "12", 3);
    sale.says("Dan", "12", 4);
    claims.cancel(sale.operator, sale.show, sale.claimOf("Dan", 12));
    bill("Ann", 12);

    assertThat(handles("active")).containsExactly("Bob");
    assertThat(handles("waiting")).containsExactly("Cat");
    assertThat(handles("billed")).containsExactly("Ann");
    assertThat(handles("cancelled")).containsExactly("Dan");
    assertRefused(CommonError.INVALID_VALUE, () -> handles("strange"));
  }

  private List<String> handles(String status) {
    return claims.list(sale.operator, sale.show, Optional.of(status), page()).items().stream()
        .map(ClaimView::handle)
        .toList();
  }

  private static PageRequest page() {
    return PageRequest.first();
  }

  @Test
  void aBuyersPiecesAreRolledUp() {
    sale.item(7, 5);
    sale.item(9, 1);
    sale.says("Ann", "7 x2", 1);
    sale.says("Ann", "9", 2);
    sale.says("Bob", "9", 3);

    assertThat(claims.buyers(sale.operator, sale.show))
        .singleElement()
        .satisfies(ann -> assertThat(ann.handle()).isEqualTo("Ann"))
        .satisfies(ann -> assertThat(ann.totalCents()).isEqualTo(3 * 1_250))
        .satisfies(ann -> assertThat(ann.items()).hasSize(2));
  }

  @Test
  void onlyOperatorsSeeOrTouchWhatIsInAShow() {
    sale.item(12, 1);
    sale.says("Ann", "12", 1);
    ClaimId claim = sale.claimOf("Ann", 12);
    Buyer bob = new Buyer("id-Bob", "Bob");
    NewComment comment = new NewComment(bob, "12", Optional.empty(), Optional.empty());
    Actor stranger = new LiveSale(sale.house).operator;

    for (ShowId show : List.of(sale.show, new ShowId(UUID.randomUUID()))) {
      for (Actor actor : List.of(stranger, Actor.visitor())) {
        CommonError refusal =
            actor.isSignedIn() ? CommonError.NOT_FOUND : CommonError.NOT_SIGNED_IN;
        assertRefused(refusal, () -> claims.comment(actor, show, comment));
        assertRefused(refusal, () -> claims.list(actor, show, Optional.empty(), page()));
        assertRefused(refusal, () -> claims.list(actor, show, Optional.of("strange"), page()));
        assertRefused(refusal, () -> claims.claim(actor, show, bob, 12, 0));
        assertRefused(refusal, () -> claims.cancel(actor, show, claim));
        assertRefused(refusal, () -> claims.buyers(actor, show));
        assertRefused(refusal, () -> claims.comments(actor, show, page()));
      }
    }
    assertThat(sale.line(12)).containsExactly("Ann 1/1");
    claims.cancel(sale.house.admin().actor(), sale.show, claim);
    assertThat(sale.line(12)).isEmpty();
  }

  @Test
  void aClaimOfAnotherShowIsNotThere() {
    LiveSale other = new LiveSale(sale.house);
    other.item(12, 1);
    other.says("Ann", "12", 1);

    assertRefused(
        CommonError.NOT_FOUND,
        () -> claims.cancel(sale.operator, sale.show, other.claimOf("Ann", 12)));
    assertThat(other.line(12)).containsExactly("Ann 1/1");
  }
}
