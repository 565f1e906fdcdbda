package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.port.Recordings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the assets that Mux made of live streams, which it does by itself. */
final class MuxRecordings implements Recordings {
  private final MuxApi api;
  private final MuxAddresses addresses;
  private final Clock clock;

  MuxRecordings(MuxApi api, MuxAddresses addresses, Clock clock) {
    this.api = api;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public List<RecordedVideo> of(ProviderRef input) {
    MuxApi.Pages<MuxAsset> pages =
        api.assets("recording.list", "live_stream_id", MuxApi.idOf(input));
    List<MuxAsset> found = new ArrayList<>();
    while (pages.hasNext()) {
      found.addAll(pages.next());
    }
    return found.stream()
        .sorted(Comparator.comparing(asset -> started(asset).orElse(Instant.MAX)))
        .map(asset -> describe(asset, addresses, clock.instant()))
        .toList();
  }

  private static Optional<Instant> started(MuxAsset asset) {
    return MuxMapping.time(asset.createdAt());
  }

  /** Describes a recording that Mux told of at this time. */
  static RecordedVideo describe(MuxAsset asset, MuxAddresses addresses, Instant toldAt) {
    RecordingStatus status =
        MuxMapping.recordingStatus(asset.status(), asset.live())
            .orElseThrow(() -> MuxApi.unreadable("answered an asset of a status nobody knows"));
    ProviderRef ref = MuxApi.ref(MuxApi.required(asset.id(), "an id"));
    Instant at = MuxMapping.end(asset).or(() -> started(asset)).orElse(toldAt);
    if (status != RecordingStatus.READY) {
      return new RecordedVideo(
          ref, status, Optional.empty(), Optional.empty(), Optional.empty(), at);
    }
    String playbackId =
        MuxMapping.playbackId(asset.playbackIds())
            .orElseThrow(() -> MuxApi.unreadable("answered a ready asset that cannot be played"));
    return new RecordedVideo(
        ref,
        status,
        Optional.of(addresses.playlist(playbackId)),
        MuxMapping.duration(asset.duration()),
        Optional.of(addresses.thumbnail(playbackId)),
        at);
  }

  @Override
  public String toString() {
    return "recordings of " + api;
  }
}
