package dev.stagedoor.application.memorials;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.video.LiveStreamService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.domain.video.VideoError;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The livestreams of memorials: who may run them and who may see them. */
public final class MemorialStreamService {
  public static final int MAX_BATCH = 100;
  private static final int MAX_STREAMS = 50;

  private final UnitOfWork work;
  private final MemorialRepository memorials;
  private final LiveStreamRepository streams;
  private final LiveStreamService service;

  public MemorialStreamService(
      UnitOfWork work,
      MemorialRepository memorials,
      LiveStreamRepository streams,
      LiveStreamService service) {
    this.work = work;
    this.memorials = memorials;
    this.streams = streams;
    this.service = service;
  }

  /** Lists every stream to somebody who runs the memorial. */
  public List<StreamView> list(Actor actor, MemorialId id) {
    return work.read(
        () -> {
          mustRun(actor, id);
          return streams.of(Memorial.subject(id)).stream()
              .map(stream -> StreamView.of(stream, true, actor.isAdmin()))
              .toList();
        });
  }

  /** Lists the streams that a visitor of the memorial's page may see. */
  public List<StreamView> visible(Actor actor, MemorialId id) {
    return work.read(
        () -> {
          Memorial memorial = find(id);
          if (!memorial.isOpenTo(actor)) {
            throw DomainException.notFound();
          }
          return streams.of(Memorial.subject(id)).stream()
              .filter(LiveStream::isOpenToVisitors)
              .map(stream -> StreamView.of(stream, false, false))
              .toList();
        });
  }

  /** Lists what was broadcast and is over, as a visitor of the memorial's page may see it. */
  public List<StreamView> archive(Actor actor, MemorialId id) {
    return visible(actor, id).stream()
        .filter(stream -> stream.status().equals(StreamStatus.COMPLETED.code()))
        .filter(stream -> stream.actualStartTime().isPresent())
        .toList();
  }

  /**
   * Plans a stream, with credentials.
   *
   * @throws DomainException {@code TOO_MANY_STREAMS}, {@code INVALID_VALUE}
   */
  public StreamView create(Actor actor, MemorialId id, LiveStream.Details details) {
    work.run(
        () -> {
          mustRun(actor, id);
          if (streams.of(Memorial.subject(id)).size() >= MAX_STREAMS) {
            throw new DomainException(VideoError.TOO_MANY_STREAMS, Map.of("limit", MAX_STREAMS));
          }
        });
    return view(actor, service.plan(Memorial.subject(id), actor.userId(), details));
  }

  public StreamView get(Actor actor, LiveStreamId id) {
    return view(actor, runBy(actor, id));
  }

  /** What to change; what is absent stays. */
  public record Change(
      Optional<String> title,
      Optional<String> description,
      Optional<Instant> scheduledStart,
      Optional<Boolean> isVisible,
      Optional<Boolean> isPublic) {
    LiveStream.Details apply(LiveStream.Details now) {
      return new LiveStream.Details(
          title.orElse(now.title()),
          description.orElse(now.description()),
          scheduledStart.or(now::scheduledStart),
          isVisible.orElse(now.isVisible()),
          isPublic.orElse(now.isPublic()));
    }
  }

  public StreamView change(Actor actor, LiveStreamId id, Change change) {
    runBy(actor, id);
    return view(actor, service.describe(id, change::apply));
  }

  public void remove(Actor actor, LiveStreamId id) {
    runBy(actor, id);
    service.remove(id);
  }

  /** Lets the encoder connect and returns its credentials. */
  public StreamView start(Actor actor, LiveStreamId id) {
    runBy(actor, id);
    return view(actor, service.start(id));
  }

  public StreamView stop(Actor actor, LiveStreamId id) {
    runBy(actor, id);
    return view(actor, service.stop(id));
  }

  /** Asks the provider for recordings now. */
  public StreamView checkRecordings(Actor actor, LiveStreamId id) {
    runBy(actor, id);
    return view(actor, service.refreshRecordings(id));
  }

  /** Returns a stream to anybody who may see it. */
  public StreamView status(Actor actor, LiveStreamId id) {
    return work.read(() -> visibleOne(actor, id).orElseThrow(DomainException::notFound));
  }

  /** Returns those of the asked streams that the caller may see. */
  public Map<LiveStreamId, StreamView> statuses(Actor actor, List<LiveStreamId> asked) {
    if (asked.size() > MAX_BATCH) {
      throw DomainException.invalid("streamIds", "length");
    }
    return work.read(
        () -> {
          Map<LiveStreamId, StreamView> found = new LinkedHashMap<>();
          for (LiveStreamId id : new ArrayList<>(asked)) {
            visibleOne(actor, id).ifPresent(view -> found.put(id, view));
          }
          return found;
        });
  }

  private Optional<StreamView> visibleOne(Actor actor, LiveStreamId id) {
    Optional<LiveStream> stream = streams.find(id).filter(one -> !one.isRemoved());
    return stream.flatMap(
        one ->
            Memorial.of(one.subject())
                .flatMap(memorials::find)
                .filter(
                    memorial ->
                        memorial.isRunBy(actor)
                            || (memorial.isOpenTo(actor) && one.isOpenToVisitors()))
                .map(memorial -> StreamView.of(one, false, false)));
  }

  private LiveStream runBy(Actor actor, LiveStreamId id) {
    actor.mustBeSignedIn();
    return work.read(
        () -> {
          LiveStream stream =
              streams
                  .find(id)
                  .filter(one -> !one.isRemoved())
                  .orElseThrow(DomainException::notFound);
          mustRun(actor, Memorial.of(stream.subject()).orElseThrow(DomainException::notFound));
          return stream;
        });
  }

  private void mustRun(Actor actor, MemorialId id) {
    actor.mustBeSignedIn();
    find(id).mustBeRunBy(actor);
  }

  private Memorial find(MemorialId id) {
    return memorials.find(id).orElseThrow(DomainException::notFound);
  }

  private static StreamView view(Actor actor, LiveStream stream) {
    return StreamView.of(stream, true, actor.isAdmin());
  }
}
