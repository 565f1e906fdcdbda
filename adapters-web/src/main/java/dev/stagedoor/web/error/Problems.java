package dev.stagedoor.web.error;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Refusal;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.web.json.MissingMembers;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what problem a failure is. */
@Singleton
public final class Problems {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(5);
  private static final String STATUS = "paymentStatus";
  private static final String WHY = "gatewayError";

  private final Translations translations;

  Problems(Translations translations) {
    this.translations = translations;
  }

  /** Says what problem it is for somebody who did not ask by a request, but over a socket. */
  public Problem of(RuntimeException cause, Language to) {
    return known(cause, to).orElseGet(() -> edge(WebError.INTERNAL_ERROR, to));
  }

  /**
   * @param status what HTTP would say of it; used only where the cause says nothing of its own
   */
  Problem of(@Nullable Throwable cause, HttpStatus status, HttpRequest<?> request, Language to) {
    Optional<Problem> known = known(cause, to);
    if (known.isPresent()) {
      return known.get();
    }
    if (cause instanceof ConstraintViolationException broken) {
      return fields(errors(broken, to), to);
    }
    if (cause instanceof UnsatisfiedRouteException missing) {
      return isBody(missing.getArgument())
          ? edge(WebError.REQUEST_UNREADABLE, to)
          : field(missing.getArgument().getName(), Rules.REQUIRED, to);
    }
    if (cause instanceof ContentLengthExceededException
        || cause instanceof BufferLengthExceededException) {
      return edge(WebError.BODY_TOO_LARGE, to);
    }
    Optional<MissingMembers> lacking = find(MissingMembers.class, cause);
    if (lacking.isPresent()) {
      return required(lacking.get(), to);
    }
    return unreadable(cause, request, to).orElseGet(() -> byStatus(status, to));
  }

  /** Says what those failures are that mean the same wherever they come up. */
  private Optional<Problem> known(@Nullable Throwable cause, Language to) {
    if (cause instanceof DomainException refused) {
      return Optional.of(refusal(refused, to));
    }
    if (cause instanceof DetailedRefusal detailed) {
      return Optional.of(detailed(detailed, to));
    }
    if (cause instanceof ProviderException failed) {
      return Optional.of(provider(failed, to));
    }
    if (cause instanceof StoreUnavailable) {
      return Optional.of(
          edge(WebError.PROVIDER_UNAVAILABLE, to)
              .with(Map.of("service", "database"))
              .after(Optional.of(STORE_PAUSE)));
    }
    if (cause instanceof WebException refused) {
      return Optional.of(
          refused.error() == WebError.RATE_LIMITED
              ? limited(refused.retryAfter().orElse(USUAL_PAUSE), to)
              : edge(refused.error(), to).after(refused.retryAfter()));
    }
    return Optional.empty();
  }

  private Problem refusal(DomainException refused, Language to) {
    ErrorCode code = refused.code();
    Map<String, Object> facts = refused.facts();
    Problem problem = domain(code, to).with(Facts.told(facts));
    if (!refused.faults().isEmpty()) {
      problem =
          problem.with(
              refused.faults().stream()
                  .map(fault -> new FieldError(fault.field(), Rules.say(fault, to, translations)))
                  .toList());
    }
    if (facts.get("retryAfter") instanceof Number seconds) {
      problem = problem.after(Optional.of(Duration.ofSeconds(seconds.longValue())));
    }
    // Credits are counted here: no provider has declined anything.
    boolean isDecline =
        code.refusal() == Refusal.PAYMENT_REFUSED && code != TvError.INSUFFICIENT_CREDITS;
    return isDecline ? decline(problem, to) : problem;
  }

  private Problem detailed(DetailedRefusal detailed, Language to) {
    Problem problem = refusal(detailed.refusal(), to);
    Map<String, Object> members = new LinkedHashMap<>(problem.members());
    members.putAll(detailed.members());
    return problem.with(members);
  }

  private Problem decline(Problem problem, Language to) {
    Map<String, Object> members = new LinkedHashMap<>(problem.members());
    if (members.containsKey(STATUS)) {
      return verdict(problem, members, to);
    }
    members.put(STATUS, "failed");
    Optional<DeclineReason> reason =
        Optional.ofNullable(members.remove("reason")).flatMap(Problems::reason);
    if (reason.isEmpty()) {
      return problem.with(members);
    }
    DeclineResponse told = DeclineResponse.of(reason.get(), translations, to);
    members.putIfAbsent(WHY, told.message());
    members.put("paymentError", told);
    return problem.with(members).saying(told.message());
  }

  /**
   * Tells where a payment stands that was looked into. The refusal keeps its own words, and says
   * why beside them.
   */
  private Problem verdict(Problem problem, Map<String, Object> members, Language to) {
    Optional<Object> why = Optional.ofNullable(members.get(WHY));
    why.map(reason -> "errors.payment." + reason)
        .filter(translations::has)
        .ifPresent(key -> members.put(WHY, translations.text(to, key)));
    why.flatMap(Problems::reason)
        .ifPresent(
            reason -> members.put("paymentError", DeclineResponse.of(reason, translations, to)));
    return problem.with(members);
  }

