package dev.stagedoor.application.video;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.StreamChanged;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps streams in step with their provider: takes in its webhooks, asks it about streams that are
 * on (viewers, and comings and goings nobody told us), and finds recordings after the end.
 */
public final class StreamKeeper {
  static final String AFTERCARE = "stream-aftercare";
  private static final Logger LOG = LoggerFactory.getLogger(StreamKeeper.class);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration WATCH_IDLE_FOR = Duration.ofHours(6);
  private static final Duration LOOK_FOR_RECORDINGS = Duration.ofHours(24);
  private static final int BATCH = 200;

  private final UnitOfWork work;
  private final LiveStreamRepository streams;
  private final VideoQueries queries;
  private final LiveStreamService service;
  private final StreamInputs inputs;
  private final LiveUpdates updates;
  private final Clock clock;
  private final Ids ids;

  public StreamKeeper(
      UnitOfWork work,
      LiveStreamRepository streams,
      VideoQueries queries,
      LiveStreamService service,
      VideoProviders providers,
      LiveUpdates updates,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.streams = streams;
    this.queries = queries;
    this.service = service;
    this.inputs = new StreamInputs(providers);
    this.updates = updates;
    this.clock = clock;
    this.ids = ids;
  }

  public RecurringJob watching() {
    return new RecurringJob("watch-streams", EVERY, this::watch);
  }

  public JobHandler aftercare() {
    return new JobHandler(AFTERCARE, this::careFor);
  }

  /** Lets webhooks of video providers in. Events about inputs that are not ours do nothing. */
  public EventHandler<VideoEvent> events() {
    return EventHandler.telling(VideoEvent.class, this::apply);
  }

  /** Tells the readers of a stream's subject that the stream changed. */
  public void tellReaders(StreamChanged changed) {
    updates.publish(
        new LiveUpdate(
            changed.subject(),
            "stream_status_changed",
            Map.of(
                "streamId",
                changed.stream().value().toString(),
                "status",
                changed.status().code(),
                "recordingReady",
                changed.recordingReady())));
  }

  private void apply(VideoEvent event) {
    Optional<LiveStream> ours = streams.lockByInput(event.input());
    if (ours.isEmpty()) {
      LOG.info("a webhook tells of {}, which is no stream of ours", event.input());
      return;
    }
    service.apply(ours.get(), stream -> changes(stream, event));
  }

  private List<Announcement> changes(LiveStream stream, VideoEvent event) {
    Instant now = clock.instant();
    if (event instanceof VideoEvent.EncoderConnected connected) {
      return stream.encoderConnected(connected.at(), now);
    }
    if (event instanceof VideoEvent.EncoderDisconnected disconnected) {
      return stream.encoderDisconnected(disconnected.at(), now);
    }
    if (event instanceof VideoEvent.IngestFailed failed) {
      return stream.ingestFailed(failed.at(), now);
    }
    VideoEvent.RecordingChanged recording = (VideoEvent.RecordingChanged) event;
    return stream.learn(recording.video(), ids, now);
  }

  private void watch() {
    Instant now = clock.instant();
    List<LiveStreamId> watched =
        work.write(() -> queries.nextToWatch(now.minus(WATCH_IDLE_FOR), now, BATCH));
    for (LiveStreamId id : watched) {
      try {
        look(id);
      } catch (StoreUnavailable e) {
        throw e;
      } catch (RuntimeException e) {
        // The edge to the scheduler: one stream that cannot be asked about must not hold up the
        // others.
        LOG.warn("could not look at {}", id, e);
      }
    }
  }

  private void look(LiveStreamId id) {
    LiveStream stream = service.get(id);
    inputs.state(stream).ifPresent(state -> takeIn(id, state));
    if (stream.status() == StreamStatus.ENDING) {
      var unused = service.refreshRecordings(stream);
    }
  }

  private void takeIn(LiveStreamId id, IngestState state) {
    work.run(
        () -> {
          LiveStream locked = streams.lock(id).orElseThrow(DomainException::notFound);
          long before = locked.viewers();
          service.apply(locked, stream -> changes(stream, state));
          if (locked.viewers() != before) {
            tellViewers(locked);
          }
        });
  }

  private List<Announcement> changes(LiveStream stream, IngestState state) {
    Instant now = clock.instant();
    List<Announcement> news = new ArrayList<>();
    state.disconnectedAt().ifPresent(at -> news.addAll(stream.encoderDisconnected(at, now)));
    state.connectedSince().ifPresent(at -> news.addAll(stream.encoderConnected(at, now)));
    state.viewers().ifPresent(stream::countViewers);
    return news;
  }

  private void tellViewers(LiveStream stream) {
    updates.publish(
        new LiveUpdate(
            stream.subject(),
            "viewers_changed",
            Map.of("streamId", stream.id().value().toString(), "viewerCount", stream.viewers())));
  }

  /**
   * Sees to the provider's side of a stream that was planned, stopped or removed. A start or the
   * making of an input that was under way at the stop can open it again after we closed it, so it
   * is closed until none can be.
   */
  private void careFor(UUID subject) {
    LiveStreamId id = new LiveStreamId(subject);
    LiveStream stream = work.read(() -> streams.find(id).orElseThrow(DomainException::notFound));
    if (!stream.isStopped()) {
      var unused = service.attachInput(stream);
      return;
    }
    inputs.close(stream);
    if (!isRecordedAsFarAsItWillBe(stream)) {
      throw new NotYet("not every recording of " + id + " is ready yet");
    }
    Instant quiet = stream.stoppedAt().orElseThrow().plus(LiveStreamService.UNDER_WAY_AT_MOST);
    if (clock.instant().isBefore(quiet)) {
      throw new NotYet("a start of " + id + " may still be under way");
    }
  }

  private boolean isRecordedAsFarAsItWillBe(LiveStream stream) {
    if (stream.isRemoved() || stream.startedAt().isEmpty()) {
      return true;
    }
    LiveStream looked = service.refreshRecordings(stream);
    return looked.isFullyRecorded()
        || looked.updatedAt().plus(LOOK_FOR_RECORDINGS).isBefore(clock.instant());
  }
}
