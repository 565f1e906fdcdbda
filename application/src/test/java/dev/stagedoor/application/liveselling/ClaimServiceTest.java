package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whose claim is served, and when. */
class ClaimServiceTest extends ClaimScene {
  @Test
  void whoWritesInTheSameMomentIsServedInTheOrderOfArrivalAndWhoWroteBeforeThemFirst() {
    sale.item(12, 2);

    sale.says("Ann", "sold 12", 5);
    sale.says("Bob", "12", 5);
    sale.says("Cat", "12", 5);
    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Bob 1/1", "Cat 0/1");
    sale.says("Dan", "12", 4);

    assertThat(sale.line(12)).containsExactly("Dan 1/1", "Ann 1/1", "Bob 0/1", "Cat 0/1");
  }

  @Test
  void whoComesFirstIsServedFirstAndTheRestWait() {
    sale.item(12, 2);

    CommentResult ann = sale.says("Ann", "sold 12", 1);
    sale.says("Bob", "12", 2);
    CommentResult cat = sale.says("Cat", "mine 12", 3);

    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Bob 1/1", "Cat 0/1");
    assertThat(ann.ignored()).isEmpty();
    assertThat(ann.claims()).singleElement().extracting(ClaimView::status).isEqualTo("active");
    assertThat(cat.claims()).singleElement().extracting(ClaimView::status).isEqualTo("waiting");
    assertThat(sale.items().list(sale.operator, sale.show))
        .singleElement()
        .satisfies(item -> assertThat(item.claimed()).isEqualTo(2))
        .satisfies(item -> assertThat(item.waiting()).isEqualTo(1));
  }

  @Test
  void nobodyIsGivenMoreThanThereIs() {
    sale.item(12, 3);

    sale.says("Ann", "12 x2", 1);
    sale.says("Bob", "12 x2", 2);
    sale.says("Cat", "12", 3);

    assertThat(sale.line(12)).containsExactly("Ann 2/2", "Bob 1/2", "Cat 0/1");
  }

  @Test
  void aCommentThatArrivesLateHasThePlaceOfWhenItWasWritten() {
    sale.item(12, 1);
    sale.says("Bob", "12", 20);

    CommentResult ann = sale.says("Ann", "12", 10);

    assertThat(ann.claims()).singleElement().extracting(ClaimView::granted).isEqualTo(1);
    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Bob 0/1");
  }

  @Test
  void ofOneSecondWhoArrivedFirstIsFirst() {
    sale.item(12, 1);
    sale.says("Bob", "12", 10);
    sale.says("Ann", "12", 10);

    assertThat(sale.line(12)).containsExactly("Bob 1/1", "Ann 0/1");
  }

  @Test
  void whatIsOnAnInvoiceIsNeverTakenBack() {
    sale.item(12, 1);
    sale.says("Bob", "12", 20);
    bill("Bob", 12);

    sale.says("Ann", "12", 10);

    assertThat(sale.line(12)).containsExactlyInAnyOrder("Bob 1/1 billed", "Ann 0/1");
    assertRefused(
        LiveSellingError.CLAIM_BILLED,
        () -> claims.cancel(sale.operator, sale.show, sale.claimOf("Bob", 12)));
  }

  @Test
  void oneCommentClaimsSeveralItemsAndPassesOverThoseThatAreNot() {
    sale.item(7, 1);
    sale.item(9, 5);

    CommentResult result = sale.says("Ann", "mine 7 and 9 x2 and 11", 1);

    assertThat(result.claims()).hasSize(2);
    assertThat(sale.line(7)).containsExactly("Ann 1/1");
    assertThat(sale.line(9)).containsExactly("Ann 2/2");
  }

  @Test
  void whatMakesNoClaimIsKeptWithTheReason() {
    sale.item(12, 1);

    assertThat(sale.says("Ann", "hello", 1).ignored()).contains(IgnoredWhy.NO_CLAIM);
    assertThat(sale.says("Ann", "13", 2).ignored()).contains(IgnoredWhy.UNKNOWN_ITEM);
    assertThat(sale.says("Ann", "12", 3).ignored()).isEmpty();
    assertThat(sale.says("Ann", "12 x5!", 4).ignored()).contains(IgnoredWhy.ALREADY_CLAIMED);
    assertThat(sale.says("Ann", "12", -2).ignored()).contains(IgnoredWhy.NOT_LIVE);

    assertThat(sale.comments())
        .containsExactly("not_live", "no_claim", "unknown_item", "-", "already_claimed");
    assertThat(sale.line(12)).containsExactly("Ann 1/1");
  }

