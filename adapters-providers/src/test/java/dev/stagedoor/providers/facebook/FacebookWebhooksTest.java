package dev.stagedoor.providers.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.ChannelEvent.BroadcastChanged;
import dev.stagedoor.domain.channels.ChannelEvent.CommentRemoved;
import dev.stagedoor.domain.channels.ChannelEvent.CommentWritten;
import dev.stagedoor.domain.channels.ChannelEvent.MessageReceived;
import dev.stagedoor.domain.contract.SignedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.WebhookReading.Irrelevant;
import dev.stagedoor.domain.webhooks.WebhookReading.Understood;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookWebhooksTest implements SignedWebhooksContract, WebhookWorld {
  private static final ProviderRef PAGE = ref("1000200030004");
  private static final ProviderRef POST = ref("1000200030004_4711");
  private static final ProviderRef COMMENT = ref("4711_88001");

  private final FacebookWebhooks webhooks = new FacebookWebhooks(FacebookStub.APP_SECRET);
  private int made;

  private static ProviderRef ref(String value) {
    return new ProviderRef(Facebook.ID, value);
  }

  @Override
  public WebhookTranslator translator() {
    return webhooks;
  }

  @Override
  public WebhookWorld world() {
    return this;
  }

  private static String fixture(String name) {
    try (InputStream in =
        FacebookWebhooksTest.class.getResourceAsStream("/facebook/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawWebhook delivery(byte[] body, String signature) {
    return new RawWebhook(Facebook.ID, "", Map.of("X-Hub-Signature-256", List.of(signature)), body);
  }

  private static RawWebhook delivery(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return delivery(bytes, FacebookStub.sign(bytes));
  }

  @Override
  public RawWebhook genuine() {
    made++;
    return delivery(fixture("comment-add").replace("4711_88001", "4711_" + made));
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return signed(first.body());
  }

  @Override
  public RawWebhook ofUnknownType() {
    return delivery(fixture("reaction"));
  }

  @Override
  public RawWebhook unreadable() {
    return delivery(fixture("comment-add").replace("\"comment_id\"", "\"another_id\""));
  }

  @Override
  public RawWebhook forged() {
    byte[] body = genuine().body();
    return delivery(body, "sha256=" + HmacSha256.of(Secret.of("somebody else's")).hex(body));
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return delivery(body, FacebookStub.sign(body));
  }

  @Override
  public RawWebhook signedBefore(Duration age) {
    return genuine();
  }

  @Override
  public Duration tolerance() {
    return Duration.ofDays(365);
  }

  private List<?> events(String fixture) {
    return ((Understood) webhooks.read(delivery(fixture(fixture)))).events();
  }

  @Test
  void aCommentIsReadWhole() {
    assertThat(events("comment-add"))
        .isEqualTo(
            List.of(
                new CommentWritten(
                    PAGE,
                    POST,
                    COMMENT,
                    Optional.of(ref("7000000000001")),
                    Optional.of("Zoë Example"),
                    "sold 12 🎭",
                    Instant.ofEpochSecond(1748772001))));
  }

  @Test
  void anEditedCommentIsWrittenAnew() {
    assertThat(((CommentWritten) events("comment-edited").get(0)).text()).isEqualTo("sold 14");
  }

  @Test
  void whatNoStoreKeepsIsLeftOut() {
    String broken = "\\ud83d\\u0000\\ude00 \\ud83d\\udc90 Zo\\ude00e";
    String body =
        fixture("comment-add")
            .replaceFirst("\"message\": *\"[^\"]*\"", quoted("message", broken))
            .replaceFirst("\"name\": *\"[^\"]*\"", quoted("name", broken));

    CommentWritten written =
        (CommentWritten) ((Understood) webhooks.read(delivery(body))).events().get(0);

    assertThat(written.text()).isEqualTo(" 💐 Zoe");
    assertThat(written.authorName()).contains(" 💐 Zoe");
  }

  private static String quoted(String member, String escaped) {
    return Matcher.quoteReplacement("\"" + member + "\":\"" + escaped + "\"");
  }

  @Test
  void aCommentInTheOldShapeHasItsAuthor() {
    CommentWritten written = (CommentWritten) events("comment-pre-2-11").get(0);

    assertThat(written.author()).contains(ref("7000000000001"));
    assertThat(written.authorName()).contains("Zoë Example");
    assertThat(written.text()).isEqualTo("sold 12");
  }

  @Test
  void aPictureOfNobodyIsACommentWithoutAuthorAndText() {
    CommentWritten written = (CommentWritten) events("comment-of-nobody").get(0);

    assertThat(written.author()).isEmpty();
    assertThat(written.authorName()).isEmpty();
    assertThat(written.text()).isEmpty();
  }

  @Test
  void removedAndHiddenCommentsAreGone() {
    assertThat(events("comment-remove"))
        .isEqualTo(
            List.of(new CommentRemoved(PAGE, POST, COMMENT, Instant.ofEpochSecond(1748772090))));
    assertThat(events("comment-hide"))
        .isEqualTo(
            List.of(new CommentRemoved(PAGE, POST, COMMENT, Instant.ofEpochSecond(1748772091))));
  }

  @Test
  void broadcastsBeginAndEnd() {
    assertThat(events("live-video-live"))
        .isEqualTo(
            List.of(
                new BroadcastChanged(PAGE, ref("4711"), true, Instant.ofEpochSecond(1748771990))));
    assertThat(events("live-video-stopped"))
        .isEqualTo(
            List.of(
                new BroadcastChanged(PAGE, ref("4711"), false, Instant.ofEpochSecond(1748775590))));
  }

  @Test
  void whoWritesToThePageIsNamed() {
    assertThat(events("message"))
        .isEqualTo(
            List.of(
                new MessageReceived(PAGE, ref("5550001"), Instant.ofEpochMilli(1748772100001L))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"comment-of-the-page", "message-echo", "reaction"})
  void whatThePageSaysItselfAndWhatIsNoCommentMeansNothing(String fixture) {
    assertThat(webhooks.read(delivery(fixture(fixture)))).isInstanceOf(Irrelevant.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"object\":\"user\",\"entry\":[]}",
        "{\"object\":\"page\",\"entry\":[]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"standby\":[{}]}]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"messaging\":[{\"read\":{}}]}]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"live_videos\","
            + "\"value\":{\"id\":\"1\",\"status\":\"scheduled_live\"}}]}]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"feed\","
            + "\"value\":{\"item\":\"comment\",\"verb\":\"translated\",\"post_id\":\"1\","
            + "\"comment_id\":\"2\"}}]}]}"
      })
  void whatIsNotUsedIsIrrelevant(String body) {
    assertThat(webhooks.read(delivery(body))).isInstanceOf(Irrelevant.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"page\"",
        "{\"object\":\"page\"}",
        "{\"object\":\"page\",\"entry\":[{}]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"changes\":[{}]}]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"time\":\"soon\",\"changes\":[{\"field\":"
            + "\"live_videos\",\"value\":{\"id\":\"1\",\"status\":\"live\"}}]}]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"messaging\":[{\"message\":{}}]}]}"
      })
  void whatLacksWhatItShouldTellIsAnError(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> webhooks.read(delivery(body)));
  }

  @Test
  void aBatchTellsOfEveryPageInItsOrder() {
    List<?> events = events("batch");

    assertThat(events)
        .extracting(event -> ((ChannelEvent) event).page().value())
        .containsExactly("1000200030004", "2000200030004", "2000200030004");
    assertThat(events.get(2)).isInstanceOf(MessageReceived.class);
  }

  @Test
  void theOldSignatureAndOneWithoutItsSchemeAreNotTrusted() {
    byte[] body = genuine().body();
    String hex = FacebookStub.sign(body).substring("sha256=".length());

    for (String signature : List.of(hex, "sha1=" + hex, "sha256=", "sha256=" + hex + "00")) {
      assertThat(webhooks.read(delivery(body, signature)))
          .isInstanceOf(WebhookReading.Untrusted.class);
    }
    assertThat(
            webhooks.read(
                new RawWebhook(
                    Facebook.ID,
                    "",
                    Map.of("X-Hub-Signature", List.of(FacebookStub.sign(body))),
                    body)))
        .isInstanceOf(WebhookReading.Untrusted.class);
  }
}
