package dev.stagedoor.application.video;

import dev.stagedoor.application.announcements.Announcements;
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
  private final VideoProviders providers;
  private final Announcements announcements;
  private final LiveUpdates updates;
  private final Clock clock;
  private final Ids ids;

  public StreamKeeper(
      UnitOfWork work,
      LiveStreamRepository streams,
      VideoQueries queries,
      LiveStreamService service,
      VideoProviders providers,
      Announcements announcements,
      LiveUpdates updates,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.streams = streams;
    this.queries = queries;
    this.service = service;
    this.providers = providers;
    this.announcements = announcements;
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
    return new EventHandler<>(VideoEvent.class, event -> () -> apply(event));
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
    LiveStream stream = ours.get();
    announcements.announce(changes(stream, event));
    streams.save(stream);
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
    List<LiveStreamId> watched =
        work.read(() -> queries.toWatch(clock.instant().minus(WATCH_IDLE_FOR), BATCH));
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
    if (stream.input().isEmpty()) {
      return;
    }
    IngestState state = providers.of(stream).ingest().state(stream.input().get().ref());
    work.run(
        () -> {
          LiveStream locked = streams.lock(id).orElseThrow(DomainException::notFound);
          long before = locked.viewers();
          List<Announcement> news = new ArrayList<>();
          Instant now = clock.instant();
          state.disconnectedAt().ifPresent(at -> news.addAll(locked.encoderDisconnected(at, now)));
          state.connectedSince().ifPresent(at -> news.addAll(locked.encoderConnected(at, now)));
          state.viewers().ifPresent(locked::countViewers);
          announcements.announce(news);
          streams.save(locked);
          if (locked.viewers() != before) {
            tellViewers(locked);
          }
        });
    if (stream.status() == StreamStatus.ENDING) {
      service.refreshRecordings(id);
    }
  }

  private void tellViewers(LiveStream stream) {
    updates.publish(
        new LiveUpdate(
            stream.subject(),
            "viewers_changed",
            Map.of("streamId", stream.id().value().toString(), "viewerCount", stream.viewers())));
  }

  private void careFor(UUID subject) {
    LiveStreamId id = new LiveStreamId(subject);
    LiveStream stream = work.read(() -> streams.find(id).orElseThrow(DomainException::notFound));
    service.endBroadcast(stream);
    if (stream.isRemoved() || stream.startedAt().isEmpty()) {
      return;
    }
    LiveStream looked = service.refreshRecordings(id);
    boolean givenUp = looked.updatedAt().plus(LOOK_FOR_RECORDINGS).isBefore(clock.instant());
    if (!looked.isRecordingReady() && !givenUp) {
      throw new NotYet("no recording of " + id + " is ready yet");
    }
  }
}
