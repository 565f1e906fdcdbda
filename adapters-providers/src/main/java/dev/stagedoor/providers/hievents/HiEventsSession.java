package dev.stagedoor.providers.hievents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.hievents.HiEventsConfig.ServiceUser;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderHttp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service user's session: signed in when first needed, renewed when nine tenths of its life are
 * over, signed in anew when it is refused. All threads share it, and only one of them renews.
 */
final class HiEventsSession {
  private static final int REFUSED = 401;
  private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{8,8192}");

  private final ProviderHttp http;
  private final ServiceUser user;
  private final Clock clock;
  private @Nullable Token current;
  private @Nullable CompletableFuture<Token> renewal;

  /** What is sent along; another object each time it is renewed. */
  private record Token(Secret value, Instant renewAt) {}

  HiEventsSession(ProviderHttp http, ServiceUser user, Clock clock) {
    this.http = http;
    this.user = user;
    this.clock = clock;
  }

  /** Makes a call with a token, and once more with a new one when the token is refused. */
  Answer ask(Function<Secret, Answer> call) {
    Token token = token();
    try {
      return call.apply(token.value());
    } catch (ProviderException e) {
      if (!HttpRefusal.is(e, REFUSED)) {
        throw e;
      }
      return call.apply(renewed(token, true).value());
    }
  }

  private Token token() {
    Token known;
    synchronized (this) {
      known = current;
    }
    return known != null && clock.instant().isBefore(known.renewAt())
        ? known
        : renewed(known, false);
  }

  /** Returns the token that follows this one, got by this thread or by who came first. */
  private Token renewed(@Nullable Token known, boolean isRefused) {
    CompletableFuture<Token> mine = new CompletableFuture<>();
    CompletableFuture<Token> running;
    synchronized (this) {
      Token newer = current;
      if (newer != null && !newer.equals(known)) {
        return newer;
      }
      running = renewal;
      if (running == null) {
        renewal = mine;
      }
    }
    if (running != null) {
      return result(running);
    }
    try {
      Token token = known == null || isRefused ? login() : refresh(known);
      synchronized (this) {
        current = token;
      }
      mine.complete(token);
      return token;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      synchronized (this) {
        renewal = null;
      }
      mine.cancel(false);
    }
  }

  private static Token result(CompletableFuture<Token> running) {
    try {
      return running.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ProviderException refusal
          ? refusal
          : new IllegalStateException("the sign-in of another thread failed", e.getCause());
    }
  }

  private Token login() {
    ObjectNode request =
        Json.object().put("email", user.email()).put("password", user.password().reveal());
    user.account().ifPresent(id -> request.put("account_id", Long.parseLong(id)));
    return token(
        http.post("auth.login", "/auth/login")
            .header("Accept", "application/json")
            .json(request)
            .reading()
            .send());
  }

  /** Exchanges a token, which is good for nothing after that. */
  private Token refresh(Token known) {
    try {
      return token(
          http.post("auth.refresh", "/auth/refresh")
              .bearer(known.value())
              .header("Accept", "application/json")
              .send());
    } catch (ProviderException e) {
      if (e.isTransient()) {
        throw e;
      }
      // It was too old, or taken and the answer lost.
      return login();
    }
  }

  private Token token(Answer answer) {
    JsonNode body = answer.json();
    JsonNode life = body.path("expires_in");
    if (body.path("token").isNull() && body.path("accounts").size() > 1) {
      throw new ProviderException(
          HiEvents.ID,
          Kind.UNAUTHORISED,
          "the service user has several accounts: set " + HiEventsConfig.PREFIX + ".account-id");
    }
    Secret value =
        Optional.ofNullable(body.path("token").textValue())
            .filter(text -> TOKEN.matcher(text).matches())
            .map(Secret::of)
            .orElseThrow(() -> answer.unreadable("answered without a token"));
    if (!life.isIntegralNumber() || life.asLong() < 1 || life.asLong() > LONGEST_LIFE) {
      throw answer.unreadable("answered without a token's life");
    }
    return new Token(
        value,
        clock.instant().plus(Duration.ofSeconds(life.asLong()).multipliedBy(9).dividedBy(10)));
  }

  @Override
  public String toString() {
    return "the session of hi-events";
  }
}
