package dev.stagedoor.web.accounts;

import io.micronaut.serde.annotation.Serdeable;

/** It is done, and there is nothing more to say. */
@Serdeable
public record SuccessResponse(boolean success) {
  static SuccessResponse yes() {
    return new SuccessResponse(true);
  }
}
