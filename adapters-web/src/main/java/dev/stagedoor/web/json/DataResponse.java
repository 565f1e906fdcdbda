package dev.stagedoor.web.json;

import io.micronaut.serde.annotation.Serdeable;

/** What was asked for, in the envelope clients expect. */
@Serdeable
public record DataResponse<T>(boolean success, T data) {
  public static <T> DataResponse<T> of(T data) {
    return new DataResponse<>(true, data);
  }
}
