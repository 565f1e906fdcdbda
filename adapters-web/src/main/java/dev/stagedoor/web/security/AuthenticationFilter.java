package dev.stagedoor.web.security;

import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.request.Accepted;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.request.PathKind;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Finds out who sends a request. A proof that is not good is not refused here but by {@link
 * AdmissionFilter}, so that bad proofs count towards the limits in between.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AuthenticationFilter {
  private static final String BAD_COOKIE = "stagedoor.bad-cookie";
  private static final String BEARER = "Bearer";

  private final SessionService sessions;
  private final ExecutorService blocking;

  AuthenticationFilter(
      SessionService sessions, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.sessions = sessions;
    this.blocking = blocking;
  }

  /** Checks a proof off the event loop; a request without one is let through at once. */
  @RequestFilter
  @Order(FilterOrder.AUTHENTICATE)
  CompletionStage<HttpRequest<?>> findCaller(HttpRequest<?> request) {
    Optional<Proof> proof = asksForProof(request) ? proof(request) : Optional.empty();
    return proof.isEmpty()
        ? CompletableFuture.completedFuture(request)
        : CompletableFuture.supplyAsync(() -> identified(request, proof.get()), blocking);
  }

  @ResponseFilter
  @Order(FilterOrder.AUTHENTICATE - 1)
  void removeBadCookie(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (request.getAttribute(BAD_COOKIE).isPresent()) {
      response.cookie(SessionCookie.cleared(request));
    }
  }

  private HttpRequest<?> identified(HttpRequest<?> request, Proof proof) {
    identify(request, proof);
    return request;
  }

  private void identify(HttpRequest<?> request, Proof proof) {
    try {
      new Caller(actor(proof), Optional.of(proof)).keepIn(request);
    } catch (DomainException notGood) {
      boolean cookie = proof.kind() == Proof.Kind.COOKIE;
      if (cookie) {
        request.setAttribute(BAD_COOKIE, true);
      }
      // Somebody whose session is over still gets to read a page, as a visitor.
      if (!cookie || !Accepted.page(request)) {
        AdmissionFilter.refuse(request, notGood);
      }
    } catch (ProviderException unknown) {
      AdmissionFilter.refuse(request, unknown);
    }
  }

  private Actor actor(Proof proof) {
    return proof.kind() == Proof.Kind.BEARER
        ? sessions.byToken(proof.secret())
        : sessions.byCookie(proof.secret());
  }

  private static Optional<Proof> proof(HttpRequest<?> request) {
    String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    String[] words = header == null ? new String[0] : header.strip().split(" +", 2);
    if (words.length > 0 && words[0].equalsIgnoreCase(BEARER)) {
      Secret token = Secret.of(words.length == 1 ? "" : words[1]);
      return Optional.of(new Proof(Proof.Kind.BEARER, token));
    }
    Optional<Secret> inAddress = inAddress(request);
    if (inAddress.isPresent()) {
      return inAddress.map(token -> new Proof(Proof.Kind.BEARER, token));
    }
    return SessionCookie.in(request).map(secret -> new Proof(Proof.Kind.COOKIE, secret));
  }

  /**
   * Finds the token in the address of a socket, for scripts in browsers can set no header there.
   */
  private static Optional<Secret> inAddress(HttpRequest<?> request) {
    return request.getHeaders().contains(HttpHeaders.SEC_WEBSOCKET_KEY)
        ? Optional.ofNullable(request.getParameters().get("token")).map(Secret::of)
        : Optional.empty();
  }

  private static boolean asksForProof(HttpRequest<?> request) {
    PathKind kind = PathKind.of(request);
    return (kind == PathKind.PRODUCT || kind == PathKind.SANDBOX)
        && RouteAttributes.getRouteInfo(request)
            .filter(route -> route.getAnnotationMetadata().hasAnnotation(NoProof.class))
            .isEmpty();
  }
}
