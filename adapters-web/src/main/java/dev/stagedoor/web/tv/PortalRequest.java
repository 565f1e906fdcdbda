package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;

/** Where to come back to. */
@Serdeable
public record PortalRequest(@JsonProperty("return_url") String returnUrl) {
  URI comeBack() {
    return Wanted.address(returnUrl, "returnUrl");
  }
}
