package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where to come back to. */
@Serdeable
public record PortalRequest(@JsonProperty("return_url") @Nullable String returnUrl) {
  URI comeBack() {
    return Wanted.address(Sent.required(returnUrl, "returnUrl"), "returnUrl");
  }
}
