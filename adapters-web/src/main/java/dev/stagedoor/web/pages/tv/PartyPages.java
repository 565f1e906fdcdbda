package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Watching together. What happens in a party comes to the page over its own connection. */
@Hidden
@Controller("/tv/party")
@Produces(MediaType.TEXT_HTML)
class PartyPages {
  private final Pages pages;
  private final PlaylistService playlists;
  private final Viewers viewers;
  private final StreamPolicies policies;

  PartyPages(Pages pages, PlaylistService playlists, Viewers viewers, StreamPolicies policies) {
    this.pages = pages;
    this.playlists = playlists;
    this.viewers = viewers;
    this.policies = policies;
  }

  @Get
  HttpResponse<String> begin(
      Shell shell,
      HttpRequest<?> request,
      @QueryValue @Nullable UUID playlist,
      @QueryValue @Nullable String play) {
    Actor actor = shell.signedIn();
    Optional<PartyPage.Shown> watching =
        playlist == null || play == null
            ? Optional.empty()
            : Optional.of(shown(actor, playlist, play));
    return show(shell, request, Optional.empty(), watching);
  }

  /** Opens an invitation. Whether there is such a party is told to those who join. */
  @Get("/{room}")
  HttpResponse<String> invited(Shell shell, HttpRequest<?> request, @PathVariable String room) {
    var unused = shell.signedIn();
    PartyId party = PartyId.find(room).orElseThrow(DomainException::notFound);
    return show(shell, request, Optional.of(party.toString()), Optional.empty());
  }

  private HttpResponse<String> show(
      Shell shell,
      HttpRequest<?> request,
      Optional<String> room,
      Optional<PartyPage.Shown> watching) {
    Viewing viewing = viewers.of(shell.signedIn(), request);
    viewing.mustBeGrownUp();
    String name =
        viewing
            .open()
            .or(() -> viewing.profiles().stream().filter(ProfileView::isDefault).findFirst())
            .map(ProfileView::name)
            .orElse("");
    return policies.anywhere(
        Pages.unkept(pages.show(shell, "tv/party", new PartyPage(room, name, watching))));
  }

  private PartyPage.Shown shown(Actor actor, UUID playlist, String item) {
    PlaylistView from =
        playlists.list(actor).stream()
            .filter(one -> one.id().equals(playlist))
            .findFirst()
            .orElseThrow(DomainException::notFound);
    Channel channel = playlists.channel(actor, new PlaylistId(playlist), item);
    String address = channel.address().reveal();
    if (!Sharing.isForAll(from, address)) {
      throw DomainException.notFound();
    }
    return new PartyPage.Shown(address, channel.name(), channel.itemId());
  }
}