  @Test
  void aCommentOfOneIdCountsOnce() {
    sale.item(12, 9);
    sale.says("Ann", "12", 1, Optional.of("c-1"));

    CommentResult again = sale.says("Bob", "12 x3", 2, Optional.of("c-1"));

    assertThat(again.ignored()).contains(IgnoredWhy.DUPLICATE);
    assertThat(again.claims()).isEmpty();
    assertThat(sale.line(12)).containsExactly("Ann 1/1");
    assertThat(sale.comments()).containsExactly("-");
  }

  @Test
  void ofWhatSomebodySaysTwiceTheFirstCountsInWhateverOrderItArrives() {
    sale.item(12, 1);
    sale.says("Ann", "12 x3", 30);
    sale.says("Bob", "12", 20);

    CommentResult first = sale.says("Ann", "12", 10);

    assertThat(first.claims()).hasSize(1);
    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Bob 0/1");
    assertThat(sale.comments()).containsExactly("-", "-", "already_claimed");
  }

  @Test
  void aCommentThatGaveWayInPartStillStandsForTheRest() {
    sale.item(7, 1);
    sale.item(9, 1);
    sale.says("Ann", "7 and 9", 30);

    sale.says("Ann", "7", 10);

    assertThat(sale.line(7)).containsExactly("Ann 1/1");
    assertThat(sale.line(9)).containsExactly("Ann 1/1");
    assertThat(sale.comments()).containsExactly("-", "-");
  }

  @Test
  void aClaimByHandIsTheLastInTheLineAndNeedNotBeTheOnlyOne() {
    sale.item(12, 2);
    sale.says("Ann", "12", 5);

    ClaimView byHand = claims.claim(sale.operator, sale.show, new Buyer("id-Ann", "Ann"), 12, 2);

    assertThat(byHand.granted()).isEqualTo(1);
    assertThat(byHand.commentId()).isEmpty();
    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Ann 1/2");
    assertThat(sale.says("Ann", "12", 6).ignored()).contains(IgnoredWhy.ALREADY_CLAIMED);
  }

  @Test
  void aClaimByHandIsBehindOnesOfAPlatformWhoseClockIsAhead() {
    sale.connectPage(LiveSale.PAGE).item(12, 1);
    sale.told(LiveSale.written("c-1", "Ann", "12", sale.at(30)));

    claims.claim(sale.operator, sale.show, new Buyer("id-Bob", "Bob"), 12, 1);

    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Bob 0/1");
  }

  @Test
  void nothingIsClaimedByHandThatIsNotThereOrBeforeTheShow() {
    sale.item(12, 1);
    Buyer ann = new Buyer("id-Ann", "Ann");
    ShowId planned = sale.plan("Later", Optional.empty());

    assertRefused(
        LiveSellingError.UNKNOWN_ITEM, () -> claims.claim(sale.operator, sale.show, ann, 13, 1));
    assertRefused(
        CommonError.INVALID_VALUE, () -> claims.claim(sale.operator, sale.show, ann, 12, 0));
    assertRefused(
        CommonError.INVALID_VALUE, () -> claims.claim(sale.operator, sale.show, ann, 12, 1000));
    assertRefused(
        LiveSellingError.SHOW_STATUS, () -> claims.claim(sale.operator, planned, ann, 12, 1));
  }

  @Test
  void whoWaitsMovesUpWhenAClaimIsCancelled() {
    sale.item(12, 2);
    sale.says("Ann", "12 x2", 1);
    sale.says("Bob", "12", 2);
    sale.says("Cat", "12 x2", 3);

    claims.cancel(sale.operator, sale.show, sale.claimOf("Ann", 12));

    assertThat(sale.line(12)).containsExactly("Bob 1/1", "Cat 1/2");
  }

  @Test
  void cancellingAgainChangesNothing() {
    sale.item(12, 1);
    sale.says("Ann", "12", 1);
    ClaimId claim = sale.claimOf("Ann", 12);
    claims.cancel(sale.operator, sale.show, claim);
    int before = sale.news().size();

    claims.cancel(sale.operator, sale.show, claim);

    assertThat(sale.news()).hasSize(before);
    assertThat(sale.line(12)).isEmpty();
  }

