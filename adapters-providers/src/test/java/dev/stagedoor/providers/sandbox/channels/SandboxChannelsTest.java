package dev.stagedoor.providers.sandbox.channels;

import static dev.stagedoor.domain.contract.DirectMessagesContract.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.DirectMessage.Commenter;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.contract.ChannelWorld;
import dev.stagedoor.domain.contract.ChannelsContract;
import dev.stagedoor.domain.contract.DirectMessagesContract;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.mail.StoredMessage;
import dev.stagedoor.providers.sandbox.webhooks.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxChannelsTest implements ChannelsContract, DirectMessagesContract {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;
  private final FarSide world = new FarSide();

  @Override
  public Channels channels() {
    return sandbox.channelProvider().channels();
  }

  @Override
  public DirectMessages messages() {
    return sandbox.channelProvider().messages();
  }

  @Override
  public ChannelWorld world() {
    return world;
  }

  private static ProviderRef ref(String value) {
    return new ProviderRef(SandboxLine.ID, value);
  }

  private final class FarSide extends SandboxFailures implements ChannelWorld {
    private int made;

    FarSide() {
      super(sandbox.line());
    }

    private Channel page(String end) {
      made++;
      String id = "page-" + made;
      return new Channel(ref(id), Secret.of(SandboxChannels.tokenOf(id) + end));
    }

    @Override
    public Channel page() {
      return page("");
    }

    @Override
    public Channel refusing(Why why) {
      return page(why == Why.DISCONNECTED ? "_revoked" : "_limited");
    }

    // Each page's people have names that begin with it, to be found in the mailbox.
    private String name(Channel page) {
      made++;
      return "of " + page.page().value() + " x " + made;
    }

    @Override
    public ProviderRef comment(Channel page) {
      return ref(
          sandbox.channels().comment(page.page().value(), "show", name(page), "sold 12").id());
    }

    @Override
    public ProviderRef oldComment(Channel page) {
      ProviderRef comment = comment(page);
      fixture.clock.pass(Duration.ofDays(8));
      return comment;
    }

    @Override
    public ProviderRef person(Channel page) {
      return ref(sandbox.channels().write(page.page().value(), name(page)));
    }

    @Override
    public ProviderRef person(Channel page, Why refusal) {
      String end = refusal == Why.UNREACHABLE ? " gone" : refusal == Why.BLOCKED ? " blocked" : "";
      String person = sandbox.channels().write(page.page().value(), name(page) + end);
      if (refusal == Why.WINDOW_CLOSED) {
        fixture.clock.pass(Duration.ofHours(25));
      }
      return ref(person);
    }

    @Override
    public void refuseNext(String providerCode) {
      sandbox.channels().refuseNext(providerCode);
    }

    @Override
    public void loseNextAnswer() {
      sandbox.line().loseNextAnswer();
    }

    @Override
    public boolean isListening(Channel page) {
      return sandbox.channels().isListening(page.page().value());
    }

    @Override
    public List<String> received(Channel page) {
      String people = "person_sandbox_of_" + page.page().value().replace('-', '_') + "_x";
      List<String> texts =
          new ArrayList<>(
              sandbox.mailbox().newest(Optional.empty(), Optional.of("facebook"), 100).stream()
                  .filter(message -> message.to().startsWith(people))
                  .map(StoredMessage::text)
                  .toList());
      Collections.reverse(texts);
      return texts;
    }
  }

  private List<ChannelEvent> told() {
    List<ChannelEvent> events = new ArrayList<>();
    for (Delivery delivery : sandbox.deliveries().newest(10)) {
      assertThat(delivery.path()).isEqualTo("/api/webhooks/facebook");
      RawWebhook raw =
          new RawWebhook(
              SandboxLine.ID,
              "",
              Map.of("webhook-id", List.of(delivery.id())),
              delivery.body().getBytes(StandardCharsets.UTF_8));
      WebhookReading.Understood reading =
          (WebhookReading.Understood) sandbox.webhookProvider().translator().readStored(raw);
      reading.events().forEach(event -> events.add(0, (ChannelEvent) event));
    }
    return events;
  }

  @Test
  void whatHappensOnAPageThatIsListenedToIsTold() {
    Channel page = world.page();
    channels().listen(page);
    Comment comment = sandbox.channels().comment("page-1", "show", "Zoë K", "sold 12");
    sandbox.channels().remove(comment.id());
    sandbox.channels().remove(comment.id());
    String person = sandbox.channels().write("page-1", "Zoë K");
    sandbox.channels().broadcast("page-1", "show", true);
    sandbox.channels().broadcast("page-1", "show", false);

    assertThat(told())
        .containsExactlyInAnyOrder(
            new ChannelEvent.CommentWritten(
                page.page(),
                ref("show"),
                ref(comment.id()),
                Optional.of(ref(person)),
                Optional.of("Zoë K"),
                "sold 12",
                fixture.clock.instant()),
            new ChannelEvent.CommentRemoved(
                page.page(), ref("show"), ref(comment.id()), fixture.clock.instant()),
            new ChannelEvent.MessageReceived(page.page(), ref(person), fixture.clock.instant()),
            new ChannelEvent.BroadcastChanged(
                page.page(), ref("show"), true, fixture.clock.instant()),
            new ChannelEvent.BroadcastChanged(
                page.page(), ref("show"), false, fixture.clock.instant()));
  }

  @Test
  void whatHappensOnOtherPagesIsNot() {
    Channel page = world.page();
    world.comment(page);
    channels().listen(page);
    channels().ignore(page);
    world.comment(page);
    world.person(page);

    assertThat(told()).isEmpty();
    assertThat(sandbox.channels().newest(10)).hasSize(2);
  }

  @Test
  void anAnswerIsInTheMailboxAndNotAmongMails() {
    Channel page = world.page();
    messages().send(aMessage(page, new Commenter(world.comment(page)), "your order"));

    assertThat(sandbox.mailbox().newest(Optional.empty(), Optional.of("facebook"), 10))
        .extracting(StoredMessage::text)
        .containsExactly("your order");
    assertThat(sandbox.mailbox().newest(Optional.empty(), Optional.of("mail"), 10)).isEmpty();
  }

  @Test
  void commentsOutliveTheInstance() {
    world.comment(world.page());

    assertThat(fixture.open().channels().newest(10)).hasSize(1);
  }
}
