package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.VideoWorld;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A video provider in memory, both sides of it: the ports, and the world a test arranges. Its clock
 * goes on by ten seconds with everything an encoder does.
 */
public final class FakeVideo implements LiveIngest, Recordings, VideoWorld {
  private static final Duration STEP = Duration.ofSeconds(10);

  private final ProviderId id;
  private final Map<IdempotencyKey, Input> byKey = new LinkedHashMap<>();
  private int inputsMade;
  private Instant now = Instant.parse("2025-06-01T10:00:00Z");
  private @Nullable FarSideFailure failure;
  private boolean losesNextAnswer;
  private boolean makesAnewAfterDeletion;

  /** One live input on the far side. */
  private static final class Input {
    private final NewLiveInput wanted;
    private final LiveInput made;
    private final List<RecordedVideo> recordings = new ArrayList<>();
    private boolean enabled = true;
    private boolean deleted;
    private @Nullable Instant connectedSince;
    private @Nullable Instant disconnectedAt;
    private long viewers;

    private Input(NewLiveInput wanted, LiveInput made) {
      this.wanted = wanted;
      this.made = made;
    }
  }

  public FakeVideo() {
    this("fake");
  }

  public FakeVideo(String provider) {
    this.id = new ProviderId(provider);
  }

  /** Returns this provider as the registry takes it. */
  public VideoProvider provider() {
    return new VideoProvider(id, this, this);
  }

  @Override
  public synchronized LiveInput create(NewLiveInput wanted) {
    return call(() -> made(wanted).made);
  }

  private Input made(NewLiveInput wanted) {
    Input known = byKey.get(wanted.key());
    if (known != null && known.deleted && !makesAnewAfterDeletion) {
      throw new ProviderException(id, ProviderException.Kind.REJECTED, "the input was deleted");
    }
    if (known != null && !known.deleted) {
      return known;
    }
    Input made = new Input(wanted, make());
    byKey.put(wanted.key(), made);
    return made;
  }

  private LiveInput make() {
    inputsMade++;
    String name = "input-" + inputsMade;
    return new LiveInput(
        new ProviderRef(id, name),
        new IngestCredentials(
            Optional.of(
                new IngestCredentials.Rtmp(
                    "rtmps://live.fake.test:443/live/", Secret.of("key-of-" + name))),
            Optional.of(Secret.of("srt://live.fake.test:778?passphrase=pass-of-" + name)),
            Optional.empty()),
        "https://play.fake.test/" + name + "/manifest/video.m3u8");
  }

  @Override
  public synchronized void enable(ProviderRef input) {
    call(() -> known(input).enabled = true);
  }

  @Override
  public synchronized void disable(ProviderRef input) {
    call(
        () -> {
          found(input)
              .ifPresent(
                  known -> {
                    known.enabled = false;
                    end(known);
                  });
          return input;
        });
  }

  @Override
  public synchronized void delete(ProviderRef input) {
    call(
        () -> {
          found(input)
              .ifPresent(
                  known -> {
                    end(known);
                    known.deleted = true;
                  });
          return input;
        });
  }

  @Override
  public synchronized IngestState state(ProviderRef input) {
    return call(
        () -> {
          Input known = known(input);
          return new IngestState(
              Optional.ofNullable(known.connectedSince),
              Optional.ofNullable(known.disconnectedAt),
              OptionalLong.of(known.connectedSince == null ? 0 : known.viewers));
        });
  }

  @Override
  public synchronized List<RecordedVideo> of(ProviderRef input) {
    return call(() -> found(input).map(known -> List.copyOf(known.recordings)).orElse(List.of()));
  }

  private <T> T call(Supplier<T> work) {
    if (failure != null) {
      throw new ProviderException(
          id,
          failure.kinds().iterator().next(),
          failure.name(),
          failure == FarSideFailure.THROTTLED ? Duration.ofSeconds(7) : null,
          null);
    }
    T answer = work.get();
    if (losesNextAnswer) {
      losesNextAnswer = false;
      throw new ProviderException(id, ProviderException.Kind.UNREADABLE, "the answer was lost");
    }
    return answer;
  }

