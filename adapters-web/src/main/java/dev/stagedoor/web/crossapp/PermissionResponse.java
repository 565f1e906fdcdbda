package dev.stagedoor.web.crossapp;

import dev.stagedoor.application.ticketing.Permission;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/** Whether somebody may, and as what. */
@Serdeable
public record PermissionResponse(boolean allowed, Optional<String> role) {
  static PermissionResponse from(Permission permission) {
    return new PermissionResponse(permission.allowed(), permission.role());
  }
}
