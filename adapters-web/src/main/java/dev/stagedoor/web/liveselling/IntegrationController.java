package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.liveselling.ConnectionService;
import dev.stagedoor.application.liveselling.IntegrationService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.web.json.Sent;
import dev.stagedoor.web.request.ProviderName;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a workspace connects, and how that stands. */
@Controller("/api/integrations")
@Tag(name = "Live selling")
class IntegrationController {

  private final IntegrationService integrations;
  private final ConnectionService connections;
  private final Translations translations;
  private final Settings settings;

  IntegrationController(
      IntegrationService integrations,
      ConnectionService connections,
      Translations translations,
      Settings settings) {
    this.integrations = integrations;
    this.connections = connections;
    this.translations = translations;
    this.settings = settings;
  }

  /** Lists every provider as the workspace sees it; for any plan. */
  @Get
  IntegrationsResponse list(
      Actor actor, Language language, @QueryValue @Nullable UUID workspaceId) {
    return IntegrationsResponse.from(
        integrations.list(actor, workspace(workspaceId)), tiles(language));
  }

  /** Connects a provider by key or token, or returns the page on which to give leave. */
  @Post("/{provider}/connect")
  HttpResponse<ConnectResponse> connect(
      Actor actor,
      Language language,
      String provider,
      @QueryValue @Nullable UUID workspaceId,
      @Body ConnectRequest request) {
    actor.mustBeSignedIn();
    ProviderId named = ProviderName.in(provider);
    Optional<WorkspaceId> workspace = workspace(workspaceId, request.workspaceId());
    return switch (request.wantedMethod()) {
      case ConnectRequest.OAUTH ->
          HttpResponse.ok(ConnectResponse.by(connections.beginConsent(actor, workspace, named)));
      case ConnectRequest.PAGE_TOKEN ->
          HttpResponse.created(
              ConnectResponse.to(
                  connections.connect(actor, workspace, named, request.toPage()), tiles(language)));
      default ->
          HttpResponse.created(
              ConnectResponse.to(
                  connections.connect(actor, workspace, named, request.toMerchant()),
                  tiles(language)));
    };
  }

  /** Takes somebody back who gave leave at the provider, and leads them to its page. */
  @Get("/{provider}/oauth/callback")
  @Status(HttpStatus.SEE_OTHER)
  HttpResponse<?> comeBack(
      Actor actor,
      String provider,
      @QueryValue @Nullable String code,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String error) {
    actor.mustBeSignedIn();
    ProviderId named = ProviderName.in(provider);
    String page = "/integrations/" + named;
    if (error != null) {
      return HttpResponse.seeOther(URI.create(page + "?done=not_connected"));
    }
    connections.finishConsent(actor, named, Secret.of(Sent.text(code)), Sent.text(state));
    return HttpResponse.seeOther(URI.create(page + "?done=connected"));
  }

  /** Asks the provider whether the connection works. */
  @Get("/{provider}/test")
  ConnectionTestResponse test(
      Actor actor, String provider, @QueryValue @Nullable UUID workspaceId) {
    return ConnectionTestResponse.from(
        integrations.test(actor, workspace(workspaceId), ProviderName.in(provider)));
  }

  /** Changes how invoices are written. */
  @Patch("/{provider}")
  IntegrationResponse change(
      Actor actor,
      Language language,
      String provider,
      @QueryValue @Nullable UUID workspaceId,
      @Body ChangeIntegrationRequest request) {
    actor.mustBeSignedIn();
    return IntegrationResponse.from(
        integrations.change(
            actor,
            workspace(workspaceId, request.workspaceId()),
            ProviderName.in(provider),
            request.toCommand()),
        tiles(language));
  }

  /** Disconnects: credentials are forgotten, invoices stay readable. */
  @Delete("/{provider}")
  @Status(HttpStatus.NO_CONTENT)
  void disconnect(Actor actor, String provider, @QueryValue @Nullable UUID workspaceId) {
    integrations.disconnect(actor, workspace(workspaceId), ProviderName.in(provider));
  }

  private Tiles tiles(Language language) {
    return new Tiles(translations, language, settings);
  }

  /** Returns the workspace that the query names, or the body; they may not name two. */
  private static Optional<WorkspaceId> workspace(@Nullable UUID inQuery, @Nullable UUID inBody) {
    if (inQuery != null && inBody != null && !inQuery.equals(inBody)) {
      throw DomainException.invalid("workspaceId", "choice");
    }
    return workspace(inQuery == null ? inBody : inQuery);
  }

  private static Optional<WorkspaceId> workspace(@Nullable UUID id) {
    return Optional.ofNullable(id).map(WorkspaceId::new);
  }
}
