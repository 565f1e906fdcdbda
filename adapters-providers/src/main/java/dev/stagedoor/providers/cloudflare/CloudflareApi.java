package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks the API of Stream, of one account, and opens the envelopes its answers come in. */
final class CloudflareApi {
  static final int NOT_FOUND = 404;

  private static final String STREAM = "/accounts/{}/stream";
  // Lists come whole; a live input in a list has some 300 bytes.
  private static final int LONGEST_LIST = 16 << 20;

  private final ProviderHttp http;
  private final String account;

  CloudflareApi(CloudflareConfig config, ProviderRuntime runtime, HttpLimits limits) {
    this.account = config.accountId();
    this.http =
        ProviderHttp.to(Cloudflare.ID, config.baseUrl(), runtime)
            .bearer(config.apiToken())
            .limits(limits.withBytes(LONGEST_LIST))
            .errorCode(CloudflareApi::code)
            .build();
  }

  private static Optional<String> code(Answer answer) {
    return Optional.of(answer.json().path("errors").path(0).path("code"))
        .filter(JsonNode::isIntegralNumber)
        .map(JsonNode::asText);
  }

  ProviderRequest get(String operation, String template, String... segments) {
    return http.get(operation, STREAM + template, inAccount(segments));
  }

  ProviderRequest post(String operation, String template, String... segments) {
    return http.post(operation, STREAM + template, inAccount(segments));
  }

  ProviderRequest put(String operation, String template, String... segments) {
    return http.put(operation, STREAM + template, inAccount(segments));
  }

  /** Deletes a thing, unless there is none. */
  void delete(String operation, String template, String... segments) {
    Answer answer =
        http.delete(operation, STREAM + template, inAccount(segments)).expecting(NOT_FOUND).send();
    // No schema says what a deletion is answered with; often it is nothing.
    if (answer.status() != NOT_FOUND && answer.body().length > 0) {
      envelope(answer);
    }
  }

  private String[] inAccount(String... segments) {
    return Stream.concat(Stream.of(account), Stream.of(segments)).toArray(String[]::new);
  }

  private static JsonNode envelope(Answer answer) {
    JsonNode envelope = answer.json();
    if (!envelope.path("success").asBoolean(false)) {
      throw answer.unreadable("an answer that does not say success");
    }
    return envelope;
  }

  /** Reads what is in the envelope of an answer; what is not readable is said to be so. */
  static <T> T result(Answer answer, Function<JsonNode, T> reader) {
    JsonNode result = envelope(answer).path("result");
    try {
      return reader.apply(result);
    } catch (IllegalArgumentException e) {
      throw answer.unreadable("answered with " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "the account at " + http;
  }
}
