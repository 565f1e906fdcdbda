package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ShowItemService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ShowId;
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

/** What a show sells. */
@Controller("/api/shows/{id}/items")
@Tag(name = "Live selling")
class ShowItemController {

  private final ShowItemService items;

  ShowItemController(ShowItemService items) {
    this.items = items;
  }

  /** Adds an item. */
  @Post
  @Status(HttpStatus.CREATED)
  ItemResponse add(Actor actor, UUID id, @Body NewItemRequest request) {
    actor.mustBeSignedIn();
    return ItemResponse.from(items.add(actor, new ShowId(id), request.toDetails()));
  }

  /** Lists the show's items by number. */
  @Get
  ShowItemsResponse list(Actor actor, UUID id) {
    return ShowItemsResponse.from(items.list(actor, new ShowId(id)));
  }

  /** Changes what is sent; with more pieces those who wait are served, with fewer the last lose. */
  @Patch("/{itemId}")
  ItemResponse change(Actor actor, UUID id, UUID itemId, @Body ChangeItemRequest request) {
    actor.mustBeSignedIn();
    return ItemResponse.from(
        items.change(actor, new ShowId(id), new ItemId(itemId), request.toChange()));
  }

  /** Removes an item that nobody has claimed. */
  @Delete("/{itemId}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, UUID id, UUID itemId) {
    items.remove(actor, new ShowId(id), new ItemId(itemId));
  }
}
