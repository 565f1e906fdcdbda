package dev.stagedoor.application.memorials;

import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.application.video.LiveStreamService;
import dev.stagedoor.application.video.StreamReader;
import dev.stagedoor.application.video.StreamStatusView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialAccess;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.domain.video.VideoError;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The livestreams of memorials: who may run them and who may see them. */
public final class MemorialStreamService {
  public static final int MAX_BATCH = 100;
  private static final int MAX_STREAMS = 50;

  private final UnitOfWork work;
  private final MemorialRepository memorials;
  private final MemorialQueries memorialQueries;
  private final LiveStreamRepository streams;
  private final VideoQueries streamQueries;
  private final LiveStreamService service;

  public MemorialStreamService(
      UnitOfWork work,
      MemorialRepository memorials,
      MemorialQueries memorialQueries,
      LiveStreamRepository streams,
      VideoQueries streamQueries,
      LiveStreamService service) {
    this.work = work;
    this.memorials = memorials;
    this.memorialQueries = memorialQueries;
    this.streams = streams;
    this.streamQueries = streamQueries;
    this.service = service;
  }

  /** Lists every stream to somebody who runs the memorial. */
  public List<StreamView> list(Actor actor, MemorialId id) {
    return work.read(
        () -> {
          mustRun(actor, id);
          return streamQueries.of(Memorial.subject(id), StreamReader.running(actor));
        });
  }

  /** Lists the streams that a visitor of the memorial's page may see. */
  public List<StreamView> visible(Actor actor, MemorialId id) {
    return work.read(
        () -> {
          mustBeOpenTo(actor, id);
          return streamQueries.of(Memorial.subject(id), StreamReader.VISITOR);
        });
  }

  /** Refuses whoever may not see the memorial's page: for them there is none. */
  public void mustBeOpenTo(Actor actor, MemorialId id) {
    if (!work.read(() -> access(id).isOpenTo(actor))) {
      throw DomainException.notFound();
    }
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
    actor.mustBeSignedIn();
    LiveStream planned =
        work.write(
            () -> {
              // The lock keeps others from adding streams until ours is counted.
              memorials.lock(id).orElseThrow(DomainException::notFound).mustBeRunBy(actor);
              if (streams.countOf(Memorial.subject(id)) >= MAX_STREAMS) {
                throw new DomainException(
                    VideoError.TOO_MANY_STREAMS, Map.of("limit", MAX_STREAMS));
              }
              return service.plan(Memorial.subject(id), actor.userId(), details);
            });
    return view(actor, service.provide(planned));
  }

  public StreamView get(Actor actor, LiveStreamId id) {
    mustRun(actor, id);
    return work.read(
        () ->
            streamQueries
                .find(id, StreamReader.running(actor))
                .orElseThrow(DomainException::notFound));
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
    mustRun(actor, id);
    return view(actor, service.describe(id, change::apply));
  }

  public void remove(Actor actor, LiveStreamId id) {
    mustRun(actor, id);
    service.remove(id);
  }

  /** Lets the encoder connect and returns its credentials. */
  public StreamView start(Actor actor, LiveStreamId id) {
    mustRun(actor, id);
    return view(actor, service.start(id));
  }

  public StreamView stop(Actor actor, LiveStreamId id) {
    mustRun(actor, id);
    return view(actor, service.stop(id));
  }

  /** Asks the provider for recordings now. */
  public StreamView checkRecordings(Actor actor, LiveStreamId id) {
    mustRun(actor, id);
    return view(actor, service.refreshRecordings(id));
  }

  /** Tells what a stream is doing to anybody who may see it. */
  public StreamStatusView status(Actor actor, LiveStreamId id) {
    return statuses(actor, List.of(id)).stream().findFirst().orElseThrow(DomainException::notFound);
  }

  /** Tells what those of the asked streams are doing that the caller may see, in that order. */
  public List<StreamStatusView> statuses(Actor actor, List<LiveStreamId> asked) {
    if (asked.size() > MAX_BATCH) {
      throw DomainException.invalid(Fault.longerThan("streamIds", MAX_BATCH));
    }
    return work.read(
        () -> {
          List<StreamStatusView> found = streamQueries.statuses(asked);
          Map<MemorialId, MemorialAccess> access =
              memorialQueries.access(
                  found.stream().flatMap(one -> memorialOf(one).stream()).distinct().toList());
          return found.stream()
              .filter(
                  one ->
                      memorialOf(one)
                          .flatMap(id -> Optional.ofNullable(access.get(id)))
                          .filter(who -> maySee(actor, one, who))
                          .isPresent())
              .sorted(Comparator.comparing(one -> asked.indexOf(one.id())))
              .toList();
        });
  }

  private static boolean maySee(Actor actor, StreamStatusView stream, MemorialAccess access) {
    return access.isRunBy(actor) || (access.isOpenTo(actor) && stream.isOpenToVisitors());
  }

  private static Optional<MemorialId> memorialOf(StreamStatusView stream) {
    return Memorial.of(stream.subject());
  }

  private void mustRun(Actor actor, LiveStreamId id) {
    actor.mustBeSignedIn();
    MemorialAccess access =
        work.read(
            () ->
                streamQueries.statuses(List.of(id)).stream()
                    .findFirst()
                    .flatMap(MemorialStreamService::memorialOf)
                    .map(this::access)
                    .orElseThrow(DomainException::notFound));
    access.mustBeRunBy(actor);
  }

  private void mustRun(Actor actor, MemorialId id) {
    actor.mustBeSignedIn();
    access(id).mustBeRunBy(actor);
  }

  private MemorialAccess access(MemorialId id) {
    return Optional.ofNullable(memorialQueries.access(List.of(id)).get(id))
        .orElseThrow(DomainException::notFound);
  }

  private static StreamView view(Actor actor, LiveStream stream) {
    return StreamView.of(stream, StreamReader.running(actor));
  }
}
