package dev.stagedoor.providers.sandbox.site;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What somebody does on a page; what each control needs of it, it asks for. */
@Serdeable
record ChannelRequest(
    @Nullable String page, @Nullable String post, @Nullable String name, @Nullable String text) {
  String given(String field) {
    String value =
        switch (field) {
          case "page" -> page;
          case "post" -> post;
          case "name" -> name;
          default -> text;
        };
    if (value == null || value.isBlank() || value.length() > 8_000) {
      throw ControlRefusal.invalid(field, "This is missing, or too long: " + field + ".");
    }
    return value.strip();
  }
}
