package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.FACEBOOK;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aBuyer;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aComment;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of comments must do. */
public interface CommentRepositoryContract extends LiveSellingContract {
  private CommentRepository comments() {
    return stores().comments();
  }

  @Test
  default void anUnknownCommentIsAbsent() {
    ShowComment elsewhere = onFile(aComment(aShowOnFile(), aBuyer()));

    assertThat(stored(aShowOnFile(), elsewhere.id())).isEmpty();
    assertThat(stored(elsewhere.show(), "unknown")).isEmpty();
  }

  @Test
  default void aCommentComesBackAsItWasAdded() {
    ShowComment comment =
        new ShowComment(
            aShowOnFile(),
            "id with \"quotes\" नमस्ते",
            Optional.of(new Buyer("1", "Zoë")),
            "two\nlines \\ 💐 مرحبا",
            NOW,
            NOW.plusSeconds(1),
            Optional.empty(),
            Optional.of(IgnoredWhy.NO_CLAIM));
    assertThat(write(() -> comments().add(comment))).isTrue();

    assertThat(stored(comment.show(), comment.id())).contains(comment);
  }

  @Test
  default void aRemovalOfWhatHasNotComeLeavesAMark() {
    ShowComment mark =
        new ShowComment(
            aShowOnFile(),
            "gone",
            Optional.empty(),
            "",
            NOW,
            NOW,
            Optional.of(FACEBOOK),
            Optional.of(IgnoredWhy.REMOVED));
    onFile(mark);

    assertThat(stored(mark.show(), "gone")).contains(mark);
  }

  @Test
  default void aCommentIsAddedOnceInAShow() {
    ShowComment first = onFile(aComment(aShowOnFile(), aBuyer()));
    ShowComment again =
        new ShowComment(
            first.show(),
            first.id(),
            Optional.of(aBuyer()),
            "other",
            NOW.plusSeconds(9),
            NOW.plusSeconds(9),
            Optional.empty(),
            Optional.empty());
    ShowComment elsewhere =
        new ShowComment(
            aShowOnFile(),
            first.id(),
            first.author(),
            first.text(),
            NOW,
            NOW,
            Optional.empty(),
            Optional.empty());

    assertThat(write(() -> comments().add(again))).isFalse();
    assertThat(stored(first.show(), first.id())).contains(first);
    assertThat(write(() -> comments().add(elsewhere))).isTrue();
  }

  @Test
  default void workGoesOnAfterACommentThatWasThere() {
    ShowComment first = onFile(aComment(aShowOnFile(), aBuyer()));
    ShowComment second = aComment(first.show(), aBuyer());
    run(
        () -> {
          assertThat(comments().add(first)).isFalse();
          assertThat(comments().add(second)).isTrue();
        });

    assertThat(stored(first.show(), second.id())).contains(second);
  }

  @Test
  default void ofConcurrentAddsOfOneCommentExactlyOneAdds() {
    ShowComment comment = aComment(aShowOnFile(), aBuyer());

    assertThat(Race.of(6, () -> write(() -> comments().add(comment)))).containsOnlyOnce(true);
  }

  @Test
  default void whyItMadeNoClaimIsNotedAndNothingElseChanges() {
    ShowComment comment = onFile(aComment(aShowOnFile(), aBuyer()));
    ShowComment other = onFile(aComment(comment.show(), aBuyer()));
    for (IgnoredWhy why : IgnoredWhy.values()) {
      run(
          () ->
              comments()
                  .save(
                      new ShowComment(
                          comment.show(),
                          comment.id(),
                          Optional.of(aBuyer()),
                          "edited",
                          NOW.plusSeconds(9),
                          NOW.plusSeconds(9),
                          Optional.empty(),
                          Optional.of(why))));

      assertThat(stored(comment.show(), comment.id())).contains(comment.ignored(why));
    }
    assertThat(stored(other.show(), other.id())).contains(other);
  }

  @Test
  default void aCommentThatMadeNoClaimCanMakeOneLater() {
    ShowComment comment =
        onFile(aComment(aShowOnFile(), aBuyer()).ignored(IgnoredWhy.ALREADY_CLAIMED));

    run(() -> comments().save(comment.claiming()));

    assertThat(stored(comment.show(), comment.id())).contains(comment.claiming());
  }

  @Test
  default void aBuyersStandingCommentsComeOldestFirst() {
    ShowId show = aShowOnFile();
    Buyer buyer = aBuyer();
    ShowComment newer = onFile(aComment(show, buyer, NOW.plusSeconds(9)));
    ShowComment older =
        onFile(
            new ShowComment(
                show,
                "by hand",
                Optional.of(buyer),
                "12",
                NOW,
                NOW,
                Optional.empty(),
                Optional.of(IgnoredWhy.ALREADY_CLAIMED)));
    for (IgnoredWhy why : IgnoredWhy.values()) {
      if (why != IgnoredWhy.ALREADY_CLAIMED) {
        onFile(aComment(show, buyer, NOW.plusSeconds(1)).ignored(why));
      }
    }
    onFile(aComment(show, aBuyer(), NOW.plusSeconds(2)));
    onFile(aComment(aShowOnFile(), buyer, NOW.plusSeconds(3)));

    assertThat(write(() -> comments().standingOf(show, buyer.userId())))
        .containsExactly(older, newer);
  }

  @Test
  default void whatIsNotThereIsNotNoted() {
    ShowComment comment = aComment(aShowOnFile(), aBuyer());
    run(() -> comments().save(comment.ignored(IgnoredWhy.REMOVED)));

    assertThat(stored(comment.show(), comment.id())).isEmpty();
  }

  @Test
  default void aBuyersClaimingCommentsComeNewestFirst() {
    ShowId show = aShowOnFile();
    Buyer buyer = aBuyer();
    ShowComment older = onFile(aComment(show, buyer, NOW));
    ShowComment newer = onFile(aComment(show, buyer, NOW.plusSeconds(1)));
    ShowComment removed = onFile(aComment(show, buyer, NOW.plusSeconds(2)));
    run(() -> comments().save(removed.ignored(IgnoredWhy.REMOVED)));
    onFile(aComment(show, aBuyer(), NOW.plusSeconds(3)));
    onFile(aComment(aShowOnFile(), buyer, NOW.plusSeconds(4)));
    onFile(
        new ShowComment(
            show,
            "by hand",
            Optional.of(buyer),
            "12",
            NOW.plusSeconds(5),
            NOW,
            Optional.empty(),
            Optional.empty()));

    assertThat(write(() -> comments().claimingOf(show, buyer.userId(), 10)))
        .containsExactly(newer, older);
    assertThat(write(() -> comments().claimingOf(show, buyer.userId(), 1))).containsExactly(newer);
  }

  @Test
  default void aFailedUnitOfWorkAddsNothing() {
    ShowComment comment = aComment(aShowOnFile(), aBuyer());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      comments().add(comment);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> comments().add(comment))).isTrue();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ShowComment comment = aComment(aShowOnFile(), aBuyer());

    assertNeedsUnitOfWork(() -> comments().add(comment));
    assertNeedsUnitOfWork(() -> comments().find(comment.show(), comment.id()));
    assertNeedsUnitOfWork(() -> comments().save(comment.ignored(IgnoredWhy.REMOVED)));
    assertNeedsUnitOfWork(() -> comments().claimingOf(comment.show(), "1", 1));
    assertNeedsUnitOfWork(() -> comments().standingOf(comment.show(), "1"));
  }

  private Optional<ShowComment> stored(ShowId show, String id) {
    return write(() -> comments().find(show, id));
  }
}
