package dev.stagedoor.providers.sandbox.site;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a video cannot be prepared; any code. */
@Serdeable
record FailRequest(@Nullable String code) {
  private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

  String reason() {
    String reason = Optional.ofNullable(code).orElse("not_a_video");
    if (!CODE.matcher(reason).matches()) {
      throw ControlRefusal.invalid("code", "A code has small letters, digits and underscores.");
    }
    return reason;
  }
}
