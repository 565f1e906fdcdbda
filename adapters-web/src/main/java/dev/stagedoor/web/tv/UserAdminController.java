package dev.stagedoor.web.tv;

import dev.stagedoor.application.auth.AccountAdminService;
import dev.stagedoor.application.tv.TvAdminService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts and figures, for admins. Each act is recorded. */
@Controller("/api/v1/admin")
@Tag(name = "Administration")
class UserAdminController {
  private final TvAdminService tv;
  private final AccountAdminService accounts;

  UserAdminController(TvAdminService tv, AccountAdminService accounts) {
    this.tv = tv;
    this.accounts = accounts;
  }

  /** Returns figures over everything. */
  @Get("/stats")
  StatsResponse stats(Actor actor) {
    return StatsResponse.from(tv.figures(actor));
  }

  /** Lists accounts, the newest first, all or those whose address, name or id has a text. */
  @Get("/users")
  TvUsersResponse users(Actor actor, @QueryValue @Nullable String search, PageRequest page) {
    return TvUsersResponse.from(accounts.list(actor, Wanted.text(search), page));
  }

  /** Returns an account with all that explains what its holder may do. */
  @Get("/users/{id}")
  UserDetailResponse user(Actor actor, UUID id) {
    return UserDetailResponse.from(tv.user(actor, new UserId(id)));
  }

  /** Gives an account another role. Not one's own. */
  @Patch("/users/{id}/role")
  TvUserResponse changeRole(Actor actor, Words words, UUID id, @Body ChangeRoleRequest request) {
    actor.mustBeAdmin();
    return TvUserResponse.from(
        accounts.changeRole(actor, new UserId(id), request.wanted(), Sent.text(request.reason())),
        words.say("ui.done.tv_role_changed"));
  }

  /** Lets an account act no more. Not one's own. Repeatable. */
  @Post("/users/{id}/suspend")
  TvUserResponse suspend(Actor actor, Words words, UUID id, @Body @Nullable ReasonRequest request) {
    return TvUserResponse.from(
        accounts.suspend(actor, new UserId(id), ReasonRequest.of(request)),
        words.say("ui.done.tv_user_suspended"));
  }

  /** Lets it act again. Repeatable. */
  @Post("/users/{id}/resume")
  TvUserResponse resume(Actor actor, Words words, UUID id, @Body @Nullable ReasonRequest request) {
    return TvUserResponse.from(
        accounts.resume(actor, new UserId(id), ReasonRequest.of(request)),
        words.say("ui.done.tv_user_resumed"));
  }
}
