package dev.stagedoor.application.liveselling;

import static dev.stagedoor.application.liveselling.LiveSale.ref;
import static dev.stagedoor.application.liveselling.LiveSale.removed;
import static dev.stagedoor.application.liveselling.LiveSale.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Contact;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CommentIntakeTest {
  private final LiveSale sale = new LiveSale().connectPage(LiveSale.PAGE);

  private Optional<Contact> contact(WorkspaceId workspace, String person) {
    return sale.house
        .unitOfWork()
        .read(() -> sale.house.liveSelling().contacts().find(workspace, ref(person)));
  }

  @Test
  void aCommentUnderTheBroadcastClaims() {
    sale.item(12, 1);

    sale.told(written("c-1", "Ann", "sold 12", sale.at(1)));

    assertThat(sale.line(12)).containsExactly("Ann 1/1");
    assertThat(sale.comments()).containsExactly("-");
  }

  @Test
  void aCommentThatIsToldAgainOrChangedCountsOnce() {
    sale.item(12, 9);
    sale.told(written("c-1", "Ann", "12", sale.at(1)));

    sale.told(written("c-1", "Ann", "12", sale.at(1)));
    sale.told(written("c-1", "Ann", "12 x5", sale.at(1)));

    assertThat(sale.line(12)).containsExactly("Ann 1/1");
    assertThat(sale.comments()).hasSize(1);
  }

  @Test
  void aRemovedCommentGivesItsClaimsUpAndOthersMoveUp() {
    sale.item(7, 1);
    sale.item(9, 1);
    sale.told(written("c-1", "Ann", "7 and 9", sale.at(1)));
    sale.told(written("c-2", "Bob", "9", sale.at(2)));
    int before = sale.news().size();

    sale.told(removed("c-1", sale.at(3)));

    assertThat(sale.line(7)).isEmpty();
    assertThat(sale.line(9)).containsExactly("Bob 1/1");
    assertThat(sale.comments()).containsExactly("removed", "-");
    assertThat(sale.newsSince(before)).contains("claim.cancelled", "comment.received");
    int after = sale.news().size();
    sale.told(removed("c-1", sale.at(3)));
    assertThat(sale.news()).hasSize(after);
  }

  @Test
  void aCommentWhoseRemovalCameFirstIsIgnored() {
    sale.item(12, 1);

    sale.told(removed("c-1", sale.at(2)));
    sale.told(written("c-1", "Ann", "12", sale.at(1)));

    assertThat(sale.line(12)).isEmpty();
    assertThat(sale.comments()).containsExactly("removed");
  }

  @Test
  void whoSaidItAgainKeepsThatWhenTheFirstIsRemoved() {
    sale.item(7, 1);
    sale.item(9, 1);
    sale.told(
        written("c-1", "Ann", "7 and 9", sale.at(1)),
        written("c-2", "Bob", "9", sale.at(2)),
        written("c-3", "Ann", "9", sale.at(3)));

    sale.told(removed("c-1", sale.at(4)));

    assertThat(sale.line(7)).isEmpty();
    assertThat(sale.line(9)).containsExactly("Bob 1/1", "Ann 0/1");
    assertThat(sale.comments()).containsExactly("removed", "-", "-");
  }

  @Test
  void whatTheOperatorCancelledDoesNotComeBackByARemoval() {
    sale.item(12, 1);
    sale.told(written("c-1", "Ann", "12", sale.at(1)));
    sale.claims().cancel(sale.operator, sale.show, sale.claimOf("Ann", 12));
    sale.told(written("c-2", "Ann", "12", sale.at(2)), removed("c-2", sale.at(3)));

    assertThat(sale.line(12)).isEmpty();
  }

  @Test
  void whoHasAClaimByHandNeedsNoOtherWhenACommentIsRemoved() {
    sale.item(12, 5);
    sale.told(written("c-1", "Ann", "12", sale.at(1)), written("c-2", "Ann", "12", sale.at(2)));
    var unused = sale.claims().claim(sale.operator, sale.show, new Buyer("id-Ann", "Ann"), 12, 3);

    sale.told(removed("c-1", sale.at(3)));

    assertThat(sale.line(12)).containsExactly("Ann 3/3");
  }

  @Test
  void aRemovalOfAnotherCommentTakesNothing() {
    sale.item(12, 1);
    sale.told(written("c-1", "Ann", "12", sale.at(1)));

    sale.told(removed("c-2", sale.at(2)));

    assertThat(sale.line(12)).containsExactly("Ann 1/1");
  }

  @Test
  void commentsOfThePageItselfClaimNothing() {
    sale.item(12, 1);

    sale.told(
        new ChannelEvent.CommentWritten(
            ref(LiveSale.PAGE),
            ref(LiveSale.POST),
            ref("c-1"),
            Optional.of(ref(LiveSale.PAGE)),
            Optional.of("Our page"),
            "sold 12",
            sale.at(1)));

    assertThat(sale.line(12)).isEmpty();
    assertThat(sale.comments()).containsExactly("own_page");
  }

  @Test
  void aCommentWithoutAuthorIsKeptForTheOperator() {
    sale.item(12, 1);

    sale.told(
        new ChannelEvent.CommentWritten(
            ref(LiveSale.PAGE),
            ref(LiveSale.POST),
            ref("c-1"),
            Optional.empty(),
            Optional.empty(),
            "sold 12",
            sale.at(1)));

    assertThat(sale.line(12)).isEmpty();
    assertThat(sale.comments()).containsExactly("no_author");
  }

  @Test
  void whoHasNoNameIsCalledByTheirId() {
    sale.item(12, 1);

    sale.told(
        new ChannelEvent.CommentWritten(
            ref(LiveSale.PAGE),
            ref(LiveSale.POST),
            ref("c-1"),
            Optional.of(ref("4711")),
            Optional.of(" "),
            "sold 12",
            sale.at(1)));

    assertThat(sale.line(12)).containsExactly("4711 1/1");
  }

  @Test
  void theLongestTextsAndNamesAreKeptAsFarAsTheyGo() {
    sale.item(12, 1);
    String text = "sold 12 " + "😀".repeat(ShowComment.MAX_TEXT);

    sale.told(
        new ChannelEvent.CommentWritten(
            ref(LiveSale.PAGE),
            ref(LiveSale.POST),
            ref("c-1"),
            Optional.of(ref("id-Ann")),
            Optional.of("a" + "😀".repeat(300)),
            text,
            sale.at(1)));

    assertThat(sale.line(12)).hasSize(1);
    assertThat(sale.claims().comments(sale.operator, sale.show, PageRequest.first()).items().get(0))
        .satisfies(comment -> assertThat(text).startsWith(comment.text()))
        .satisfies(comment -> assertThat(comment.text()).endsWith("😀"))
        .satisfies(comment -> assertThat(comment.handle().orElseThrow()).endsWith("😀"));
  }

  @Test
  void aCommentBelongsToTheWorkspaceThatHasItsPage() {
    LiveSale follower = new LiveSale(sale.house).connectPage("page-2");
    LiveSale pageless = new LiveSale(sale.house);
    for (LiveSale each : List.of(sale, follower, pageless)) {
      each.item(12, 1);
    }

    sale.told(written("c-1", "Ann", "12", sale.at(1)));
    sale.told(removed("c-2", sale.at(1)));

    assertThat(sale.line(12)).containsExactly("Ann 1/1");
    assertThat(follower.line(12)).isEmpty();
    assertThat(follower.comments()).isEmpty();
    assertThat(pageless.comments()).isEmpty();
  }

  @Test
  void aPageThatWasDisconnectedIsNotHeardAnyMore() {
    sale.item(12, 1);
    sale.house
        .unitOfWork()
        .run(
            () -> {
              var integrations = sale.house.liveSelling().integrations();
              var page = integrations.lock(sale.workspace, ShowService.PLATFORM).orElseThrow();
              page.disconnect(sale.at(0));
              integrations.save(page);
            });

    sale.told(written("c-1", "Ann", "12", sale.at(1)));

    assertThat(sale.comments()).isEmpty();
  }

  private List<String> commentsOf(ShowId show) {
    return sale.claims().comments(sale.operator, show, PageRequest.first()).items().stream()
        .map(CommentView::id)
        .sorted()
        .toList();
  }

  @Test
  void aCommentBelongsToTheShowThatBeganLastBeforeIt() {
    ShowId next = sale.plan("Next", Optional.of(LiveSale.POST));
    ShowId elsewhere = sale.plan("Elsewhere", Optional.of("page-1_post-2"));
    sale.item(12, 9);
    sale.told(written("c-1", "Ann", "12", sale.at(1)));
    sale.house.clock().advance(Duration.ofSeconds(10));
    var ended = sale.shows().end(sale.operator, sale.show);
    sale.told(written("c-2", "Bob", "12", sale.at(11)));
    sale.house.clock().advance(Duration.ofSeconds(10));
    var begun = sale.shows().start(sale.operator, next);

    sale.told(written("c-3", "Cem", "12", sale.at(30)));
    sale.told(written("c-4", "Dan", "12", sale.at(2)));

    assertThat(commentsOf(sale.show)).containsExactly("c-1", "c-2", "c-4");
    assertThat(sale.line(12)).containsExactly("Ann 1/1", "Dan 1/1");
    assertThat(commentsOf(next)).containsExactly("c-3");
    assertThat(commentsOf(elsewhere)).isEmpty();
  }

  @Test
  void beforeAnyShowHasBegunACommentBelongsToTheFirst() {
    ShowId first = sale.plan("First", Optional.of("page-1_post-3"));
    sale.house.clock().advance(Duration.ofSeconds(1));
    ShowId second = sale.plan("Second", Optional.of("page-1_post-3"));

    sale.told(
        new ChannelEvent.CommentWritten(
            ref(LiveSale.PAGE),
            ref("page-1_post-3"),
            ref("c-1"),
            Optional.of(ref("id-Ann")),
            Optional.of("Ann"),
            "12",
            sale.at(1)));

    assertThat(commentsOf(first)).containsExactly("c-1");
    assertThat(commentsOf(second)).isEmpty();
  }

  @Test
  void aRemovalReachesTheShowThatHasTheComment() {
    ShowId next = sale.plan("Next", Optional.of(LiveSale.POST));
    sale.item(12, 1);
    sale.told(written("c-1", "Ann", "12", sale.at(1)));
    sale.house.clock().advance(Duration.ofSeconds(10));
    var ended = sale.shows().end(sale.operator, sale.show);
    var begun = sale.shows().start(sale.operator, next);

    sale.told(removed("c-1", sale.at(20)));

    assertThat(sale.line(12)).isEmpty();
    assertThat(commentsOf(next)).isEmpty();
  }

  @Test
  void itemsThatAreAddedDuringTheShowAreClaimedFromThenOn() {
    sale.told(written("c-1", "Ann", "12", sale.at(1)));
    sale.item(12, 1);

    sale.told(written("c-2", "Bob", "12", sale.at(2)));

    assertThat(sale.comments()).containsExactly("unknown_item", "-");
    assertThat(sale.line(12)).containsExactly("Bob 1/1");
  }

  @Test
  void aBroadcastThatEndsDoesNotEndTheShow() {
    sale.item(12, 1);

    sale.told(
        new ChannelEvent.BroadcastChanged(
            ref(LiveSale.PAGE), ref(LiveSale.POST), false, sale.at(5)));
    sale.told(written("c-1", "Ann", "12", sale.at(6)));

    assertThat(sale.shows().get(sale.operator, sale.show).status()).isEqualTo("live");
    assertThat(sale.line(12)).containsExactly("Ann 1/1");
  }

  @Test
  void whoWritesToThePageCanBeAnsweredByTheWorkspacesThatHaveIt() {
    LiveSale other = new LiveSale(sale.house).connectPage("page-2");
    Instant last = sale.at(60);

    sale.told(new ChannelEvent.MessageReceived(ref(LiveSale.PAGE), ref("psid-1"), last));
    sale.told(new ChannelEvent.MessageReceived(ref(LiveSale.PAGE), ref("psid-1"), sale.at(30)));

    assertThat(contact(sale.workspace, "psid-1"))
        .contains(new Contact(sale.workspace, ref("psid-1"), Optional.empty(), Optional.of(last)));
    assertThat(contact(other.workspace, "psid-1")).isEmpty();
  }

  @Test
  void newsOfPagesThatAreNobodysDoNothing() {
    ProviderRef nobodys = ref("page-9");

    sale.told(
        new ChannelEvent.CommentWritten(
            nobodys,
            ref("page-9_post-1"),
            ref("c-1"),
            Optional.of(ref("id-Ann")),
            Optional.empty(),
            "12",
            sale.at(1)),
        new ChannelEvent.CommentRemoved(nobodys, ref("page-9_post-1"), ref("c-1"), sale.at(2)),
        new ChannelEvent.MessageReceived(nobodys, ref("psid-1"), sale.at(3)));

    assertThat(sale.comments()).isEmpty();
    assertThat(contact(sale.workspace, "psid-1")).isEmpty();
  }

  @Test
  void anyOrderOfArrivalEndsInTheSameState() {
    List<ChannelEvent> events =
        List.of(
            written("c-1", "Ann", "12", sale.at(1)),
            written("c-2", "Bob", "12", sale.at(2)),
            written("c-3", "Ann", "12 x2", sale.at(3)),
            written("c-4", "Ann", "12 x9", sale.at(4)),
            removed("c-1", sale.at(6)));
    var outcomes = new TreeSet<String>();

    for (List<ChannelEvent> order : permutations(events)) {
      LiveSale fresh = new LiveSale().connectPage(LiveSale.PAGE);
      fresh.item(12, 2);
      order.forEach(fresh::told);
      outcomes.add(fresh.line(12).toString());
    }

    assertThat(outcomes).containsExactly("[Bob 1/1, Ann 1/2]");
  }

  private static <T> List<List<T>> permutations(List<T> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      List<T> rest = new ArrayList<>(of);
      T first = rest.remove(i);
      for (List<T> order : permutations(rest)) {
        List<T> whole = new ArrayList<>();
        whole.add(first);
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }
}
