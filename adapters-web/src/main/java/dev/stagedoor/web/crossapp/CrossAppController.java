package dev.stagedoor.web.crossapp;

import dev.stagedoor.application.ticketing.CrossAppService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.CrossAppUse.Action;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.json.Sent;
import dev.stagedoor.web.limits.CrossAppLimits;
import dev.stagedoor.web.request.ClientAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes people to a ticketing system, and tells it who they are and what they may. */
@Controller("/api/cross-app")
@Tag(name = "Ticketing")
class CrossAppController {
  private final CrossAppService crossApp;
  private final SecretDoor door;
  private final CrossAppLimits limits;
  private final ClientAddress addresses;

  CrossAppController(
      CrossAppService crossApp, SecretDoor door, CrossAppLimits limits, ClientAddress addresses) {
    this.crossApp = crossApp;
    this.door = door;
    this.limits = limits;
    this.addresses = addresses;
  }

  /** Opens a way to the ticketing system, for whoever is signed in. */
  @Post("/generate-session")
  GeneratedSessionResponse generate(
      Actor actor, HttpRequest<?> http, @Body @Nullable GenerateSessionRequest request) {
    limits.count(http, actor);
    GenerateSessionRequest wanted =
        Objects.requireNonNullElseGet(request, GenerateSessionRequest::nothing);
    return GeneratedSessionResponse.from(
        crossApp.generate(
            actor,
            wanted.app(),
            Named.account(wanted.accountId()),
            Named.event(wanted.eventId()),
            addresses.of(http)));
  }

  /** Exchanges a token, once, for who came with it. For the ticketing system. */
  @Post("/validate-session")
  @SecurityRequirement(name = ApiDescription.TICKETING)
  ValidatedSessionResponse validate(HttpRequest<?> http, @Body ValidateSessionRequest request) {
    String address = door.admit(http, Action.VALIDATE);
    return ValidatedSessionResponse.from(
        crossApp.validate(Sent.required(request.sessionToken(), "sessionToken"), address));
  }

  /** Lists on whose behalf the user of a session may act. For the ticketing system. */
  @Get("/user-accounts")
  @SecurityRequirement(name = ApiDescription.TICKETING)
  UserAccountsResponse accounts(
      HttpRequest<?> http,
      @Header("X-Session-Token") @Nullable String reference,
      @QueryValue("session_token") @Nullable String inQuery) {
    String address = door.admit(http, Action.ACCOUNTS);
    String sent = reference == null ? Sent.text(inQuery) : reference;
    return UserAccountsResponse.from(crossApp.accounts(Secret.of(sent), address));
  }

  /** Tells whether the user of a session may do something. For the ticketing system. */
  @Post("/validate-permission")
  @SecurityRequirement(name = ApiDescription.TICKETING)
  PermissionResponse permission(HttpRequest<?> http, @Body ValidatePermissionRequest request) {
    String address = door.admit(http, Action.PERMISSION);
    return PermissionResponse.from(
        crossApp.permission(
            Sent.required(request.sessionToken(), "sessionToken"),
            Sent.required(request.permission(), "permission"),
            Named.account(request.accountId()),
            Named.event(request.eventId()),
            address));
  }
}
