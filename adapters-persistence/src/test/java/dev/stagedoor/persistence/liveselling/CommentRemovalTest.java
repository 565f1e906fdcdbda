package dev.stagedoor.persistence.liveselling;

import static dev.stagedoor.domain.fixture.LiveSellingSamples.FACEBOOK;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aPage;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowFollowing;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anIntegration;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.LiveSellingPorts;
import dev.stagedoor.application.liveselling.ClaimService;
import dev.stagedoor.application.liveselling.CommentIntake;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.ChannelEvent.CommentRemoved;
import dev.stagedoor.domain.channels.ChannelEvent.CommentWritten;
import dev.stagedoor.domain.contract.LiveSellingContract;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.persistence.TestLiveSelling;
import dev.stagedoor.persistence.TestPersistence;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Comments that are removed at the same moment, in the real database. */
class CommentRemovalTest implements LiveSellingContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  private static final int ROUNDS = 25;

  private final MutableClock clock = new MutableClock(NOW);

  @Override
  public LiveSellingStores stores() {
    return TestLiveSelling.stores(OPEN);
  }

  @Override
  public UserId anAccountOnFile() {
    return TestLiveSelling.anAccountOnFile(OPEN);
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  private CommentIntake intake() {
    LiveSellingPorts ports = OPEN.ports().liveSelling();
    // No operator asks for anything here, so nobody is asked who operates a show.
    ClaimService claims =
        new ClaimService(
            OPEN.ports().unitOfWork(),
            null,
            ports.items(),
            ports.comments(),
            ports.claims(),
            ports.showQueries(),
            OPEN.ports().liveUpdates(),
            clock,
            new TimeOrderedIds(clock, new SecureRandom()));
    return new CommentIntake(ports.integrations(), ports.shows(), ports.contacts(), claims, clock);
  }

  private static void tell(CommentIntake intake, ChannelEvent event) {
    OPEN.run(() -> intake.events().prepare().apply(event).run());
  }

  @Test
  void ofABuyersCommentsThatAreAllRemovedNoClaimIsLeft() {
    CommentIntake intake = intake();
    for (int round = 0; round < ROUNDS; round++) {
      ProviderRef page = ref("page-" + round);
      ProviderRef post = ref("post-" + round);
      WorkspaceId workspace = aWorkspaceOnFile();
      Integration connected = anIntegration(workspace, FACEBOOK);
      connected.connect(aPage(page.value()), "Page", page.value(), NOW);
      Show show = aShowFollowing(workspace, post, NOW);
      show.start(NOW);
      run(() -> stores().integrations().save(connected));
      ShowItem item = anItemOnFile(onFile(show), 12, 5);
      List<ProviderRef> comments =
          List.of(ref("first-" + round), ref("again-" + round), ref("more-" + round));
      for (ProviderRef comment : comments) {
        tell(
            intake,
            new CommentWritten(
                page, post, comment, Optional.of(ref("ann")), Optional.of("Ann"), "12", NOW));
      }
      assertThat(write(() -> stores().claims().open(item.id()))).hasSize(1);
      AtomicInteger next = new AtomicInteger();

      Race.of(
          comments.size(),
          () -> {
            ProviderRef removed = comments.get(next.getAndIncrement());
            tell(intake, new CommentRemoved(page, post, removed, NOW));
            return removed;
          });

      assertThat(write(() -> stores().claims().open(item.id()))).as("round %s", round).isEmpty();
    }
  }

  private static ProviderRef ref(String value) {
    return new ProviderRef(FACEBOOK, value);
  }
}
