package dev.stagedoor.providers.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuthException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Firebase's error codes mean. The SDK knows some; the rest it hands on as text. What it and
 * Google write beside a code names people, and is never kept.
 */
final class FirebaseCodes {
  /** What a code says of a call. */
  enum Meaning {
    /** The person, or what they showed, is not good. */
    REFUSED,
    /** It does not take this password for anybody. */
    BAD_PASSWORD,
    /** There are too many calls. */
    THROTTLED,
    /** Our keys or the project's settings are not good. */
    MISCONFIGURED,
    /** A code that has no meaning here, or that nobody knows yet. */
    OTHER
  }

  private static final Map<String, Meaning> MEANINGS =
      Stream.of(
              all(
                  Meaning.REFUSED,
                  "EMAIL_NOT_FOUND",
                  "INVALID_PASSWORD",
                  "INVALID_LOGIN_CREDENTIALS",
                  "MISSING_PASSWORD",
                  "INVALID_EMAIL",
                  "USER_DISABLED",
                  "USER_NOT_FOUND",
                  "TOKEN_EXPIRED",
                  "INVALID_ID_TOKEN",
                  "INVALID_REFRESH_TOKEN",
                  "MISSING_REFRESH_TOKEN"),
              all(Meaning.BAD_PASSWORD, "WEAK_PASSWORD", "PASSWORD_DOES_NOT_MEET_REQUIREMENTS"),
              all(Meaning.THROTTLED, "TOO_MANY_ATTEMPTS_TRY_LATER", "QUOTA_EXCEEDED"),
              all(
                  Meaning.MISCONFIGURED,
                  "API_KEY_INVALID",
                  "ADMIN_ONLY_OPERATION",
                  "CONFIGURATION_NOT_FOUND",
                  "INSUFFICIENT_PERMISSION",
                  "INVALID_PROJECT_ID",
                  "OPERATION_NOT_ALLOWED",
                  "PASSWORD_LOGIN_DISABLED",
                  "PROJECT_NOT_FOUND",
                  "PROJECT_NUMBER_MISMATCH"))
          .flatMap(meaning -> meaning.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** What the SDK calls a token or cookie that is not good. */
  private static final Set<AuthErrorCode> NO_PROOF =
      EnumSet.of(
          AuthErrorCode.INVALID_ID_TOKEN,
          AuthErrorCode.EXPIRED_ID_TOKEN,
          AuthErrorCode.REVOKED_ID_TOKEN,
          AuthErrorCode.INVALID_SESSION_COOKIE,
          AuthErrorCode.EXPIRED_SESSION_COOKIE,
          AuthErrorCode.REVOKED_SESSION_COOKIE,
          AuthErrorCode.TENANT_ID_MISMATCH,
          AuthErrorCode.USER_DISABLED,
          AuthErrorCode.USER_NOT_FOUND);

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,63}");
  private static final String KEY_INVALID = "API_KEY_INVALID";

  private FirebaseCodes() {}

  private static Map<String, Meaning> all(Meaning meaning, String... codes) {
    return Stream.of(codes).collect(Collectors.toMap(code -> code, code -> meaning));
  }

  static Meaning meaning(String code) {
    return MEANINGS.getOrDefault(code, Meaning.OTHER);
  }

  /** Tells whether the SDK found a token or cookie not good, in contrast to not finding out. */
  static boolean isNoProof(FirebaseAuthException e) {
    return e.getAuthErrorCode() != null && NO_PROOF.contains(e.getAuthErrorCode());
  }

  /** Tells whether Firebase refused what somebody showed. */
  static boolean isRefusal(FirebaseAuthException e) {
    return isNoProof(e) || of(e).filter(code -> meaning(code) == Meaning.REFUSED).isPresent();
  }

  static boolean is(FirebaseAuthException e, AuthErrorCode code) {
    return e.getAuthErrorCode() == code;
  }

  /** Reads the code out of {@code {"error": {"message": "CODE : what a person may read"}}}. */
  static Optional<String> in(Answer answer) {
    return in(answer.json());
  }

  private static Optional<String> in(JsonNode answer) {
    JsonNode error = answer.path("error");
    for (JsonNode detail : error.path("details")) {
      if (detail.path("reason").asText().equals(KEY_INVALID)) {
        return Optional.of(KEY_INVALID);
      }
    }
    String message = error.path("message").asText();
    String code = message.contains(":") ? message.substring(0, message.indexOf(':')) : message;
    return Optional.of(code.strip()).filter(found -> CODE.matcher(found).matches());
  }

  /** Returns the code of what the SDK throws. */
  static Optional<String> of(FirebaseAuthException e) {
    AuthErrorCode known = e.getAuthErrorCode();
    if (known != null) {
      return Optional.of(known.name());
    }
    IncomingHttpResponse response = e.getHttpResponse();
    if (response == null || response.getContent() == null) {
      return Optional.empty();
    }
    try {
      return in(Json.read(response.getContent().getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException notJson) {
      return Optional.empty();
    }
  }

  /** Returns what an adapter throws in place of what the SDK throws. */
  static ProviderException failure(String what, FirebaseAuthException e) {
    IncomingHttpResponse response = e.getHttpResponse();
    String code = of(e).orElse(e.getErrorCode().name());
    Kind kind;
    if (response != null && response.getStatusCode() >= 400) {
      kind = kind(meaning(code));
    } else {
      kind = e.getCause() instanceof IOException ? Kind.UNAVAILABLE : Kind.UNREADABLE;
    }
    return new ProviderException(Firebase.ID, kind, what + ": " + code);
  }

  /** Gives a refusal of a call of ours the kind that its code means. */
  static ProviderException named(ProviderException e) {
    return HttpRefusal.behind(e)
        .filter(refusal -> e.kind() == Kind.REJECTED)
        .flatMap(HttpRefusal::code)
        .map(
            code ->
                new ProviderException(Firebase.ID, kind(meaning(code)), code, null, e.getCause()))
        .orElse(e);
  }

  private static Kind kind(Meaning meaning) {
    return switch (meaning) {
      case THROTTLED -> Kind.RATE_LIMITED;
      case MISCONFIGURED -> Kind.UNAUTHORISED;
      case REFUSED, BAD_PASSWORD, OTHER -> Kind.REJECTED;
    };
  }
}
