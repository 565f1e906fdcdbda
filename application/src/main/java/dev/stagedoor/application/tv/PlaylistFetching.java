package dev.stagedoor.application.tv;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.tv.FetchOutcome;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches playlists, and then their guides, while what was fetched before is shown.
 *
 * <p>Each run has an edition of its own: a run that broke off, or was given up for dead and is not,
 * never writes into what another one brings. What it wrote goes when a later run is through.
 */
final class PlaylistFetching {
  static final String FETCH = "fetch-playlist";
  private static final String FETCH_GUIDE = "fetch-playlist-guide";
  private static final Logger LOG = LoggerFactory.getLogger(PlaylistFetching.class);

  /** However slow services are, most of what runs jobs is left to bills and mails. */
  private static final int AT_ONCE = 3;

  private final UnitOfWork work;
  private final PlaylistRepository playlists;
  private final ChannelStore channels;
  private final ChannelQueries queries;
  private final Optional<PlaylistSource> source;
  private final Outbox outbox;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  PlaylistFetching(
      UnitOfWork work,
      PlaylistRepository playlists,
      ChannelStore channels,
      ChannelQueries queries,
      Optional<PlaylistSource> source,
      Outbox outbox,
      Clock clock) {
    this.work = work;
    this.playlists = playlists;
    this.channels = channels;
    this.queries = queries;
    this.source = source;
    this.outbox = outbox;
    this.clock = clock;
  }

  List<JobHandler> jobs() {
    return List.of(
        new JobHandler(FETCH, id -> inTurn(() -> fetch(id))),
        new JobHandler(FETCH_GUIDE, id -> inTurn(() -> fetchGuide(id))));
  }

  private void inTurn(Runnable fetching) {
    if (!turns.tryAcquire()) {
      throw new NotYet("others are being fetched");
    }
    try {
      fetching.run();
    } finally {
      turns.release();
    }
  }

  /** What one run fetches, and the edition it writes. */
  private record Run(PlaylistId playlist, int edition, PlaylistAccess access) {}

  /** Says that nobody waits for what a run brings: the playlist was changed, or is gone. */
  private static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void fetch(UUID id) {
    Optional<Run> begun = work.write(() -> begin(new PlaylistId(id)));
    if (begun.isEmpty()) {
      return;
    }
    Run run = begun.get();
    try {
      Playlist unused = settle(run, bring(run));
    } catch (Superseded superseded) {
      work.run(() -> channels.clear(run.playlist(), run.edition()));
    }
  }

  private Optional<Run> begin(PlaylistId id) {
    Optional<Playlist> awaiting =
        playlists.lock(id).filter(playlist -> playlist.status() == Playlist.Status.FETCHING);
    awaiting.ifPresent(
        playlist -> {
          playlist.fetch();
          playlists.save(playlist);
        });
    return awaiting.map(playlist -> new Run(id, playlist.edition(), playlist.access()));
  }

  private FetchOutcome bring(Run run) {
    if (source.isEmpty()) {
      return new FetchOutcome.Failed(PlaylistProblem.UNREACHABLE, "nobody here fetches playlists");
    }
    Predicate<Playlist> awaited = playlist -> playlist.awaits(run.edition());
    AtomicInteger added = new AtomicInteger();
    return source
        .get()
        .fetch(
            run.access(),
            some ->
                added.addAndGet(
                    write(
                        run,
                        awaited,
                        playlist -> channels.add(playlist.id(), run.edition(), some))))
        .match(
            new FetchOutcome.Cases<>() {
              @Override
              public FetchOutcome fetched(FetchOutcome.Fetched fetched) {
                return added.get() == 0
                    ? new FetchOutcome.Failed(PlaylistProblem.EMPTY, "no channel")
                    : new FetchOutcome.Fetched(added.get());
              }

              @Override
              public FetchOutcome failed(FetchOutcome.Failed failed) {
                return failed;
              }
            });
  }

  private <T> T write(Run run, Predicate<Playlist> isWanted, Function<Playlist, T> writing) {
    return work.write(
        () ->
            playlists
                .lock(run.playlist())
                .filter(isWanted)
                .map(writing)
                .orElseThrow(Superseded::new));
  }

  /** Shows what a run brought, or says why it brought nothing; what else is there goes. */
  private Playlist settle(Run run, FetchOutcome outcome) {
    return write(
        run,
        playlist -> playlist.awaits(run.edition()),
        playlist -> {
          boolean isShown = isShown(playlist, run, outcome);
          playlists.save(playlist);
          channels.keepOnly(playlist.id(), playlist.shown());
          if (isShown) {
            outbox.add(new Job(FETCH_GUIDE, playlist.id().value(), clock.instant()));
          }
          return playlist;
        });
  }

  private boolean isShown(Playlist playlist, Run run, FetchOutcome outcome) {
    return outcome.match(
        new FetchOutcome.Cases<>() {
          @Override
          public Boolean fetched(FetchOutcome.Fetched fetched) {
            return playlist.fetched(run.edition(), fetched.channels(), clock.instant());
          }

          @Override
          public Boolean failed(FetchOutcome.Failed failed) {
            LOG.info("{} is not fetched: {}", playlist.id(), failed);
            playlist.failed(run.edition(), failed.problem());
            return false;
          }
        });
  }

  /**
   * Fetches the guide of what is shown, unless some of it is there: a run that broke off is not
   * repeated. The guide is an extra; without it there are channels still.
   */
  private void fetchGuide(UUID id) {
    Optional<Run> shown =
        work.read(
            () ->
                playlists
                    .find(new PlaylistId(id))
                    .map(playlist -> new Run(playlist.id(), playlist.shown(), playlist.access()))
                    .filter(
                        run ->
                            run.edition() > 0 && !queries.hasGuide(run.playlist(), run.edition())));
    if (shown.isPresent() && source.isPresent()) {
      fetchGuide(shown.get(), source.get());
    }
  }

  private void fetchGuide(Run run, PlaylistSource from) {
    Predicate<Playlist> isShown = playlist -> playlist.shown() == run.edition();
    try {
      FetchOutcome outcome =
          from.fetchGuide(run.access(), some -> write(run, isShown, playlist -> add(run, some)));
      LOG.info("The guide of {}: {}", run.playlist(), outcome);
    } catch (Superseded superseded) {
      LOG.debug("{} was fetched anew before its guide was", run.playlist());
    }
  }

  private int add(Run run, List<Programme> some) {
    channels.addGuide(run.playlist(), run.edition(), some);
    return some.size();
  }
}
