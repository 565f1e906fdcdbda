package dev.stagedoor.web.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Carries what the generated document says of the whole; nothing uses it at run time. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Stagedoor",
            version = "1",
            description =
                "Paid live and on-demand video. Every failure is application/problem+json (RFC"
                    + " 9457). A POST may carry an Idempotency-Key and be repeated. Messages come in"
                    + " the language of ?lang= or Accept-Language: en, es, fr, de, pt, it, ar, hi."))
@SecurityScheme(
    name = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The token that signing in answers.")
@SecurityScheme(
    name = "session",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    paramName = "session",
    description =
        "The cookie that POST /api/session sets. A request that changes something must come from"
            + " our own origin.")
@SecurityScheme(
    name = ApiDescription.SERVICE,
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    paramName = "x-service-api-key",
    description =
        "The key of another service of the house. With it go x-service-id, x-timestamp (seconds"
            + " since 1970) and x-signature: HMAC-SHA256 over <service id>:<timestamp>:<body as it"
            + " is sent>, in hex. No signature is taken twice.")
@SecurityScheme(
    name = ApiDescription.TICKETING,
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    paramName = "x-shared-secret",
    description = "What the ticketing system and this server share.")
public final class ApiDescription {
  /** Marks an operation that answers visitors too, and those who sign in perhaps more. */
  public static final String VISITOR = "visitor";

  /** Marks an operation that another service of the house asks for, with a signature. */
  public static final String SERVICE = "service";

  /** Marks an operation that the ticketing system asks for, with a secret. */
  public static final String TICKETING = "ticketing";

  private ApiDescription() {}
}
