package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the playlists of a subscriber have: channels, films, episodes, and when what is on. */
@Controller("/api/v1/playlists/{id}")
@Tag(name = "Subscription TV")
class ChannelController {
  private static final Duration USUAL_GUIDE = Duration.ofDays(1);

  private final PlaylistService playlists;
  private final Clock clock;

  ChannelController(PlaylistService playlists, Clock clock) {
    this.playlists = playlists;
    this.clock = clock;
  }

  /** Lists channels in the service's order, all or those that are searched for. */
  @Get("/channels")
  ChannelsResponse channels(
      Actor actor,
      UUID id,
      @QueryValue @Nullable String search,
      @QueryValue @Nullable String type,
      @QueryValue @Nullable String group,
      PageRequest page) {
    actor.mustBeSignedIn();
    ChannelSearch wanted =
        new ChannelSearch(
            Wanted.text(search), Wanted.text(type).map(Wanted::kind), Optional.ofNullable(group));
    return ChannelsResponse.from(playlists.channels(actor, new PlaylistId(id), wanted, page));
  }

  /** Returns a channel with where its stream is. */
  @Get("/channels/{item}")
  ChannelResponse channel(Actor actor, UUID id, String item) {
    return ChannelResponse.from(playlists.channel(actor, new PlaylistId(id), item));
  }

  /** Lists the groups of a playlist by name. */
  @Get("/groups")
  GroupsResponse groups(Actor actor, UUID id) {
    return GroupsResponse.from(playlists.groups(actor, new PlaylistId(id)));
  }

  /** Lists what is on between two moments, a week apart at most; from now on for a day. */
  @Get("/guide")
  GuideResponse guide(
      Actor actor,
      UUID id,
      @QueryValue("guide_id") @Nullable String guideId,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to,
      PageRequest page) {
    actor.mustBeSignedIn();
    Instant begin = Sent.instant(from, "from").orElseGet(clock::instant);
    Instant end = Sent.instant(to, "to").orElseGet(() -> begin.plus(USUAL_GUIDE));
    return GuideResponse.from(
        playlists.guide(actor, new PlaylistId(id), Wanted.text(guideId), begin, end, page));
  }
}
