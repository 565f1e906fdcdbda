package dev.stagedoor.web.tv;

import dev.stagedoor.application.notifications.TemplateService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.notifications.TemplateId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** What notifications say, kept by admins. Each act is recorded. */
@Controller("/api/v1/notifications/templates")
@Tag(name = "Notifications")
class TemplateController {
  private final TemplateService templates;

  TemplateController(TemplateService templates) {
    this.templates = templates;
  }

  /** Makes a template. */
  @Post
  @Status(HttpStatus.CREATED)
  TemplateResponse make(Actor actor, @Body NewTemplateRequest request) {
    actor.mustBeAdmin();
    return TemplateResponse.from(templates.make(actor, request.wantedKey(), request.letter()));
  }

  /** Lists every template, by key. */
  @Get
  TemplatesResponse list(Actor actor) {
    return TemplatesResponse.from(templates.list(actor));
  }

  /** Returns one. */
  @Get("/{id}")
  TemplateResponse get(Actor actor, UUID id) {
    return TemplateResponse.from(templates.get(actor, new TemplateId(id)));
  }

  /** Changes what a template says; what is being sent goes on saying what it said. */
  @Patch("/{id}")
  TemplateResponse change(Actor actor, UUID id, @Body ChangeTemplateRequest request) {
    actor.mustBeAdmin();
    return TemplateResponse.from(templates.change(actor, new TemplateId(id), request.toCommand()));
  }

  /** Removes a template, unless the product itself sends by it. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, UUID id) {
    templates.remove(actor, new TemplateId(id));
  }

  /** Shows what somebody would read. */
  @Post("/{id}/preview")
  PreviewResponse preview(Actor actor, UUID id, @Body PreviewRequest request) {
    actor.mustBeAdmin();
    return PreviewResponse.from(
        templates.preview(
            actor, new TemplateId(id), request.values(), request.reader(), request.wanted()));
  }
}
