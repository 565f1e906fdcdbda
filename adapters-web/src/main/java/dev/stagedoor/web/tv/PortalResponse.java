package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;

/** Where somebody changes cards and plans and sees bills. */
@Serdeable
public record PortalResponse(@JsonProperty("portal_url") URI portalUrl) {}
