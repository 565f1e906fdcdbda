package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.FetchOutcome;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** IPTV services in memory: all of them offer what the test says. */
public final class FakePlaylistSource implements PlaylistSource {
  private final List<PlaylistAccess> asked = new ArrayList<>();
  private List<Channel> channels = List.of();
  private List<Programme> programmes = List.of();
  private Optional<PlaylistProblem> problem = Optional.empty();
  private Optional<PlaylistProblem> guideProblem = Optional.empty();
  private Runnable afterEach = () -> {};

  /** Offers these channels from now on, and nothing goes wrong. */
  public synchronized void offer(List<Channel> offered) {
    channels = List.copyOf(offered);
    problem = Optional.empty();
  }

  /** Offers this guide from now on, and nothing goes wrong with it. */
  public synchronized void offerGuide(List<Programme> offered) {
    programmes = List.copyOf(offered);
    guideProblem = Optional.empty();
  }

  /** Fails from now on, once all channels but the last were handed over. */
  public synchronized void fail(PlaylistProblem why) {
    problem = Optional.of(why);
  }

  /** Fails from now on to fetch the guide. */
  public synchronized void failGuide(PlaylistProblem why) {
    guideProblem = Optional.of(why);
  }

  /** Does something whenever channels were handed over: somebody changes the playlist meanwhile. */
  public synchronized void afterEach(Runnable meanwhile) {
    afterEach = meanwhile;
  }

  /** Returns how channels were asked for, each time. */
  public synchronized List<PlaylistAccess> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized FetchOutcome fetch(PlaylistAccess access, Consumer<List<Channel>> each) {
    asked.add(access);
    int handed = problem.isEmpty() ? channels.size() : Math.max(0, channels.size() - 1);
    for (int from = 0; from < handed; from += BATCH) {
      each.accept(channels.subList(from, Math.min(handed, from + BATCH)));
      afterEach.run();
    }
    if (problem.isEmpty() && channels.isEmpty()) {
      return failed(PlaylistProblem.EMPTY);
    }
    return problem
        .map(FakePlaylistSource::failed)
        .orElseGet(() -> new FetchOutcome.Fetched(channels.size()));
  }

  @Override
  public synchronized FetchOutcome fetchGuide(
      PlaylistAccess access, Consumer<List<Programme>> each) {
    if (guideProblem.isPresent()) {
      return failed(guideProblem.get());
    }
    for (int from = 0; from < programmes.size(); from += BATCH) {
      each.accept(programmes.subList(from, Math.min(programmes.size(), from + BATCH)));
    }
    return new FetchOutcome.Fetched(programmes.size());
  }

  private static FetchOutcome failed(PlaylistProblem why) {
    return new FetchOutcome.Failed(why, "as the test says");
  }
}
