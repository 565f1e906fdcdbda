package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.util.Optional;

/** Opens the pages of a memorial for its family, and for a visitor. */
abstract class MemorialPagesScene {
  /** Is started once for all who look at these pages, and ends with the tests. */
  static final WebServer SERVER =
      WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");

  final InMemoryStagedoor house = SERVER.house();
  final InMemoryStagedoor.Family family = house.aFamily("Grace Hopper");
  final Visitor owner = Visitor.signedIn(SERVER, family.person());
  final Visitor stranger = new Visitor(SERVER);
  final String run = "/memorial/" + family.memorial().value();
  final String page = "/" + family.slug();

  // Schedule

  String[] schedule(String version, String... more) {
    String[] fields = {
      "version", version,
      "main.date", "2025-07-01",
      "main.time", "14:00",
      "main.timeZone", "America/New_York",
      "main.hours", "2",
      "main.name", "St. Mary's <Chapel>",
      "main.address", "12 Church Lane",
      "tier", "live",
      "photography", "on",
      "usbDrives", "0"
    };
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  String version() {
    return owner.open(run + "/schedule").is(200).field("version");
  }

  // Livestream

  LiveStreamId planned(boolean visible) {
    return new LiveStreamId(
        house
            .stagedoor()
            .memorialStreams()
            .create(
                family.actor(),
                family.memorial(),
                new LiveStream.Details("The service", "", Optional.empty(), visible, true))
            .id());
  }

  LiveStreamId live() {
    LiveStreamId stream = planned(true);
    house.stagedoor().memorialStreams().start(family.actor(), stream);
    LiveInput input = house.stream(stream).input().orElseThrow();
    house.video().setNow(house.clock().instant());
    house.video().connect(input);
    house.deliver(
        house
            .webhooks()
            .delivery(new VideoEvent.EncoderConnected(input.ref(), house.video().now())));
    return stream;
  }
}
