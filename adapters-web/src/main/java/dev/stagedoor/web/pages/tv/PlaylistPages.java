package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ChangePlaylist;
import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The playlists of a subscriber: added, looked after, and entered into players. */
@Hidden
@Controller("/tv/playlists")
@Produces(MediaType.TEXT_HTML)
class PlaylistPages {
  private static final String HOME = "/tv/playlists";
  private static final String NAME = "name";
  private static final String URL = "url";
  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";

  private final Pages pages;
  private final PlaylistService playlists;
  private final Viewers viewers;

  PlaylistPages(Pages pages, PlaylistService playlists, Viewers viewers) {
    this.pages = pages;
    this.playlists = playlists;
    this.viewers = viewers;
  }

  @Get
  HttpResponse<String> list(Shell shell, HttpRequest<?> request) {
    return list(HttpStatus.OK, shell, request, Form.empty());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> add(Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    try {
      var unused =
          playlists.create(
              actor, viewers.of(actor, request).choice(), form.value(NAME), access(form));
      return Pages.leadTo(HOME + "?done=tv_playlist_added");
    } catch (DomainException refused) {
      return list(Refusals.status(refused), shell, request, Refusals.told(form, refused, shell));
    }
  }

  /** Shows one with its credentials. */
  @Get("/{id}")
  HttpResponse<String> playlist(Shell shell, HttpRequest<?> request, @PathVariable UUID id) {
    PlaylistView playlist = get(shell, request, id);
    return show(HttpStatus.OK, shell, playlist, filled(playlist));
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> change(
      Shell shell,
      HttpRequest<?> request,
      @PathVariable UUID id,
      @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    PlaylistView playlist = get(shell, request, id);
    try {
      var unused =
          playlists.change(
              actor,
              viewers.of(actor, request).choice(),
              new PlaylistId(id),
              change(form, playlist));
      return Pages.leadTo(HOME + "?done=tv_playlist_saved");
    } catch (DomainException refused) {
      return show(Refusals.status(refused), shell, playlist, Refusals.told(form, refused, shell));
    }
  }

  @Post("/{id}/refresh")
  @Consumes(MediaType.ALL)
  HttpResponse<String> refresh(Shell shell, HttpRequest<?> request, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    try {
      var unused =
          playlists.refresh(actor, viewers.of(actor, request).choice(), new PlaylistId(id));
      return Pages.leadTo(HOME + "?done=tv_playlist_fetching");
    } catch (DomainException refused) {
      return list(
          Refusals.status(refused), shell, request, Refusals.told(Form.empty(), refused, shell));
    }
  }

  @Post("/{id}/remove")
  @Consumes(MediaType.ALL)
  HttpResponse<String> remove(Shell shell, HttpRequest<?> request, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    try {
      playlists.remove(actor, viewers.of(actor, request).choice(), new PlaylistId(id));
      return Pages.leadTo(HOME + "?done=tv_playlist_removed");
    } catch (DomainException refused) {
      return list(
          Refusals.status(refused), shell, request, Refusals.told(Form.empty(), refused, shell));
    }
  }

  private PlaylistView get(Shell shell, HttpRequest<?> request, UUID id) {
    Actor actor = shell.signedIn();
    return playlists.get(actor, viewers.of(actor, request).choice(), new PlaylistId(id));
  }

  private HttpResponse<String> list(
      HttpStatus status, Shell shell, HttpRequest<?> request, Form form) {
    Actor actor = shell.signedIn();
    boolean isKids = viewers.of(actor, request).isKids();
    return Pages.unkept(
        pages.show(
            status, shell, "tv/playlists", new PlaylistsPage(playlists.list(actor), isKids, form)));
  }

  private HttpResponse<String> show(
      HttpStatus status, Shell shell, PlaylistView playlist, Form form) {
    return Pages.unkept(pages.show(status, shell, "tv/playlist", new PlaylistPage(playlist, form)));
  }

  private static PlaylistAccess access(Form form) {
    return new PlaylistAccess(Secret.of(form.value(URL).strip()), username(form), password(form));
  }

  /** Reads what is to be changed; no password typed leaves the one there is. */
  private static ChangePlaylist change(Form form, PlaylistView playlist) {
    Secret url = Secret.of(form.value(URL).strip());
    return new ChangePlaylist(
        Optional.of(form.value(NAME)),
        Optional.of(url).filter(typed -> !typed.equals(playlist.url())),
        Optional.of(username(form)).filter(typed -> !typed.equals(playlist.username())),
        password(form).isPresent() ? Optional.of(password(form)) : Optional.empty());
  }

  private static Optional<String> username(Form form) {
    return Optional.of(form.value(USERNAME).strip()).filter(typed -> !typed.isEmpty());
  }

  private static Optional<Secret> password(Form form) {
    return Optional.of(form.secret(PASSWORD)).filter(typed -> !typed.isBlank());
  }

  private static Form filled(PlaylistView playlist) {
    return Form.empty()
        .with(NAME, playlist.name())
        .with(URL, playlist.url().reveal())
        .with(USERNAME, playlist.username().orElse(""));
  }
}
