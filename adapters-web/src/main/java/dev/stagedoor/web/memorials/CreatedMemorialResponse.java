package dev.stagedoor.web.memorials;

import io.micronaut.serde.annotation.Serdeable;

/** A memorial that was created for a family. */
@Serdeable
public record CreatedMemorialResponse(
    boolean success, MemorialResponse memorial, String memorialUrl) {
  static CreatedMemorialResponse from(MemorialResponse memorial) {
    return new CreatedMemorialResponse(true, memorial, memorial.memorialUrl());
  }
}
