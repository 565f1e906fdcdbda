package dev.stagedoor.providers.sandbox.video;

import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The far side of the video provider: what it keeps, and what players fetch from it. */
public final class SandboxVideo {
  private static final int RECENT = 200;

  private final Shelf<Input> inputs;
  private final Shelf<Made> keys;
  private final Deliveries deliveries;
  private final SandboxSettings settings;
  private final Addresses addresses;
  private final Clock clock;
  private final Ids ids;
  private final Tokens tokens;
  private final Viewers viewers = new Viewers();

  /** Which input was made under a key. */
  private record Made(String uid) {}

  public SandboxVideo(
      SandboxMemory memory,
      Deliveries deliveries,
      SandboxSettings settings,
      Addresses addresses,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    this.inputs = new Shelf<>(memory, "live-inputs", Input.class);
    this.keys = new Shelf<>(memory, "live-input-keys", Made.class);
    this.deliveries = deliveries;
    this.settings = settings;
    this.addresses = addresses;
    this.clock = clock;
    this.ids = ids;
    this.tokens = tokens;
  }

  /** Returns the video provider over this far side. */
  public VideoProvider provider(SandboxLine line) {
    return new VideoProvider(
        SandboxLine.ID,
        new SandboxLiveIngest(this, line, addresses),
        new SandboxRecordings(this, line, addresses));
  }

  /** Returns the encoder that can connect to any input whose key it has. */
  public Encoder encoder() {
    return new Encoder(this);
  }

  /** Returns at most {@code limit} inputs, the newest first. */
  public List<Input> newest(int limit) {
    return inputs.newest(limit);
  }

  /** Counts who watches an input now, as far as this instance knows. */
  public long viewers(Input input) {
    return input.running().isPresent() ? viewers.count(input.uid(), now()) : 0;
  }

  /**
   * Returns the playlist of a live input, and counts the viewer who asks; empty unless an encoder
   * is connected.
   */
  public Optional<String> livePlaylist(String uid, String viewer) {
    Optional<Input> running =
        inputs.find(uid).filter(input -> !input.deleted() && input.running().isPresent());
    running.ifPresent(input -> viewers.watch(uid, viewer, now()));
    return running.map(input -> TestPicture.live(input.broadcasts(), now()));
  }

  /** Returns the playlist of a recording, empty unless it is ready. */
  public Optional<String> recordedPlaylist(String recording) {
    return recording(recording).map(TestPicture::recording);
  }

  /** Tells whether there is a live input or a finished recording with this id. */
  public boolean exists(String id) {
    return inputs.find(id).isPresent() || recording(id).isPresent();
  }

  private Optional<Broadcast> recording(String recording) {
    int end = recording.lastIndexOf('r');
    return end < 0
        ? Optional.empty()
        : inputs
            .find(recording.substring(0, end))
            .flatMap(input -> input.broadcast(recording))
            .filter(this::isRecorded);
  }

  /** Tells whether the recording of a broadcast is ready. */
  public boolean isRecorded(Broadcast broadcast) {
    return broadcast
        .end()
        .filter(end -> !now().isBefore(end.plus(settings.recordingDelay())))
        .isPresent();
  }

  /** Makes the deliveries that a crash has kept from being made. */
  public void recover() {
    inputs.newest(RECENT).forEach(input -> deliveries.take(input.notices()));
  }

  /** Makes the one input there is under a key. */
  Input create(NewLiveInput wanted) {
    // The uid is part of the playback address: it must not follow from the stream's id.
    Made made = new Made(ids.next().toString().replace("-", ""));
    String key = wanted.key().value();
    String uid = keys.add(key, made) ? made.uid() : keys.find(key).orElse(made).uid();
    Input input =
        new Input(
            uid,
            wanted.stream().value(),
            wanted.title(),
            tokens.next().reveal() + "k" + uid,
            tokens.next().reveal(),
            true,
            false,
            now(),
            List.of(),
            List.of());
    return inputs.add(uid, input) ? input : inputs.find(uid).orElse(input);
  }

  Optional<Input> find(ProviderRef input) {
    return isOurs(input) ? inputs.find(input.value()) : Optional.empty();
  }

  Optional<Input> enable(ProviderRef input) {
    return change(input, known -> known.enabled(true));
  }

  Optional<Input> disable(ProviderRef input) {
    Instant now = now();
    return change(input, known -> ended(known, now).enabled(false));
  }

  void delete(ProviderRef input) {
    Instant now = now();
    change(input, known -> ended(known, now).remove());
  }

  Optional<Input> connect(ProviderRef input) {
    Instant now = now();
    return change(input, known -> known.connect(now));
  }

  Optional<Input> disconnect(ProviderRef input) {
    Instant now = now();
    return change(input, known -> ended(known, now));
  }

  private Input ended(Input input, Instant now) {
    return input.disconnect(now, settings.recordingDelay(), addresses);
  }

  private Optional<Input> change(ProviderRef input, UnaryOperator<Input> decision) {
    if (!isOurs(input)) {
      return Optional.empty();
    }
    Optional<Input> changed =
        inputs
            .change(input.value(), known -> known.deleted() ? known : decision.apply(known))
            .map(Shelf.Change::after);
    changed.ifPresent(
        known -> {
          deliveries.take(known.notices());
          if (known.running().isEmpty()) {
            viewers.leave(known.uid());
          }
        });
    return changed;
  }

  /** Finds the input whose key this is. */
  Optional<Input> byKey(Secret streamKey) {
    String key = streamKey.reveal();
    return inputs
        .find(key.substring(key.lastIndexOf('k') + 1))
        .filter(input -> Secret.of(input.streamKey()).equals(streamKey));
  }

  private static boolean isOurs(ProviderRef input) {
    return input.provider().equals(SandboxLine.ID);
  }

  // As precise as the product's own database, so that times can be compared.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
