package dev.stagedoor.web.error;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.json.SnakeCase;
import dev.stagedoor.web.request.Accepted;
import dev.stagedoor.web.request.Languages;
import dev.stagedoor.web.request.RequestId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes a problem as an answer: JSON for programs, a page for people where there is one. */
@Singleton
final class ProblemWriter {
  private final JsonMapper json;
  private final Optional<ErrorPage> page;

  ProblemWriter(JsonMapper json, Optional<ErrorPage> page) {
    this.json = json;
    this.page = page;
  }

  MutableHttpResponse<Object> write(
      HttpRequest<?> request, Problem problem, MutableHttpResponse<?> answer) {
    MutableHttpResponse<Object> response = answer.body((Object) null);
    response.status(problem.status());
    response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    problem
        .retryAfter()
        .ifPresent(pause -> response.header(HttpHeaders.RETRY_AFTER, "" + Problem.seconds(pause)));
    if (problem.status() == HttpStatus.UNAUTHORIZED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (request.getMethod() == HttpMethod.HEAD) {
      return response;
    }
    Language language = Languages.of(request);
    response.header(HttpHeaders.CONTENT_LANGUAGE, language.code());
    if (page.isPresent() && Accepted.html(request)) {
      String html = page.get().render(request, language, problem);
      return response
          .contentType(MediaType.of("text/html; charset=utf-8"))
          .body(html.getBytes(StandardCharsets.UTF_8));
    }
    return response
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(bytes(SnakeCase.where(request, members(request, problem))));
  }

  private static Map<String, Object> members(HttpRequest<?> request, Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:stagedoor:problem:" + problem.code());
    members.put("title", problem.status().getReason());
    members.put("status", problem.status().getCode());
    members.put("detail", problem.detail());
    members.put("instance", request.getPath());
    members.put("code", problem.code());
    members.put("success", false);
    members.put("error", problem.detail());
    if (!problem.errors().isEmpty()) {
      members.put(
          "errors",
          problem.errors().stream()
              .map(
                  error ->
                      Map.of(
                          "field",
                          SnakeCase.where(request, error.field()),
                          "message",
                          error.message()))
              .toList());
    }
    members.putAll(problem.members());
    problem.retryAfter().ifPresent(pause -> members.put("retryAfter", Problem.seconds(pause)));
    RequestId.of(request).ifPresent(id -> members.put("requestId", id));
    return members;
  }

  private byte[] bytes(Map<String, Object> members) {
    try {
      return json.writeValueAsBytes(members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
