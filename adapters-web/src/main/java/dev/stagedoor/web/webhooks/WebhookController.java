package dev.stagedoor.web.webhooks;

import dev.stagedoor.application.webhooks.WebhookIntake;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.request.ProviderName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes every delivery of every provider. What stands behind the provider in the path (the kind of
 * event, an account) is handed on as it is.
 */
@Controller
@Tag(name = "Webhooks")
@Consumes(MediaType.ALL)
class WebhookController {
  private final WebhookIntake intake;
  private final WebhookSettings settings;
  private final MeterRegistry meters;

  WebhookController(WebhookIntake intake, WebhookSettings settings, MeterRegistry meters) {
    this.intake = intake;
    this.settings = settings;
    this.meters = meters;
  }

  /** Takes a delivery of a provider; its signature is its proof. */
  @Post(
      uris = {
        "/api/webhooks/{provider}{/topic}",
        "/api/v1/webhooks/{provider}",
        "/api/payment/webhooks/{provider}",
        "/webhooks/{provider}{/topic}"
      })
  DeliveryResponse receive(
      HttpRequest<byte[]> request,
      @PathVariable String provider,
      @PathVariable Optional<String> topic) {
    byte[] bytes = request.getBody().orElseGet(() -> new byte[0]);
    if (bytes.length > settings.maxBodyBytes()) {
      throw new WebException(WebError.BODY_TOO_LARGE);
    }
    ProviderId named = ProviderName.in(provider);
    return intake
        .receive(named, topic.orElse(""), headers(request), bytes)
        .match(new Answer(named));
  }

  private static Map<String, List<String>> headers(HttpRequest<?> request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    return headers;
  }

  private final class Answer implements WebhookResult.Cases<DeliveryResponse> {
    private final ProviderId provider;

    Answer(ProviderId provider) {
      this.provider = provider;
    }

    @Override
    public DeliveryResponse taken(WebhookResult.Taken taken) {
      count(provider.value(), taken.outcome());
      return DeliveryResponse.to(provider);
    }

    @Override
    public DeliveryResponse untrusted(WebhookResult.Untrusted untrusted) {
      count(provider.value(), "untrusted");
      throw new WebException(WebError.WEBHOOK_UNTRUSTED);
    }

    @Override
    public DeliveryResponse unknownProvider(WebhookResult.UnknownProvider unknown) {
      // Anybody can make names up; they do not become a meter each.
      count("unknown", "refused");
      throw DomainException.notFound();
    }

    private void count(String of, String outcome) {
      meters.counter("stagedoor.webhooks", "provider", of, "outcome", outcome).increment();
    }
  }
}
