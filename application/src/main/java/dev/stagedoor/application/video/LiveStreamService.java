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
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Plans, starts and stops live streams for any area; the area decides beforehand who may. Each step
 * that needs the provider records the wish first, asks outside any unit of work, and records the
 * answer; what a crash leaves undone, {@link StreamKeeper} does.
 */
public final class LiveStreamService {
  private final UnitOfWork work;
  private final LiveStreamRepository streams;
  private final VideoProviders providers;
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
    this.announcements = announcements;
    this.outbox = outbox;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Plans a stream and makes its live input, so that its credentials can be handed out.
   *
   * @throws ProviderException when the provider cannot be asked; the plan is taken back
   */
  public LiveStream plan(Subject subject, UserId createdBy, LiveStream.Details details) {
    LiveStreamId id = new LiveStreamId(ids.next());
    LiveStream planned =
        work.write(
            () -> {
              LiveStream stream =
                  LiveStream.plan(
                      id, subject, providers.live(), createdBy, details, clock.instant());
              streams.save(stream);
              return stream;
            });
    boolean made = false;
    try {
      LiveStream ready = attachInput(planned);
      made = true;
      return ready;
    } finally {
      if (!made) {
        takeBack(id);
      }
    }
  }

  /** Removes a plan that came to nothing. Nobody was told of it, so nobody is told. */
  private void takeBack(LiveStreamId id) {
    work.run(
        () -> {
          LiveStream stream = streams.lock(id).orElseThrow();
          stream.remove(clock.instant());
          streams.save(stream);
        });
  }

  /**
   * Lets the encoder connect.
   *
   * @throws DomainException {@code STREAM_COMPLETED}
   * @throws ProviderException when the provider cannot be asked; trying again is safe
   */
  public LiveStream start(LiveStreamId id) {
    LiveStream stream = attachInput(get(id));
    // Refuses what cannot be started before the provider is asked.
    LiveStream.restore(stream.snapshot()).start(clock.instant());
    providers.of(stream).ingest().enable(inputOf(stream));
    return change(id, locked -> locked.start(clock.instant()));
  }

  /** Ends the broadcast for good, and looks for its recordings. */
  public LiveStream stop(LiveStreamId id) {
    LiveStream stopped = change(id, locked -> locked.stop(clock.instant()));
    endBroadcast(stopped);
    return refreshRecordings(id);
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
    LiveStream stream = get(id);
    if (stream.input().isEmpty()) {
      return stream;
    }
    List<RecordedVideo> found = providers.of(stream).recordings().of(inputOf(stream));
    return change(
        id,
        locked -> {
          List<Announcement> news = new ArrayList<>();
          found.forEach(video -> news.addAll(locked.learn(video, ids, clock.instant())));
          return news;
        });
  }

  /** Returns a stream that was not removed. */
  public LiveStream get(LiveStreamId id) {
    return work.read(
        () ->
            streams
                .find(id)
                .filter(stream -> !stream.isRemoved())
                .orElseThrow(DomainException::notFound));
  }

  /** Returns the streams of a subject, oldest first. */
  public List<LiveStream> of(Subject subject) {
    return work.read(() -> streams.of(subject));
  }

  void endBroadcast(LiveStream stream) {
    if (stream.input().isPresent()) {
      if (stream.isRemoved()) {
        providers.of(stream).ingest().delete(inputOf(stream));
      } else {
        providers.of(stream).ingest().disable(inputOf(stream));
      }
    }
  }

  LiveStream change(LiveStreamId id, Function<LiveStream, List<Announcement>> change) {
    return work.write(
        () -> {
          LiveStream stream = streams.lock(id).orElseThrow(DomainException::notFound);
          boolean wasStopped = stream.isStopped();
          boolean wasRemoved = stream.isRemoved();
          announcements.announce(change.apply(stream));
          streams.save(stream);
          if (stream.isStopped() != wasStopped || stream.isRemoved() != wasRemoved) {
            outbox.add(new Job(StreamKeeper.AFTERCARE, id.value(), clock.instant()));
          }
          return stream;
        });
  }

  private LiveStream attachInput(LiveStream stream) {
    if (stream.input().isPresent()) {
      return stream;
    }
    LiveInput made = providers.of(stream).ingest().create(stream.newInput());
    return change(
        stream.id(),
        locked -> {
          locked.attach(made, clock.instant());
          return List.of();
        });
  }

  private static ProviderRef inputOf(LiveStream stream) {
    return stream.input().orElseThrow().ref();
  }
}
