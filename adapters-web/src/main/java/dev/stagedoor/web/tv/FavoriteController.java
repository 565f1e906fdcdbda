package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.FavoriteService;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.SavedFavorite;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a profile wants to find again. */
@Controller("/api/v1/favorites")
@Tag(name = "Subscription TV")
class FavoriteController {
  private final FavoriteService favorites;

  FavoriteController(FavoriteService favorites) {
    this.favorites = favorites;
  }

  /** Adds a favorite; one that is there takes the new name and logo. */
  @Post
  @ApiResponse(
      responseCode = "201",
      description = "It is new.",
      content = @Content(schema = @Schema(implementation = FavoriteResponse.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It was there.",
      content = @Content(schema = @Schema(implementation = FavoriteResponse.class)))
  HttpResponse<FavoriteResponse> save(
      Actor actor, ProfileChoice as, Words words, @Body FavoriteRequest request) {
    actor.mustBeSignedIn();
    SavedFavorite saved =
        favorites.save(
            actor,
            as,
            Sent.required(request.itemId(), "itemId"),
            Sent.required(request.itemType(), "itemType"),
            Sent.required(request.itemName(), "itemName"),
            Wanted.text(request.itemLogo()));
    FavoriteResponse answer =
        FavoriteResponse.from(saved.favorite(), words.say("ui.done.tv_favorite_saved"));
    return saved.isNew() ? HttpResponse.created(answer) : HttpResponse.ok(answer);
  }

  /** Lists favorites, the newest first, all or those of one type. */
  @Get
  FavoritesResponse list(
      Actor actor, ProfileChoice as, @QueryValue @Nullable String type, PageRequest page) {
    return FavoritesResponse.from(favorites.list(actor, as, Wanted.text(type), page));
  }

  /** Removes one; nothing happens where it is not there. */
  @Delete("/{item}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, ProfileChoice as, String item) {
    favorites.remove(actor, as, item);
  }
}