  private static Optional<DeclineReason> reason(Object fact) {
    for (DeclineReason reason : DeclineReason.values()) {
      if (reason.name().equals(fact.toString())) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  private Problem provider(ProviderException failed, Language to) {
    Problem problem =
        edge(WebError.valueOf("PROVIDER_" + failed.kind().name()), to)
            .with(Map.of("service", failed.provider().value()));
    return failed.isTransient()
        ? problem.after(Optional.of(failed.retryAfter().orElse(USUAL_PAUSE)))
        : problem;
  }

  private List<FieldError> errors(ConstraintViolationException broken, Language to) {
    return broken.getConstraintViolations().stream()
        .map(violation -> new FieldError(Rules.field(violation), rule(Rules.of(violation), to)))
        .sorted((one, other) -> one.field().compareTo(other.field()))
        .toList();
  }

  private Problem required(MissingMembers lacking, Language to) {
    String message = rule(Rules.REQUIRED, to);
    return fields(lacking.names().stream().map(name -> new FieldError(name, message)).toList(), to);
  }

  /** A value of the wrong kind: in the path it names nothing, elsewhere it breaks a rule. */
  private Optional<Problem> unreadable(
      @Nullable Throwable cause, HttpRequest<?> request, Language to) {
    Optional<SerdeException> serde = find(SerdeException.class, cause);
    if (cause instanceof ConversionErrorException wrong && !isBody(wrong.getArgument())) {
      String name = wrong.getArgument().getName();
      return Optional.of(
          isInPath(name, request)
              ? domain(CommonError.NOT_FOUND, to)
              : field(name, Rules.FORMAT, to));
    }
    Optional<Problem> ofField =
        serde
            .map(Problems::path)
            .filter(path -> !path.isEmpty())
            .map(at -> field(at, Rules.FORMAT, to));
    boolean ofBody =
        serde.isPresent()
            || cause instanceof ConversionErrorException
            || find(JsonSyntaxException.class, cause).isPresent()
            || find(CodecException.class, cause).isPresent();
    return find(JsonSyntaxException.class, cause).isPresent() || ofField.isEmpty()
        ? Optional.of(edge(WebError.REQUEST_UNREADABLE, to)).filter(unreadable -> ofBody)
        : ofField;
  }

  private static String path(SerdeException wrong) {
    List<String> names = new ArrayList<>();
    wrong
        .getPath()
        .forEach(
            step -> {
              if (step instanceof PropertyReferencePath property) {
                names.add(property.property().getName());
              }
            });
    Collections.reverse(names);
    return String.join(".", names);
  }

  private static <T> Optional<T> find(Class<T> type, @Nullable Throwable cause) {
    Throwable at = cause;
    for (int depth = 0; at != null && depth < 10; depth++) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  private static boolean isBody(Argument<?> argument) {
    return argument.getAnnotationMetadata().hasAnnotation(Body.class);
  }

  private static boolean isInPath(String name, HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(UriRouteMatch.class::isInstance)
        .map(UriRouteMatch.class::cast)
        .filter(match -> match.getVariableValues().containsKey(name))
        .isPresent();
  }

  private Problem byStatus(HttpStatus status, Language to) {
    return switch (status) {
      case UNAUTHORIZED -> domain(CommonError.NOT_SIGNED_IN, to);
      case FORBIDDEN -> domain(CommonError.NOT_ALLOWED, to);
      case NOT_FOUND -> domain(CommonError.NOT_FOUND, to);
      case METHOD_NOT_ALLOWED -> edge(WebError.METHOD_NOT_ALLOWED, to);
      case NOT_ACCEPTABLE -> edge(WebError.NOT_ACCEPTABLE, to);
      case REQUEST_ENTITY_TOO_LARGE -> edge(WebError.BODY_TOO_LARGE, to);
      case UNSUPPORTED_MEDIA_TYPE -> edge(WebError.MEDIA_TYPE_NOT_SUPPORTED, to);
      case UNPROCESSABLE_ENTITY -> domain(CommonError.INVALID_VALUE, to);
      case TOO_MANY_REQUESTS -> limited(USUAL_PAUSE, to);
      default ->
          status.getCode() >= 500
              ? edge(WebError.INTERNAL_ERROR, to)
              : edge(WebError.REQUEST_UNREADABLE, to);
    };
  }

  private Problem domain(ErrorCode code, Language to) {
    return Problem.of(RefusalStatus.of(code.refusal()), code.name(), text(code.name(), to));
  }

  private Problem edge(WebError error, Language to) {
    return Problem.of(error.status(), error.name(), text(error.name(), to));
  }

  private Problem limited(Duration pause, Language to) {
    Problem problem = edge(WebError.RATE_LIMITED, to).after(Optional.of(pause));
    return problem.saying(
        translations.text(
            to, "errors." + problem.code(), Map.of("seconds", Problem.seconds(pause))));
  }

  private Problem field(String field, String rule, Language to) {
    return fields(List.of(new FieldError(field, rule(rule, to))), to);
  }

  private Problem fields(List<FieldError> errors, Language to) {
    return domain(CommonError.INVALID_VALUE, to).with(errors);
  }

  private String rule(String rule, Language to) {
    return text("rule." + rule.toLowerCase(Locale.ROOT), to);
  }

  private String text(String key, Language to) {
    return translations.text(to, "errors." + key);
  }
}
