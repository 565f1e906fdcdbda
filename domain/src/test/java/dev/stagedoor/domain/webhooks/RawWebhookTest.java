package dev.stagedoor.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.ProviderId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawWebhookTest {
  private static RawWebhook raw(byte[] body) {
    return new RawWebhook(
        new ProviderId("stripe"),
        "",
        Map.of("Stripe-Signature", List.of("t=1,v1=abc", "second")),
        body);
  }

  @Test
  void headersAreFoundInAnyCase() {
    RawWebhook webhook = raw(new byte[0]);

    assertThat(webhook.header("stripe-signature")).contains("t=1,v1=abc");
    assertThat(webhook.header("STRIPE-SIGNATURE")).contains("t=1,v1=abc");
    assertThat(webhook.header("x-other")).isEmpty();
  }

  @Test
  void theBytesThatWereSignedCannotBeChanged() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    RawWebhook webhook = raw(body);
    body[0] = 'x';
    webhook.body()[1] = 'x';

    assertThat(webhook.body()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void printsNeitherBodyNorSignature() {
    assertThat(raw("{\"card\":\"4242\"}".getBytes(StandardCharsets.UTF_8)).toString())
        .doesNotContain("4242", "abc")
        .contains("stripe");
  }
}
