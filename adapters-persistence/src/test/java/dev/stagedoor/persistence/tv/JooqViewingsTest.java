package dev.stagedoor.persistence.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.contract.Crowd;
import dev.stagedoor.application.contract.ViewingsContract;
import dev.stagedoor.application.port.Viewings;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.Candidate;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.persistence.TestPersistence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqViewingsTest implements ViewingsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public TvPorts ports() {
    return OPEN.ports().tv();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @Test
  void whatIsCommittedAfterLaterTellingsWereGatheredIsGatheredToo() {
    Crowd crowd = new Crowd(this, ports());
    List<Audience> people = List.of(crowd.has("A"), crowd.has("A"), crowd.has("A"));
    OPEN.run(
        () -> {
          crowd.watches(people.get(0), "A");
          CompletableFuture.runAsync(
                  () -> {
                    crowd.watches(people.get(1), "A");
                    crowd.watches(people.get(2), "A");
                    crowd.gather(100);
                  })
              .join();
        });
    crowd.gather(100);

    assertThat(viewers(people.get(0))).containsExactly(3);
  }

  @Test
  void ofTwoServersThatGatherAtOnceEachCountsWhatTheOtherDoesNot() {
    Crowd crowd = new Crowd(this, ports());
    List<Audience> people = Stream.generate(() -> crowd.has("A", "B")).limit(40).toList();
    people.forEach(viewer -> crowd.watches(viewer, "A", "B"));
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> crowd.gather(3));
    crowd.gather(2);
    other.join();

    assertThat(viewers(people.get(0))).containsExactly(40, 40);
    assertThat(watchedTogether(people.get(0), "A"))
        .extracting(Candidate::score)
        .containsExactly(1000);
  }

  /** Its transactions are numbered anew, below what was gathered before. */
  @Test
  void aDatabaseThatWasRestoredIsGatheredAgain() {
    Crowd crowd = new Crowd(this, ports());
    List<Audience> people = List.of(crowd.has("A"), crowd.has("A"), crowd.has("A"));
    OPEN.database().run("update tv_gathered set until = '9000000000'");
    people.forEach(viewer -> crowd.watches(viewer, "A"));
    crowd.gather(100);

    assertThat(viewers(people.get(0))).containsExactly(3);
  }

  @Test
  void whatFewWatchedTogetherIsForgottenThoughManyWatchedEach() {
    Crowd crowd = new Crowd(this, ports());
    List<Audience> people = Stream.generate(() -> crowd.has("A", "B")).limit(5).toList();
    people.subList(0, 3).forEach(viewer -> crowd.watches(viewer, "A"));
    people.subList(1, 5).forEach(viewer -> crowd.watches(viewer, "B"));
    crowd.gather(100);

    int forgotten =
        OPEN.write(
            () ->
                ports().viewings().forget(crowd.now.plus(Viewings.RARE_KEPT).plusSeconds(1), 1000));
    crowd.watches(people.get(0), "B");
    crowd.gather(100);

    assertThat(forgotten).isGreaterThanOrEqualTo(2);
    assertThat(watchedTogether(people.get(0), "A")).isEmpty();
  }

  private List<Candidate> watchedTogether(Audience asks, String title) {
    return OPEN.read(
        () ->
            ports()
                .discovery()
                .watchedTogether(
                    asks, ports().discovery().find(asks, Crowd.id(title)).stream().toList(), 9));
  }

  private List<Integer> viewers(Audience asks) {
    return OPEN.read(
        () ->
            ports().discovery().trending(asks, TrendWindow.DAY, Optional.empty(), 10).stream()
                .map(TrendingItem::viewers)
                .toList());
  }
}
