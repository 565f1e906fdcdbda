package dev.stagedoor.persistence.sql;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes and reads JSON columns outside Micronaut Data. */
@Singleton
public final class Documents {
  private final JsonMapper json;

  public Documents(JsonMapper json) {
    this.json = json;
  }

  public String write(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public <T> T read(String document, Argument<T> type) {
    try {
      return json.readValue(document, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
