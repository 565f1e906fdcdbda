package dev.stagedoor.web.memorials;

import io.micronaut.serde.annotation.Serdeable;

/** What was asked for, in the envelope clients expect. */
@Serdeable
public record DataResponse<T>(boolean success, T data) {
  static <T> DataResponse<T> of(T data) {
    return new DataResponse<>(true, data);
  }
}