  @Test
  void whoseClaimWasCancelledCanClaimAgainAtTheEnd() {
    sale.item(12, 1);
    sale.says("Ann", "12", 1);
    sale.says("Bob", "12", 2);
    claims.cancel(sale.operator, sale.show, sale.claimOf("Ann", 12));

    assertThat(sale.says("Ann", "12", 3).ignored()).isEmpty();

    assertThat(sale.line(12)).containsExactly("Bob 1/1", "Ann 0/1");
  }

  @Test
  void whatIsWrittenWhileTheShowIsLiveCountsHoweverLateItArrives() {
    sale.item(12, 5);
    sale.house.clock().advance(Duration.ofMinutes(10));
    sale.shows().end(sale.operator, sale.show);
    sale.house.clock().advance(Duration.ofHours(2));

    assertThat(sale.says("Ann", "12", 60).ignored()).isEmpty();
    assertThat(sale.says("Bob", "12", 600).ignored()).isEmpty();
    assertThat(sale.says("Cat", "12", 601).ignored()).contains(IgnoredWhy.NOT_LIVE);
    assertThat(sale.says("Dan", "12", -1).ignored()).contains(IgnoredWhy.NOT_LIVE);
    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Bob 1/1");
  }

  @Test
  void aCommentThatClaimsToBeOfTheFutureIsOfNow() {
    sale.item(12, 1);
    Instant tomorrow = sale.begin.plus(Duration.ofDays(1));

    CommentResult result =
        claims.comment(
            sale.operator,
            sale.show,
            new NewComment(
                new Buyer("id-Ann", "Ann"), "12", Optional.empty(), Optional.of(tomorrow)));

    assertThat(result.claims())
        .singleElement()
        .extracting(ClaimView::postedAt)
        .isEqualTo(sale.house.clock().instant());
  }

  @Test
  void anEnteredCommentWithoutIdOrTimeIsOneOfItsOwnAndOfNow() {
    sale.item(12, 5);
    NewComment entered =
        new NewComment(new Buyer("id-Ann", "Ann"), "12", Optional.empty(), Optional.empty());

    assertThat(claims.comment(sale.operator, sale.show, entered).ignored()).isEmpty();
    assertThat(claims.comment(sale.operator, sale.show, entered).ignored())
        .contains(IgnoredWhy.ALREADY_CLAIMED);
  }

  @Test
  void ofManyAtOnceNoneGetsWhatAnotherHas() {
    ItemId item = sale.item(12, 5);
    AtomicInteger people = new AtomicInteger();

    List<CommentResult> results =
        Race.of(
            16,
            () -> {
              int number = people.incrementAndGet();
              return claims.comment(
                  sale.operator,
                  sale.show,
                  new NewComment(
                      new Buyer("id-" + number, "Buyer " + number),
                      "12",
                      Optional.of("c-" + number),
                      Optional.of(sale.at(0))));
            });

    assertThat(results).allSatisfy(result -> assertThat(result.claims()).hasSize(1));
    assertThat(results)
        .filteredOn(result -> result.claims().get(0).status().equals("active"))
        .hasSize(5);
    assertThat(sale.items().list(sale.operator, sale.show))
        .filteredOn(view -> view.id().equals(item.value()))
        .singleElement()
        .satisfies(view -> assertThat(view.claimed()).isEqualTo(5))
        .satisfies(view -> assertThat(view.waiting()).isEqualTo(11));
  }

  @Test
  void oneCommentThatComesManyTimesAtOnceClaimsOnce() {
    sale.item(12, 50);

    List<CommentResult> results =
        Race.of(
            16,
            () ->
                claims.comment(
                    sale.operator,
                    sale.show,
                    new NewComment(
                        new Buyer("id-Ann", "Ann"),
                        "12",
                        Optional.of("c-1"),
                        Optional.of(sale.at(0)))));

    assertThat(results).filteredOn(result -> !result.claims().isEmpty()).hasSize(1);
    assertThat(results)
        .filteredOn(result -> result.ignored().equals(Optional.of(IgnoredWhy.DUPLICATE)))
        .hasSize(15);
    assertThat(sale.line(12)).containsExactly("Ann 1/1");
  }
}
