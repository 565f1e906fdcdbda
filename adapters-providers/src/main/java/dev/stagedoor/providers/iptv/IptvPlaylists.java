package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.FetchOutcome;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.ServiceAddresses;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.NamedStreams;
import dev.stagedoor.providers.support.Oversize;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Fetches playlists and guides. */
final class IptvPlaylists implements PlaylistSource {
  static final int MOST_CHANNELS = 300_000;
  static final int MOST_PROGRAMMES = 300_000;
  private static final int MOST_GUIDES = 3;

  private final NamedStreams streams;
  private final Clock clock;

  /** Reads one body. */
  @FunctionalInterface
  interface Part {
    void read(InputStream in, URI from) throws IOException;
  }

  IptvPlaylists(NamedStreams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public FetchOutcome fetch(PlaylistAccess access, Consumer<List<Channel>> each) {
    ServiceAddresses service = ServiceAddresses.of(access);
    NamedStreams.Visit visit = streams.visit();
    Batches<Channel> channels = new Batches<>(visit, each, MOST_CHANNELS);
    return outcome(
        () -> {
          list(service, visit, channels::add);
          channels.flush();
          if (channels.count() == 0) {
            throw PlaylistException.of(PlaylistProblem.EMPTY, "there is no channel in it");
          }
          return channels.count();
        });
  }

  private static void list(
      ServiceAddresses service, NamedStreams.Visit visit, Consumer<Channel> each) {
    ItemIds ids = new ItemIds();
    Optional<ServiceAddresses.Account> account = service.account();
    if (account.isEmpty()) {
      playlist(visit, service.playlist(), ids, each);
      return;
    }
    Xtream xtream =
        new Xtream(
            account.get(),
            ids,
            (operation, address, part) -> read(visit, operation, address, part));
    if (answers(xtream)) {
      xtream.list(each);
    } else {
      playlist(visit, service.playlist(), ids, each);
    }
  }

  /** Tells whether a service answers in JSON; some only have the playlist. */
  private static boolean answers(Xtream xtream) {
    try {
      xtream.signIn();
      return true;
    } catch (PlaylistException e) {
      if (e.problem() == PlaylistProblem.NOT_A_PLAYLIST) {
        return false;
      }
      throw e;
    } catch (ProviderException e) {
      if (HttpRefusal.is(e, 404)) {
        return false;
      }
      throw e;
    }
  }

  private static void playlist(
      NamedStreams.Visit visit, URI address, ItemIds ids, Consumer<Channel> each) {
    read(visit, "playlist.read", address, (in, from) -> M3u.read(in, from, ids, each));
  }

  private static void read(NamedStreams.Visit visit, String operation, URI address, Part part) {
    Optional<PlaylistException> problem =
        visit.read(
            operation,
            address,
            (body, from) -> {
              try {
                part.read(body.stream(), from);
                return Optional.empty();
              } catch (PlaylistException e) {
                // It is no fault of the line's.
                return Optional.of(e);
              }
            });
    if (problem.isPresent()) {
      throw problem.get();
    }
  }

  @Override
  public FetchOutcome fetchGuide(PlaylistAccess access, Consumer<List<Programme>> each) {
    ServiceAddresses service = ServiceAddresses.of(access);
    NamedStreams.Visit visit = streams.visit();
    Batches<Programme> programmes = new Batches<>(visit, each, MOST_PROGRAMMES);
    return outcome(
        () -> {
          for (URI guide : guides(service, visit)) {
            read(
                visit,
                "guide.read",
                guide,
                (in, from) -> XmlTv.read(in, clock.instant(), programmes::add));
          }
          programmes.flush();
          return programmes.count();
        });
  }

  /**
   * Returns where the guides of a service are: as it is of a known kind, or as its playlist says.
   */
  private static List<URI> guides(ServiceAddresses service, NamedStreams.Visit visit) {
    Optional<URI> own = service.guide();
    if (own.isPresent()) {
      return List.of(own.get());
    }
    List<URI> named = new ArrayList<>();
    read(
        visit,
        "playlist.read",
        service.playlist(),
        (in, from) -> {
          for (String text : M3u.guides(in)) {
            if (named.size() < MOST_GUIDES) {
              address(from, text).ifPresent(named::add);
            }
          }
        });
    return named;
  }

  private static Optional<URI> address(URI from, String text) {
    try {
      return Optional.of(from.resolve(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static FetchOutcome outcome(IntSupplier work) {
    try {
      return new FetchOutcome.Fetched(work.getAsInt());
    } catch (PlaylistException e) {
      return new FetchOutcome.Failed(e.problem(), String.valueOf(e.getMessage()));
    } catch (ProviderException e) {
      return new FetchOutcome.Failed(problem(e), String.valueOf(e.getMessage()));
    } catch (Batches.ConsumerThrew e) {
      throw e.thrown();
    }
  }

  private static PlaylistProblem problem(ProviderException failure) {
    boolean isAnswered = HttpRefusal.behind(failure).isPresent();
    return switch (failure.kind()) {
      case REJECTED ->
          isAnswered ? PlaylistProblem.SERVICE_FAILED : PlaylistProblem.ADDRESS_NOT_ALLOWED;
      case UNAUTHORISED -> PlaylistProblem.CREDENTIALS_REFUSED;
      case RATE_LIMITED -> PlaylistProblem.SERVICE_FAILED;
      case UNAVAILABLE -> isAnswered ? PlaylistProblem.SERVICE_FAILED : PlaylistProblem.UNREACHABLE;
      case UNREADABLE -> {
        if (Oversize.isBehind(failure)) {
          yield PlaylistProblem.TOO_LARGE;
        }
        yield isAnswered ? PlaylistProblem.SERVICE_FAILED : PlaylistProblem.NOT_A_PLAYLIST;
      }
    };
  }

  @Override
  public String toString() {
    return "playlists of " + streams;
  }
}
