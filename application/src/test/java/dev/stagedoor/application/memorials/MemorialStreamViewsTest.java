package dev.stagedoor.application.memorials;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.video.StreamStatusView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.VideoError;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who sees streams and runs them, and how many there may be. */
class MemorialStreamViewsTest extends MemorialStreamScene {
  private static MemorialStreamService.Change nothing() {
    return new MemorialStreamService.Change(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static MemorialStreamService.Change showing(boolean isVisible, boolean isPublic) {
    return new MemorialStreamService.Change(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(isVisible),
        Optional.of(isPublic));
  }

  @Test
  void whatIsNotChangedStays() {
    StreamView stream = planned();

    StreamView changed =
        streams.change(
            family.actor(),
            id(stream),
            new MemorialStreamService.Change(
                Optional.of("Burial"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                Optional.empty()));

    assertThat(changed.title()).isEqualTo("Burial");
    assertThat(changed.isVisible()).isFalse();
    assertThat(changed.isPublic()).isTrue();
    assertThat(streams.change(family.actor(), id(stream), nothing()).title()).isEqualTo("Burial");
  }

  @Test
  void twoWhoChangeDifferentThingsAtOnceDoNotUndoEachOther() {
    LiveStreamId id = id(planned());
    for (int round = 0; round < 50; round++) {
      boolean shown = round % 2 == 0;
      String title = "Title " + round;
      Iterator<MemorialStreamService.Change> changes =
          List.of(
                  showing(shown, true),
                  new MemorialStreamService.Change(
                      Optional.of(title),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()))
              .iterator();
      Race.of(
          2,
          () -> {
            MemorialStreamService.Change change;
            synchronized (changes) {
              change = changes.next();
            }
            return streams.change(family.actor(), id, change);
          });

      StreamView after = streams.get(family.actor(), id);
      assertThat(after.title()).isEqualTo(title);
      assertThat(after.isVisible()).isEqualTo(shown);
    }
  }

  @Test
  void aVisitorCannotTellAStreamFromOneThatDoesNotExist() {
    Actor visitor = Actor.visitor();
    for (LiveStreamId id : List.of(id(planned()), new LiveStreamId(UUID.randomUUID()))) {
      assertRefused(CommonError.NOT_SIGNED_IN, () -> streams.get(visitor, id));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> streams.change(visitor, id, nothing()));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> streams.start(visitor, id));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> streams.stop(visitor, id));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> streams.checkRecordings(visitor, id));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> streams.remove(visitor, id));
    }
  }

  @Test
  void aHiddenStreamIsNotThereForVisitors() {
    StreamView stream = live();

    for (MemorialStreamService.Change hidden :
        List.of(showing(false, true), showing(true, false))) {
      streams.change(family.actor(), id(stream), hidden);

      assertThat(streams.visible(Actor.visitor(), family.memorial())).isEmpty();
      assertRefused(CommonError.NOT_FOUND, () -> streams.status(Actor.visitor(), id(stream)));
      assertThat(streams.status(family.actor(), id(stream)).status()).isEqualTo("live");
    }
  }

  @Test
  void statesAreToldOfManyStreamsAtOnceButOnlyOfThoseTheCallerMaySee() {
    StreamView seen = planned();
    StreamView hidden = planned();
    streams.change(family.actor(), id(hidden), showing(false, false));
    List<LiveStreamId> asked = List.of(id(seen), id(hidden), new LiveStreamId(UUID.randomUUID()));

    assertThat(streams.statuses(Actor.visitor(), asked))
        .extracting(StreamStatusView::id)
        .containsExactly(id(seen));
    assertThat(streams.statuses(family.actor(), asked))
        .extracting(StreamStatusView::id)
        .containsExactly(id(seen), id(hidden));
  }

  @Test
  void moreThanAHundredAreTooMany() {
    List<LiveStreamId> many =
        Stream.generate(() -> new LiveStreamId(UUID.randomUUID())).limit(101).toList();

    assertRefused(CommonError.INVALID_VALUE, () -> streams.statuses(Actor.visitor(), many));
    assertThat(streams.statuses(Actor.visitor(), many.subList(0, 100))).isEmpty();
  }

  @Test
  void aMemorialHasFiftyStreamsAtMost() {
    IntStream.range(0, 50).forEach(n -> planned());

    assertRefused(VideoError.TOO_MANY_STREAMS, this::planned);
  }

  @Test
  void ofManyWhoPlanTheFiftiethAtOnceOneDoes() {
    for (int round = 0; round < 20; round++) {
      InMemoryStagedoor.Family crowded = house.aFamily();
      IntStream.range(0, 49).forEach(n -> planned(crowded));

      assertThat(Race.of(8, () -> isPlanned(crowded))).containsOnlyOnce(true);
    }
  }

  private boolean isPlanned(InMemoryStagedoor.Family by) {
    try {
      var unused = planned(by);
      return true;
    } catch (DomainException tooMany) {
      assertThat(tooMany.code()).isEqualTo(VideoError.TOO_MANY_STREAMS);
      return false;
    }
  }

  @Test
  void onlyThoseWhoRunTheMemorialRunItsStreams() {
    StreamView stream = planned();
    Actor stranger = house.aFamily().actor();
    Stream.<Runnable>of(
            () -> streams.list(stranger, family.memorial()),
            () -> streams.create(stranger, family.memorial(), called("Mine")),
            () -> streams.get(stranger, id(stream)),
            () -> streams.change(stranger, id(stream), nothing()),
            () -> streams.start(stranger, id(stream)),
            () -> streams.stop(stranger, id(stream)),
            () -> streams.checkRecordings(stranger, id(stream)),
            () -> streams.remove(stranger, id(stream)))
        .forEach(attempt -> assertRefused(CommonError.NOT_ALLOWED, attempt::run));

    assertThat(streams.list(family.actor(), family.memorial())).hasSize(1);
  }

  @Test
  void anAdminSeesTheProvidersReference() {
    StreamView stream = planned();

    assertThat(streams.get(house.admin().actor(), id(stream)).providerRef())
        .hasValue(input(stream).ref());
  }
}
