package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.providers.mux.MuxMapping.StreamStatus;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes and runs live streams at Mux, which records each broadcast by itself. */
final class MuxLiveIngest implements LiveIngest {
  private static final String STREAMS = "/video/v1/live-streams";

  private final MuxApi api;
  private final MuxAddresses addresses;
  private final Optional<MuxViewers> viewers;
  private final boolean testMode;

  MuxLiveIngest(
      MuxApi api, MuxAddresses addresses, Optional<MuxViewers> viewers, boolean testMode) {
    this.api = api;
    this.addresses = addresses;
    this.viewers = viewers;
    this.testMode = testMode;
  }

  /**
   * Mux knows no keys: what is there already is looked for in the list of all, from the newest back
   * to the time of the wish, as far as our id tells it.
   */
  @Override
  public LiveInput create(NewLiveInput wanted) {
    String reference = MuxReference.of(wanted.stream(), wanted.key()).value();
    return describe(existing(wanted, reference).orElseGet(() -> make(wanted, reference)));
  }

  private Optional<MuxLiveStream> existing(NewLiveInput wanted, String reference) {
    MuxApi.Pages<MuxLiveStream> pages =
        api.streams("live_stream.list")
            .since(
                MuxReference.oldest(wanted.stream().value()),
                known -> MuxMapping.time(known.createdAt()));
    List<MuxLiveStream> found = new ArrayList<>();
    while (pages.hasNext()) {
      pages.next().stream()
          .filter(known -> reference.equals(known.passthrough()))
          .forEach(found::add);
    }
    // The oldest of two that were made at the same time; the list begins with the newest.
    return found.stream().reduce((newer, older) -> older);
  }

  private MuxLiveStream make(NewLiveInput wanted, String reference) {
    ObjectNode body = Json.object().put("passthrough", reference).put("test", testMode);
    body.putArray("playback_policies").add("public");
    body.putObject("meta").put("title", wanted.title());
    ObjectNode recording = body.putObject("new_asset_settings").put("passthrough", reference);
    recording.putArray("playback_policies").add("public");
    Answer answer = api.http().post("live_stream.create", STREAMS).json(body).send();
    return MuxApi.data(answer, MuxLiveStream.class);
  }

  private LiveInput describe(MuxLiveStream stream) {
    String key = MuxApi.required(stream.streamKey(), "a stream key");
    String playbackId =
        MuxMapping.playbackId(stream.playbackIds())
            .orElseThrow(() -> MuxApi.unreadable("answered a live stream that cannot be played"));
    return new LiveInput(
        MuxApi.ref(MuxApi.required(stream.id(), "an id")),
        new IngestCredentials(
            Optional.of(new IngestCredentials.Rtmp(MuxAddresses.RTMPS, Secret.of(key))),
            Optional.ofNullable(stream.srtPassphrase())
                .filter(passphrase -> !passphrase.isBlank())
                .map(passphrase -> addresses.srt(key, passphrase)),
            Optional.empty()),
        addresses.playlist(playbackId));
  }

  @Override
  public void enable(ProviderRef input) {
    api.http().put("live_stream.enable", STREAMS + "/{}/enable", MuxApi.idOf(input)).send().json();
  }

  @Override
  public void disable(ProviderRef input) {
    api.http()
        .put("live_stream.disable", STREAMS + "/{}/disable", MuxApi.idOf(input))
        .expecting(MuxApi.NOT_FOUND)
        .send()
        .json();
  }

  @Override
  public void delete(ProviderRef input) {
    api.delete("live_stream.delete", STREAMS + "/{}", MuxApi.idOf(input));
  }

  /**
   * While an encoder may come back (the reconnect window, a minute) Mux says that it is still
   * there.
   */
  @Override
  public IngestState state(ProviderRef input) {
    MuxLiveStream stream =
        api.find("live_stream.read", MuxLiveStream.class, STREAMS + "/{}", input)
            .orElseThrow(() -> new ProviderException(Mux.ID, Kind.REJECTED, "no such live stream"));
    StreamStatus status =
        MuxMapping.streamStatus(stream.status())
            .orElseThrow(
                () -> MuxApi.unreadable("answered a live stream of a status nobody knows"));
    if (status != StreamStatus.ACTIVE) {
      return new IngestState(
          Optional.empty(),
          stream.lastAsset().flatMap(this::asset).flatMap(MuxMapping::end),
          viewers.isPresent() ? OptionalLong.of(0) : OptionalLong.empty());
    }
    MuxAsset running =
        Optional.ofNullable(stream.activeAssetId())
            .flatMap(this::asset)
            .orElseThrow(() -> MuxApi.unreadable("answered a broadcast without its asset"));
    return new IngestState(
        Optional.of(started(running)),
        Optional.empty(),
        viewers.map(counts -> counts.of(input.value())).orElse(OptionalLong.empty()));
  }

  private static Instant started(MuxAsset running) {
    return MuxMapping.lastStart(running)
        .or(() -> MuxMapping.time(running.createdAt()))
        .orElseThrow(() -> MuxApi.unreadable("answered a broadcast that never began"));
  }

  private Optional<MuxAsset> asset(String id) {
    return api.find("asset.read", MuxAsset.class, "/video/v1/assets/{}", MuxApi.ref(id));
  }

  @Override
  public String toString() {
    return "live streams of " + api;
  }
}
