package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.providers.support.HttpLine.Loss;
import io.micrometer.observation.transport.SenderContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one call, in as many attempts as it may take, and names what came of it. */
final class HttpAttempts {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderHttp.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
  // The lines set these by themselves; JDK's throws when it is told them.
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");
  private static final Set<String> TRACE_HEADERS = Set.of("traceparent", "tracestate");

  private final ProviderHttp http;
  private final ProviderRequest request;
  private final ProviderRuntime runtime;
  private final Map<String, String> trace = new HashMap<>();

  /** Whether an attempt may have done something, though its answer did not say so. */
  private boolean mayHaveActed;

  HttpAttempts(ProviderHttp http, ProviderRequest request) {
    this.http = http;
    this.request = request;
    this.runtime = http.calls().runtime();
  }

  /**
   * What came of one attempt: an answer, or why there is none.
   *
   * @param forbidden whether the address may not be called
   */
  private record Attempt(
      @Nullable Answer answer, boolean sent, boolean forbidden, @Nullable Loss loss, String why) {
    boolean isFailure() {
      return answer == null ? loss != Loss.INTERRUPTED && !forbidden : answer.status() >= 500;
    }
  }

  Answer send() {
    SenderContext<Map<String, String>> context =
        new SenderContext<>(
            (carrier, name, value) -> {
              if (carrier != null && TRACE_HEADERS.contains(name)) {
                carrier.put(name, value);
              }
            });
    context.setCarrier(trace);
    context.setRemoteServiceName(provider().value());
    return http.calls().observed(request.operation(), context, this::call);
  }

