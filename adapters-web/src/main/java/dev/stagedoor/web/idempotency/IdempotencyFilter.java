package dev.stagedoor.web.idempotency;

import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.request.ClientAddress;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.request.PathKind;
import dev.stagedoor.web.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Does a POST with an {@code Idempotency-Key} once. The key belongs to one caller, method and path;
 * with another body it is refused, and while the first request still runs too. A request that was
 * cut off with its process stops giving signs of life, and the next takes its key. What may go
 * otherwise the next time (a failure of ours, too many requests, not signed in) is not kept.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class IdempotencyFilter implements ConditionalFilter {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final Duration STILL_RUNNING = Duration.ofSeconds(1);
  private static final int SIGNS_OF_LIFE = 3;

  private final IdempotencyRecords records;
  private final IdempotencySettings settings;
  private final AnswerBytes answers;
  private final ClientAddress addresses;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Scheduler blocking;

  IdempotencyFilter(
      IdempotencyRecords records,
      IdempotencySettings settings,
      AnswerBytes answers,
      ClientAddress addresses,
      Clock clock,
      MeterRegistry meters,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.records = records;
    this.settings = settings;
    this.answers = answers;
    this.addresses = addresses;
    this.clock = clock;
    this.meters = meters;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.POST
        && request.getHeaders().contains(RepeatKey.HEADER)
        && PathKind.of(request) == PathKind.PRODUCT;
  }

  @RequestFilter
  @Order(FilterOrder.REPLAY)
  Publisher<? extends HttpResponse<?>> once(
      ServerHttpRequest<?> request, FilterContinuation<Publisher<HttpResponse<?>>> chain) {
    // Asked again because with CORS on the server runs filters that said they are not enabled.
    if (!isEnabled(request)) {
      return chain.proceed();
    }
    RepeatKey key = RepeatKey.in(request).orElseThrow();
    return body(request)
        .publishOn(blocking)
        .map(body -> new Repeatable(request, key, body))
        .flatMap(one -> answer(one, chain));
  }

  private Mono<? extends HttpResponse<?>> answer(
      Repeatable one, FilterContinuation<Publisher<HttpResponse<?>>> chain) {
    IdempotencyRecords.Known known = records.start(one.asked);
    return switch (known.state()) {
      case STARTED ->
          holding(one, Mono.from(chain.proceed()))
              .publishOn(blocking)
              .<HttpResponse<?>>map(response -> kept(one, response))
              .doOnError(failure -> records.release(one.asked));
      case FINISHED -> Mono.just(replayed(one, known.answer().orElseThrow()));
      case RUNNING -> Mono.error(new WebException(WebError.IDEMPOTENCY_KEY_RUNNING, STILL_RUNNING));
      case OTHER_BODY -> Mono.error(new WebException(WebError.IDEMPOTENCY_KEY_REUSED));
    };
  }

  /** Renews the lease for as long as the answer is awaited. */
  private <T> Mono<T> holding(Repeatable one, Mono<T> answer) {
    return Mono.using(
        () ->
            Flux.interval(settings.lease().dividedBy(SIGNS_OF_LIFE))
                .onBackpressureDrop()
                .publishOn(blocking, 1)
                .subscribe(tick -> renew(one)),
        renewing -> answer,
        Disposable::dispose);
  }

  private void renew(Repeatable one) {
    try {
      records.renew(one.asked, clock.instant().plus(settings.lease()));
    } catch (StoreUnavailable next) {
      // The next sign of life may still come in time.
      LOG.warn("a running request could not keep its idempotency key: {}", next.getMessage());
    }
  }

  private HttpResponse<?> kept(Repeatable one, HttpResponse<?> response) {
    MutableHttpResponse<?> answer = response.toMutableResponse();
    boolean finished = false;
    try {
      var bytes = answers.of(one.request, answer).filter(body -> isKept(answer));
      if (bytes.isPresent()) {
        String type = answer.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        records.finish(
            one.asked,
            new IdempotencyRecords.Answer(
                answer.code(), type == null ? "" : type, one.seal.close(bytes.get())));
        finished = true;
      }
    } finally {
      if (!finished) {
        records.release(one.asked);
      }
    }
    return answer;
  }

  private static boolean isKept(HttpResponse<?> answer) {
    int status = answer.code();
    return status < 500
        && status != HttpStatus.UNAUTHORIZED.getCode()
        && status != HttpStatus.TOO_MANY_REQUESTS.getCode();
  }

  private HttpResponse<?> replayed(Repeatable one, IdempotencyRecords.Answer answer) {
    meters.counter("stagedoor.idempotency.replays").increment();
    byte[] body = one.seal.open(answer.body());
    MutableHttpResponse<Object> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
    response.header("Idempotent-Replayed", "true");
    if (!answer.contentType().isEmpty()) {
      response.header(HttpHeaders.CONTENT_TYPE, answer.contentType());
    }
    return body.length == 0 ? response : response.body(body);
  }

  private Mono<byte[]> body(ServerHttpRequest<?> request) {
    ByteBody body = request.byteBody();
    if (body.expectedLength().orElse(0) > settings.maxBodyBytes()) {
      return Mono.error(new WebException(WebError.BODY_TOO_LARGE));
    }
    return Mono.fromFuture(() -> body.split(ByteBody.SplitBackpressureMode.FASTEST).buffer())
        .handle(
            (available, next) -> {
              byte[] bytes = read(available);
              if (bytes.length > settings.maxBodyBytes()) {
                next.error(new WebException(WebError.BODY_TOO_LARGE));
              } else {
                next.next(bytes);
              }
            });
  }

  private static byte[] read(CloseableAvailableByteBody available) {
    try (available) {
      return available.toByteArray();
    }
  }

  /** One request that may be repeated, and what its answer is locked with. */
  private final class Repeatable {
    private final HttpRequest<?> request;
    private final IdempotencyRecords.Attempt asked;
    private final AnswerSeal seal;

    Repeatable(HttpRequest<?> request, RepeatKey key, byte[] body) {
      this.request = request;
      Actor actor = Caller.of(request).actor();
      String principal = actor.isSignedIn() ? actor.userId().toString() : addresses.of(request);
      String scope = principal + " " + request.getMethodName() + " " + request.getPath();
      this.seal = AnswerSeal.of(scope, key);
      Instant now = clock.instant();
      this.asked =
          new IdempotencyRecords.Attempt(
              new IdempotencyRecords.Request(
                  scope,
                  AnswerSeal.name(scope, key),
                  HexFormat.of().formatHex(AnswerSeal.sha256(body))),
              UUID.randomUUID(),
              now,
              now.plus(settings.lease()),
              now.plus(settings.keep()));
    }
  }
}
