package dev.stagedoor.providers.facebook;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HmacSha256;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers Meta when the webhook is set up: whoever knows the verify token gets back what they sent.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests">Verification
 *     requests</a>
 */
@Controller("/api/webhooks/facebook")
final class FacebookHandshake {
  // Meta sends digits; nothing else that could mean something to a reader is repeated.
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final Secret verifyToken;

  FacebookHandshake(FacebookConfig config) {
    this.verifyToken = config.verifyToken();
  }

  @Get
  @Produces(MediaType.TEXT_PLAIN)
  HttpResponse<String> verify(
      @QueryValue("hub.mode") Optional<String> mode,
      @QueryValue("hub.verify_token") Optional<String> token,
      @QueryValue("hub.challenge") Optional<String> challenge) {
    boolean isKnown =
        HmacSha256.isEqual(token.orElse(""), verifyToken.reveal())
            && mode.filter("subscribe"::equals).isPresent();
    return isKnown
        ? challenge
            .filter(text -> CHALLENGE.matcher(text).matches())
            .map(HttpResponse::ok)
            .orElseGet(HttpResponse::badRequest)
        : HttpResponse.status(HttpStatus.FORBIDDEN);
  }
}
