package dev.stagedoor.application.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.VideoEvent;
import java.util.Optional;

/** A family that broadcasts. */
abstract class MemorialStreamScene {
  final InMemoryStagedoor house = new InMemoryStagedoor();
  final MemorialStreamService streams = house.stagedoor().memorialStreams();
  final InMemoryStagedoor.Family family = house.aFamily();

  static LiveStream.Details called(String title) {
    return new LiveStream.Details(title, "", Optional.empty(), true, true);
  }

  StreamView planned() {
    return planned(family);
  }

  static LiveStreamId id(StreamView stream) {
    return new LiveStreamId(stream.id());
  }

  LiveInput input(StreamView stream) {
    return house.stream(id(stream)).input().orElseThrow();
  }

  StreamView live() {
    StreamView stream = planned();
    streams.start(family.actor(), id(stream));
    house.video().setNow(house.clock().instant());
    assertThat(house.video().connect(input(stream))).isTrue();
    house.deliver(
        house
            .webhooks()
            .delivery(new VideoEvent.EncoderConnected(input(stream).ref(), house.video().now())));
    return streams.get(family.actor(), id(stream));
  }

  StreamView planned(InMemoryStagedoor.Family by) {
    return streams.create(by.actor(), by.memorial(), called("Service"));
  }
}
