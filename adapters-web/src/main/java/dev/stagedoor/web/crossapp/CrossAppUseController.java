package dev.stagedoor.web.crossapp;

import dev.stagedoor.application.ticketing.CrossAppService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.json.PageResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The record of what went between this server and a ticketing system. */
@Controller("/api/admin/cross-app")
@Tag(name = "Ticketing")
class CrossAppUseController {
  private final CrossAppService crossApp;

  CrossAppUseController(CrossAppService crossApp) {
    this.crossApp = crossApp;
  }

  /** Lists what sessions were used for, and attempts at that, the newest first. For admins. */
  @Get("/uses")
  PageResponse<UseResponse> uses(Actor actor, PageRequest page) {
    return PageResponse.from(crossApp.uses(actor, page), UseResponse::from);
  }
}