  private Answer call() {
    long started = runtime.waiting().nanoTime();
    for (int made = 1; ; made++) {
      Attempt attempt = attempt(left(started));
      Optional<Duration> pause = pause(attempt, made, left(started));
      if (pause.isEmpty()) {
        return outcome(attempt);
      }
      mayHaveActed |= mayHaveActed(attempt);
      try {
        runtime.waiting().pause(pause.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return outcome(attempt);
      }
    }
  }

  private Duration left(long started) {
    return http.limits().total().minusNanos(runtime.waiting().nanoTime() - started);
  }

  private Attempt attempt(Duration left) {
    Duration exchange = http.limits().exchange();
    Duration deadline = left.compareTo(exchange) < 0 ? left : exchange;
    try {
      return http.calls().attempt(() -> once(deadline), Attempt::isFailure);
    } catch (ProviderException e) {
      // The circuit is open; it may have opened between two attempts.
      throw mayHaveActed ? failure(Kind.UNREADABLE, "given up after a lost answer", null, null) : e;
    }
  }

  private Attempt once(Duration deadline) {
    long started = System.nanoTime();
    Attempt attempt;
    try {
      HttpLine.Incoming reply = http.line().send(outgoing(), deadline, http.limits().bytes());
      Answer answer = new Answer(provider(), reply.status(), reply.headers(), reply.body());
      attempt = new Attempt(answer, true, false, null, "answered " + reply.status());
    } catch (HttpLine.NotSentException e) {
      attempt = new Attempt(null, false, e.isForbidden(), null, message(e));
    } catch (HttpLine.LostException e) {
      attempt = new Attempt(null, true, false, e.loss(), message(e));
    }
    LOG.debug(
        "{} {}: {} {} {}, {}, {} ms",
        provider(),
        request.operation(),
        request.method(),
        request.address().getHost(),
        request.template(),
        attempt.why(),
        (System.nanoTime() - started) / 1_000_000);
    return attempt;
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private HttpLine.Outgoing outgoing() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("user-agent", UserAgent.VALUE);
    headers.put("accept", "application/json");
    headers.putAll(trace);
    http.credentials().forEach((name, value) -> headers.put(name, value.reveal()));
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!OWN_HEADERS.contains(name)) {
                headers.put(name, value.reveal());
              }
            });
    return new HttpLine.Outgoing(request.method(), request.address(), headers, request.body());
  }

  /** Returns how long to wait before the next attempt, empty when there shall be none. */
  private Optional<Duration> pause(Attempt attempt, int made, Duration left) {
    if (made > http.limits().repeats() || !isWorthRepeating(attempt)) {
      return Optional.empty();
    }
    Duration backOff = FIRST_PAUSE.multipliedBy(1L << Math.min(made - 1, 10));
    Duration spread =
        backOff.dividedBy(2).plusNanos(runtime.random().nextLong(backOff.toNanos() / 2));
    Answer answer = attempt.answer();
    Duration pause = answer == null ? spread : retryAfter(answer).orElse(spread);
    return pause.compareTo(left) < 0 ? Optional.of(pause) : Optional.empty();
  }

  private boolean isWorthRepeating(Attempt attempt) {
    if (!attempt.sent()) {
      return !attempt.forbidden();
    }
    if (!request.isRepeatable()) {
      return false;
    }
    Answer answer = attempt.answer();
    if (answer == null) {
      return attempt.loss() == Loss.BROKEN;
    }
    int status = answer.status();
    if (status == CONFLICT) {
      return request.repeatsConflicts();
    }
    if (request.expects(status)) {
      return false;
    }
    return GATEWAY.contains(status) || (status == TOO_MANY && retryAfter(answer).isPresent());
  }

  private boolean mayHaveActed(Attempt attempt) {
    if (request.reads() || !attempt.sent()) {
      return false;
    }
    Answer answer = attempt.answer();
    return answer == null || answer.status() >= 500 || answer.status() == CONFLICT;
  }

  private Optional<Duration> retryAfter(Answer answer) {
    return answer
        .header("retry-after")
        .flatMap(value -> RetryAfter.read(value, runtime.clock().instant()));
  }

  private Answer outcome(Attempt attempt) {
    Answer answer = attempt.answer();
    if (answer == null) {
      throw failure(unansweredKind(attempt), attempt.why(), null, null);
    }
    if (answer.isSuccess() || request.expects(answer.status())) {
      return answer;
    }
    HttpRefusal refusal = new HttpRefusal(answer.status(), code(answer));
    Duration wait = retryAfter(answer).orElse(null);
    throw failure(kind(answer.status()), String.valueOf(refusal.getMessage()), wait, refusal);
  }

  private Kind unansweredKind(Attempt attempt) {
    if (!attempt.sent()) {
      Kind surely = attempt.forbidden() ? Kind.REJECTED : Kind.UNAVAILABLE;
      return mayHaveActed ? Kind.UNREADABLE : surely;
    }
    return request.reads() && attempt.loss() != Loss.TOO_LARGE ? Kind.UNAVAILABLE : Kind.UNREADABLE;
  }

  private Kind kind(int status) {
    if (mayHaveActed || (status == CONFLICT && request.repeatsConflicts())) {
      return Kind.UNREADABLE;
    }
    if (status >= 500) {
      return request.reads() ? Kind.UNAVAILABLE : Kind.UNREADABLE;
    }
    return switch (status) {
      case 401, 403 -> Kind.UNAUTHORISED;
      case TOO_MANY -> Kind.RATE_LIMITED;
      default -> status >= 400 ? Kind.REJECTED : Kind.UNREADABLE;
    };
  }

  private @Nullable String code(Answer answer) {
    Optional<String> code;
    try {
      code = http.codes().apply(answer);
    } catch (ProviderException e) {
      // What refuses us need not do it in JSON.
      return null;
    }
    return code.filter(found -> CODE.matcher(found).matches())
        .filter(found -> !Redaction.looksLikeAKey(found))
        .orElse(null);
  }

  private ProviderException failure(
      Kind kind, String why, @Nullable Duration retryAfter, @Nullable HttpRefusal refusal) {
    return new ProviderException(
        provider(), kind, request.operation() + ": " + why, retryAfter, refusal);
  }

  private ProviderId provider() {
    return http.provider();
  }
}
