package dev.stagedoor.web.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server answered; members of the body are named by their path, {@code data.0.id}. */
record Answer(int status, String contentType, String text) {
  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        new String(response.body(), StandardCharsets.UTF_8));
  }

  private JsonNode body() {
    try {
      return JsonMapper.createDefault().readValue(text, JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private @Nullable JsonNode find(String path) {
    JsonNode at = body();
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
      if (at == null) {
        return null;
      }
      at = step.matches("\\d+") && at.isArray() ? at.get(Integer.parseInt(step)) : at.get(step);
    }
    return at;
  }

  /** Returns a value as text, null where the member is absent. */
  @Nullable String at(String path) {
    JsonNode found = find(path);
    return found == null || found.isNull() ? null : found.coerceStringValue();
  }

  boolean has(String path) {
    return find(path) != null;
  }

  /** Returns the names of an object's members. */
  Set<String> members(String path) {
    Set<String> names = new LinkedHashSet<>();
    find(path).entries().forEach(entry -> names.add(entry.getKey()));
    return names;
  }

  /** Returns one member of each object in a list. */
  List<String> each(String path, String member) {
    List<String> values = new ArrayList<>();
    find(path).values().forEach(one -> values.add(one.get(member).coerceStringValue()));
    return values;
  }

  Answer is(int expected) {
    assertThat(status).as(text).isEqualTo(expected);
    return this;
  }

  /** Asserts that this is the problem of a refusal, with everything a client relies on. */
  Answer refused(int expected, String code) {
    is(expected);
    assertThat(contentType).startsWith("application/problem+json");
    assertThat(at("status")).isEqualTo(String.valueOf(expected));
    assertThat(at("code")).isEqualTo(code);
    assertThat(at("success")).isEqualTo("false");
    assertThat(at("detail")).isNotBlank().isEqualTo(at("error"));
    assertThat(members("")).contains("type", "title", "instance");
    return this;
  }

  /** Asserts that these members of what was sent are refused, and told at once. */
  Answer invalid(String... field) {
    refused(422, "INVALID_VALUE");
    assertThat(each("errors", "field")).containsExactly(field);
    assertThat(each("errors", "message")).noneMatch(String::isBlank);
    return this;
  }
}