  private Optional<Input> found(ProviderRef ref) {
    return byKey.values().stream().filter(input -> input.made.ref().equals(ref)).findFirst();
  }

  private Input known(ProviderRef ref) {
    return found(ref)
        .filter(input -> !input.deleted)
        .orElseThrow(
            () -> new ProviderException(id, ProviderException.Kind.REJECTED, "no such live input"));
  }

  private void end(Input input) {
    if (input.connectedSince == null) {
      return;
    }
    now = now.plus(STEP);
    input.disconnectedAt = now;
    input.recordings.add(
        new RecordedVideo(
            new ProviderRef(
                id, input.made.ref().value() + "-recording-" + (input.recordings.size() + 1)),
            RecordingStatus.PROCESSING,
            Optional.empty(),
            Optional.of(Duration.between(input.connectedSince, now)),
            Optional.empty(),
            now));
    input.connectedSince = null;
  }

  @Override
  public synchronized boolean connect(LiveInput input) {
    Optional<Input> open = found(input.ref()).filter(known -> known.enabled && !known.deleted);
    now = now.plus(STEP);
    open.filter(known -> known.connectedSince == null)
        .ifPresent(known -> known.connectedSince = now);
    return open.isPresent();
  }

  @Override
  public synchronized void disconnect(LiveInput input) {
    end(found(input.ref()).orElseThrow());
  }

  @Override
  public synchronized void finishRecordings() {
    now = now.plus(STEP);
    for (Input input : byKey.values()) {
      input.recordings.replaceAll(
          video -> video.status() == RecordingStatus.READY ? video : ready(video));
    }
  }

  private RecordedVideo ready(RecordedVideo video) {
    return new RecordedVideo(
        video.ref(),
        RecordingStatus.READY,
        Optional.of("https://play.fake.test/" + video.ref().value() + "/manifest/video.m3u8"),
        video.duration(),
        Optional.of("https://play.fake.test/" + video.ref().value() + "/thumbnail.jpg"),
        now);
  }

  @Override
  public synchronized void loseNextAnswer() {
    losesNextAnswer = true;
  }

  @Override
  public synchronized void fail(FarSideFailure how) {
    failure = how;
  }

  @Override
  public synchronized void recover() {
    failure = null;
  }

  /** Makes the provider unreachable, or reachable again. */
  public synchronized void setDown(boolean down) {
    failure = down ? FarSideFailure.DOWN : null;
  }

  @Override
  public synchronized int inputsOf(LiveStreamId stream) {
    return (int)
        byKey.values().stream()
            .filter(input -> !input.deleted && input.wanted.stream().equals(stream))
            .count();
  }

  /** Counts the inputs that were made and not deleted. */
  public synchronized long inputs() {
    return byKey.values().stream().filter(input -> !input.deleted).count();
  }

  /**
   * Sets what becomes of a wish under the key of an input that was deleted: refused, as by a
   * provider that remembers keys, or met by a new input, as by one that goes by what it holds.
   */
  public synchronized void makesAnewAfterDeletion(boolean anew) {
    makesAnewAfterDeletion = anew;
  }

  /** Sets how many watch an input while its encoder is connected. */
  public synchronized void setViewers(ProviderRef input, long viewers) {
    found(input).orElseThrow().viewers = viewers;
  }

  /** Tells whether encoders may connect to an input. */
  public synchronized boolean isEnabled(ProviderRef input) {
    return found(input).filter(known -> known.enabled && !known.deleted).isPresent();
  }

  /** Returns the time on the far side, for events made by hand. */
  public synchronized Instant now() {
    return now;
  }

  /** Sets the time on the far side. */
  public synchronized void setNow(Instant instant) {
    now = instant;
  }
}
