package dev.stagedoor.providers.facebook;

import static dev.stagedoor.domain.contract.DirectMessagesContract.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.channels.DirectMessage.Commenter;
import dev.stagedoor.domain.channels.DirectMessage.Person;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Deferred;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Delivered;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.contract.ChannelWorld;
import dev.stagedoor.domain.contract.ChannelsContract;
import dev.stagedoor.domain.contract.DirectMessagesContract;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.facebook.FacebookStub.Error;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FacebookContractsTest implements ChannelsContract, DirectMessagesContract, ChannelWorld {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FacebookStub stub = FacebookStub.start();
  private final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T10:00:00Z"));
  private final ChannelProvider patient = open(PATIENCE);

  private static final class NoWaiting implements Waiting {
    private long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void pause(Duration pause) {
      now += pause.toNanos();
    }
  }

  private ChannelProvider open(Duration patience) {
    return Facebook.open(
            stub.config(patience), ProviderRuntime.plain().with(clock).with(new NoWaiting()))
        .channelProvider();
  }

  @AfterEach
  void close() {
    stub.close();
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  private ChannelProvider facebook() {
    return stub.isSlow() ? open(Duration.ofMillis(300)) : patient;
  }

  @Override
  public Channels channels() {
    return facebook().channels();
  }

  @Override
  public DirectMessages messages() {
    return facebook().messages();
  }

  @Override
  public ChannelWorld world() {
    return this;
  }

  private static ProviderRef ref(String value) {
    return new ProviderRef(Facebook.ID, value);
  }

  private Channel page(@Nullable Error refusal) {
    String page = stub.newPage(refusal);
    return new Channel(ref(page), stub.tokenOf(page));
  }

  @Override
  public Channel page() {
    return page(null);
  }

  private static Error error(Why why) {
    return switch (why) {
      case ALREADY_REPLIED -> new Error(400, 10900, 0);
      case WINDOW_CLOSED -> new Error(400, 10, 2018278);
      case UNREACHABLE -> new Error(400, 551, 1545041);
      case DISCONNECTED -> new Error(400, 190, 463);
      case NOT_PERMITTED -> new Error(403, 200, 0);
      case BLOCKED -> new Error(400, 368, 0);
      case OTHER -> new Error(400, 100, 0);
    };
  }

  @Override
  public Channel refusing(Why why) {
    return page(error(why));
  }

  private String comment(Channel page, @Nullable Error refusal) {
    return stub.newComment(page.page().value(), "4711", "8800", "Zoë", "sold 12", refusal);
  }

  @Override
  public ProviderRef comment(Channel page) {
    return ref(comment(page, null));
  }

  @Override
  public ProviderRef oldComment(Channel page) {
    return ref(comment(page, error(Why.WINDOW_CLOSED)));
  }

  @Override
  public ProviderRef person(Channel page) {
    return ref(stub.newPerson(page.page().value(), null));
  }

  @Override
  public ProviderRef person(Channel page, Why refusal) {
    return ref(stub.newPerson(page.page().value(), error(refusal)));
  }

  @Override
  public void refuseNext(String providerCode) {
    stub.refuseNext(new Error(400, Long.parseLong(providerCode), 0));
  }

  @Override
  public void loseNextAnswer() {
    stub.loseNextAnswer();
  }

  @Override
  public boolean isListening(Channel page) {
    return stub.isListening(page.page().value());
  }

  @Override
  public List<String> received(Channel page) {
    return stub.received(page.page().value());
  }

  @Override
  public void fail(FarSideFailure how) {
    stub.fail(how);
  }

  @Override
  public void recover() {
    stub.recover();
    clock.advance(ProviderCalls.REST.plusSeconds(60));
  }

  @Test
  void whoGotAReplyIsNamed() {
    Channel page = page();
    Delivered delivered =
        (Delivered) messages().send(aMessage(page, new Commenter(comment(page)), "hello"));

    assertThat(delivered.person()).isPresent();
  }

  @Test
  void whatMetaCallsPassingIsDeferredWhateverItsStatus() {
    Channel page = page();
    Person person = new Person(person(page));
    for (long code : List.of(1L, 2L, 4L, 17L, 32L, 341L, 613L)) {
      stub.refuseNext(new Error(code == 4 ? 403 : 400, code, 0));
      assertThat(messages().send(aMessage(page, person, "hello")))
          .as("code %s", code)
          .isEqualTo(new Deferred("Facebook asks to wait: " + code, Optional.empty()));
    }
    assertThat(stub.received(page.page().value())).isEmpty();
  }

  @Test
  void aPageThatMayNotBeReadNowIsNotCalledDisconnected() {
    Channel throttled = page(new Error(400, 32, 0));

    for (Runnable call :
        List.<Runnable>of(
            () -> channels().check(throttled),
            () -> channels().listen(throttled),
            () -> channels().ignore(throttled))) {
      assertThatThrownBy(call::run)
          .isInstanceOfSatisfying(
              ProviderException.class,
              problem -> assertThat(problem.kind()).isEqualTo(Kind.RATE_LIMITED));
    }
  }

  @Test
  void endingWithoutThePermissionIsNotCalledDone() {
    Channel page = refusing(Why.NOT_PERMITTED);

    assertThatThrownBy(() -> channels().ignore(page)).isInstanceOf(ProviderException.class);
  }
}
