package dev.stagedoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came back. */
public record Answer(HttpResponse<byte[]> response) {
  private static final JsonMapper JSON = JsonMapper.createDefault();

  public int status() {
    return response.statusCode();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public Map<String, Object> json() {
    try {
      return JSON.readValue(response.body(), Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(text(), e);
    }
  }

  public Object member(String name) {
    return json().get(name);
  }

  /** Checks that this is a problem of that status and code, with everything a problem has. */
  public Answer isProblem(int status, String code) {
    assertThat(text()).as("status %s", status()).contains("\"code\":\"" + code + "\"");
    assertThat(status()).isEqualTo(status);
    assertThat(header("Content-Type")).hasValue("application/problem+json");
    Map<String, Object> problem = json();
    assertThat(problem)
        .containsEntry("status", status)
        .containsEntry("code", code)
        .containsEntry("success", false)
        .containsEntry("detail", problem.get("error"))
        .containsEntry("instance", response.uri().getRawPath())
        .containsKeys("type", "title");
    assertThat(text()).doesNotContain("Exception", "dev.stagedoor", "io.micronaut");
    return this;
  }
}
