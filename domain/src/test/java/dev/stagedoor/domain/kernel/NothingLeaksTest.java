package dev.stagedoor.domain.kernel;

import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aStream;
import static dev.stagedoor.domain.fixture.PaymentBuilder.aPayment;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.RecordingId;
import dev.stagedoor.domain.video.SignedPlayback;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends up in a log by accident must hold no secret. */
class NothingLeaksTest {
  private static final String HIDDEN = "hunter2-hidden";
  private static final Secret SECRET = Secret.of(HIDDEN);

  static Stream<Object> holdersOfSecrets() {
    LiveInput input =
        new LiveInput(
            aRef(),
            new IngestCredentials(
                Optional.of(new IngestCredentials.Rtmp("rtmps://ingest.example.org", SECRET)),
                Optional.of(SECRET),
                Optional.of(SECRET)),
            "https://play.example.org/video.m3u8");
    CheckoutOutcome.Opened opened = new CheckoutOutcome.Opened(aRef(), Optional.of(SECRET));
    Message mail =
        Message.queue(
            new MessageId(UUID.randomUUID()),
            anEmail(),
            new MessageContent(
                "Set your password",
                "https://example.org/invitation?token=" + HIDDEN,
                "<a href=\"https://example.org/invitation?token=" + HIDDEN + "\">here</a>"),
            NOW);
    return Stream.of(
        SECRET,
        Optional.of(SECRET),
        opened,
        aPayment().then(payment -> payment.opened(opened)).build(),
        aPayment().then(payment -> payment.opened(opened)).build().snapshot(),
        input,
        input.credentials(),
        aStream().attached(input).build(),
        aStream().attached(input).build().snapshot(),
        new SignedInTokens(aRef(), SECRET, NOW, SECRET),
        mail,
        mail.outgoing(),
        mail.content(),
        new DirectUpload(
            aRef(),
            URI.create("https://store.example.org/" + HIDDEN),
            DirectUpload.Form.PUT_BODY,
            NOW),
        new SignedPlayback(
            "https://play.example.org/video.m3u8?token=" + HIDDEN,
            Optional.of("https://play.example.org/still.jpg?token=" + HIDDEN),
            NOW),
        new NewIdentity("subject", anEmail(), "Ada", Optional.of(SECRET)));
  }

  @ParameterizedTest
  @MethodSource("holdersOfSecrets")
  void aSecretIsNeverPrinted(Object holder) {
    assertThat(holder.toString()).doesNotContain(HIDDEN);
  }

  @Test
  void aSecretIsPrintedOnlyOnRequest() {
    assertThat(SECRET.reveal()).isEqualTo(HIDDEN);
    assertThat(SECRET).hasToString("****").isEqualTo(Secret.of(HIDDEN));
    assertThat(SECRET).isNotEqualTo(Secret.of("another"));
    assertThat(Secret.of(" ").isBlank()).isTrue();
  }

  @Test
  void everyIdSaysWhatItIdentifies() {
    UUID id = UUID.randomUUID();

    assertThat(
            Stream.of(
                    new UserId(id),
                    new SessionId(id),
                    new PaymentId(id),
                    new RefundId(id),
                    new LiveStreamId(id),
                    new RecordingId(id),
                    new MemorialId(id),
                    new GuestBookEntryId(id),
                    new MessageId(id),
                    new VideoId(id))
                .map(Object::toString))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("[a-z]{3}_" + id));
  }

  @Test
  void idsOfTwoKindsAreNeverEqual() {
    UUID id = UUID.randomUUID();

    assertThat((Object) new UserId(id)).isNotEqualTo(new MemorialId(id));
    assertThat(new UserId(id)).isEqualTo(new UserId(id));
  }
}
