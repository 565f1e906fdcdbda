package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.application.liveselling.ConnectMerchant;
import dev.stagedoor.application.liveselling.ConnectPage;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace gives to connect a provider: {@code api_key} with secretKey (and site,
 * publishableKey, webhookSecret), {@code page_token} with pageId and accessToken, or {@code oauth}
 * with nothing; and the workspace, where the query does not name it.
 */
@Serdeable
public record ConnectRequest(
    @Nullable UUID workspaceId,
    @Nullable String method,
    @Nullable Secret secretKey,
    @Nullable String site,
    @Nullable String publishableKey,
    @Nullable Secret webhookSecret,
    @Nullable String pageId,
    @Nullable Secret accessToken,
    @Nullable String displayName,
    @Nullable SettingsRequest settings) {
  static final String API_KEY = "api_key";
  static final String PAGE_TOKEN = "page_token";
  static final String OAUTH = "oauth";

  String wantedMethod() {
    String wanted = Sent.required(method, "method");
    if (!Set.of(API_KEY, PAGE_TOKEN, OAUTH).contains(wanted)) {
      throw DomainException.invalid("method", "choice");
    }
    return wanted;
  }

  ConnectMerchant toMerchant() {
    return new ConnectMerchant(
        given(secretKey, "secretKey"),
        given(site),
        given(publishableKey),
        Optional.ofNullable(webhookSecret).filter(secret -> !secret.reveal().isBlank()),
        given(displayName),
        settings == null ? ChangeSettings.none() : settings.toCommand());
  }

  ConnectPage toPage() {
    Faults faults = new Faults();
    var page = faults.read(() -> Sent.required(given(pageId).orElse(null), "pageId"));
    var token = faults.read(() -> given(accessToken, "accessToken"));
    faults.refuseAny();
    return new ConnectPage(page.orElseThrow(), token.orElseThrow(), given(displayName));
  }

  private static Secret given(@Nullable Secret secret, String member) {
    Secret sent = Sent.required(secret, member);
    if (sent.reveal().isBlank()) {
      throw DomainException.invalid(member, "blank");
    }
    return sent;
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
  }
}
