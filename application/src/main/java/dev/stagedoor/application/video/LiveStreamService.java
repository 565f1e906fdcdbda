package dev.stagedoor.application.video;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.VideoError;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Plans, starts and stops live streams for any area; the area decides beforehand who may. Each step
 * that needs the provider records the wish first, asks outside any unit of work, and records the
 * answer; what a crash or a race leaves undone, {@link StreamKeeper} does.
 */
public final class LiveStreamService {
  /** No start or making of an input is under way for longer, its repetitions included. */
  static final Duration UNDER_WAY_AT_MOST = Duration.ofMinutes(5);

  private final UnitOfWork work;
  private final LiveStreamRepository streams;
  private final VideoProviders providers;
  private final StreamInputs inputs;
  private final Announcements announcements;
  private final Outbox outbox;
  private final Clock clock;
  private final Ids ids;

  public LiveStreamService(
      UnitOfWork work,
      LiveStreamRepository streams,
      VideoProviders providers,
      Announcements announcements,
      Outbox outbox,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.streams = streams;
    this.providers = providers;
    this.inputs = new StreamInputs(providers);
    this.announcements = announcements;
    this.outbox = outbox;
    this.clock = clock;
    this.ids = ids;
  }

  /** Plans a stream. Joins an open unit of work; once it is committed, {@link #provide} follows. */
  public LiveStream plan(Subject subject, UserId createdBy, LiveStream.Details details) {
    Instant now = clock.instant();
    LiveStream planned =
        LiveStream.plan(
            new LiveStreamId(ids.next()), subject, providers.live(), createdBy, details, now);
    work.run(
        () -> {
          streams.save(planned);
          careFor(planned.id(), now.plus(UNDER_WAY_AT_MOST));
        });
    return planned;
  }

  /**
   * Makes the live input of a planned stream, so that its credentials can be handed out.
   *
   * @throws ProviderException when the provider cannot be asked; the plan is taken back
   */
  public LiveStream provide(LiveStream planned) {
    boolean made = false;
    try {
      LiveStream ready = attachInput(planned);
      made = true;
      return ready;
    } finally {
      if (!made) {
        takeBack(planned.id());
      }
    }
  }

  /**
   * Removes a plan that came to nothing. Nobody was told of it, so nobody is told. Where somebody
   * else has come by the input meanwhile, it stays.
   */
  private void takeBack(LiveStreamId id) {
    change(
        id,
        locked -> {
          if (locked.input().isEmpty()) {
            locked.remove(clock.instant());
          }
          return List.of();
        });
  }

  /**
   * Lets the encoder connect.
   *
   * @throws DomainException {@code STREAM_COMPLETED}
   * @throws ProviderException when the provider cannot be asked; trying again is safe
   */
  public LiveStream start(LiveStreamId id) {
    LiveStream stream = get(id);
    // Refuses what cannot be started before the provider is asked.
    LiveStream.restore(stream.snapshot()).start(clock.instant());
    inputs.open(attachInput(stream));
    LiveStream started =
        change(id, locked -> locked.isStopped() ? List.of() : locked.start(clock.instant()));
    if (started.isStopped()) {
      // Somebody was faster, and may have closed what we then opened.
      inputs.close(started);
      throw new DomainException(VideoError.STREAM_COMPLETED);
    }
    return started;
  }

  /** Ends the broadcast for good, and looks for its recordings. */
  public LiveStream stop(LiveStreamId id) {
    LiveStream stopped = change(id, locked -> locked.stop(clock.instant()));
    if (stopped.input().isPresent()) {
      inputs.close(stopped);
    }
    return refreshRecordings(stopped);
  }

  /** Changes what is said of a stream, on the ground of what is said of it now. */
  public LiveStream describe(LiveStreamId id, UnaryOperator<LiveStream.Details> change) {
    return change(
        id,
        locked -> {
          locked.change(change.apply(locked.details()), clock.instant());
          return List.of();
        });
  }

  /**
   * Takes a stream away; its input goes too, its recordings stay with the provider.
   *
   * @throws DomainException {@code STREAM_LIVE}
   */
  public void remove(LiveStreamId id) {
    change(id, locked -> locked.remove(clock.instant()));
  }

  /**
   * Asks the provider for recordings now.
   *
   * @throws ProviderException when the provider cannot be asked
   */
  public LiveStream refreshRecordings(LiveStreamId id) {
    return refreshRecordings(get(id));
  }

  LiveStream refreshRecordings(LiveStream stream) {
    List<RecordedVideo> found = inputs.recordings(stream);
    return found.isEmpty()
        ? stream
        : change(
            stream.id(),
            locked -> {
              List<Announcement> news = new ArrayList<>();
              found.forEach(video -> news.addAll(locked.learn(video, ids, clock.instant())));
              return news;
            });
  }

  /** Returns a stream that was not removed. */
  LiveStream get(LiveStreamId id) {
    return work.read(
        () ->
            streams
                .find(id)
                .filter(stream -> !stream.isRemoved())
                .orElseThrow(DomainException::notFound));
  }

  /** Sees to it that a stream has its input, recorded with us. */
  LiveStream attachInput(LiveStream stream) {
    if (stream.input().isPresent()) {
      return stream;
    }
    LiveInput made = inputs.make(stream);
    LiveStream attached =
        change(
            stream.id(),
            locked -> {
              locked.attach(made, clock.instant());
              return List.of();
            });
    if (attached.input().filter(input -> input.ref().equals(made.ref())).isEmpty()) {
      // Another was recorded, and deleted, before ours was made.
      inputs.delete(attached, made.ref());
    }
    return attached;
  }

  LiveStream change(LiveStreamId id, Function<LiveStream, List<Announcement>> change) {
    return work.write(
        () -> {
          LiveStream stream = streams.lock(id).orElseThrow(DomainException::notFound);
          apply(stream, change);
          return stream;
        });
  }

  /** Changes a stream that the open unit of work holds, and saves it if that changed anything. */
  void apply(LiveStream locked, Function<LiveStream, List<Announcement>> change) {
    LiveStream.Snapshot before = locked.snapshot();
    List<Announcement> news = change.apply(locked);
    LiveStream.Snapshot after = locked.snapshot();
    if (after.equals(before)) {
      return;
    }
    announcements.announce(news);
    streams.save(locked);
    if (locked.isStopped() && isForTheProvider(before, after)) {
      careFor(locked.id(), clock.instant());
    }
  }

  private static boolean isForTheProvider(LiveStream.Snapshot before, LiveStream.Snapshot after) {
    return (before.facts().stoppedAt() == null)
        || (before.facts().removedAt() == null && after.facts().removedAt() != null)
        || (before.input() == null && after.input() != null);
  }

  private void careFor(LiveStreamId id, Instant due) {
    outbox.add(new Job(StreamKeeper.AFTERCARE, id.value(), due));
  }
}
