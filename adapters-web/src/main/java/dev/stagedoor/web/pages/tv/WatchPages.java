package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.FavoriteService;
import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.TellProgress;
import dev.stagedoor.application.tv.WatchProgressService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Next;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watching: channels are found and played, kept as favourites, and gone on with. */
@Hidden
@Controller("/tv/watch")
@Produces(MediaType.TEXT_HTML)
class WatchPages {
  private static final int ROWS = 40;

  private final Pages pages;
  private final PlaylistService playlists;
  private final FavoriteService favorites;
  private final WatchProgressService progress;
  private final Viewers viewers;
  private final Television television;
  private final StreamPolicies policies;

  WatchPages(
      Pages pages,
      PlaylistService playlists,
      FavoriteService favorites,
      WatchProgressService progress,
      Viewers viewers,
      Television television,
      StreamPolicies policies) {
    this.pages = pages;
    this.playlists = playlists;
    this.favorites = favorites;
    this.progress = progress;
    this.viewers = viewers;
    this.television = television;
    this.policies = policies;
  }

  @Get
  HttpResponse<String> watch(
      Shell shell,
      HttpRequest<?> request,
      @QueryValue @Nullable UUID playlist,
      @QueryValue @Nullable String play,
      @QueryValue @Nullable String search,
      @QueryValue @Nullable String type,
      @QueryValue @Nullable String group,
      @QueryValue @Nullable String find,
      PageRequest page) {
    Actor actor = shell.signedIn();
    Viewing viewing = viewers.of(actor, request);
    if (viewing.open().isEmpty()) {
      return Pages.leadTo("/tv");
    }
    ChannelSearch wanted =
        new ChannelSearch(text(search), text(type).flatMap(Channel.Kind::find), text(group));
    return opened(
        request,
        () -> {
          WatchPage shown =
              television.show(
                  actor,
                  viewing,
                  Optional.ofNullable(playlist),
                  wanted,
                  text(play),
                  text(find),
                  new PageRequest(page.page(), ROWS));
          // Where a channel plays often carries name and password of whoever watches.
          return policies.playing(
              Pages.unkept(pages.show(shell, "tv/watch", shown)),
              shown.playing().map(playing -> playing.channel().address().reveal()));
        });
  }

  /** Keeps a channel as a favourite, or forgets it; a script is told in JSON why it is refused. */
  @Post("/favorites")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> favorite(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    Viewing viewing = viewers.of(actor, request);
    String item = form.value("item");
    String back = Next.read(form.value("back")).orElse("/tv/watch");
    return opened(
        request,
        () -> {
          if (form.value("act").equals("remove")) {
            favorites.remove(actor, viewing.choice(), item);
          } else {
            Channel channel = playlists.channel(actor, playlist(form), item);
            var unused =
                favorites.save(
                    actor,
                    viewing.choice(),
                    channel.itemId(),
                    channel.kind().code(),
                    channel.name(),
                    channel.logo());
          }
          return Pages.leadTo(back);
        });
  }

  /** Takes in how far somebody is; sent by the page's own script as a form. */
  @Post("/progress")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> progress(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    var unused = progress.tell(actor, viewers.of(actor, request).choice(), told(form));
    return HttpResponse.noContent();
  }

  /** Leads back to the choice of profiles where the one that was open is so no more. */
  private static HttpResponse<String> opened(
      HttpRequest<?> request, Supplier<HttpResponse<String>> action) {
    try {
      return action.get();
    } catch (DomainException refused) {
      if (refused.code() != TvError.PROFILE_TOKEN_INVALID) {
        throw refused;
      }
      return Pages.leadTo("/tv?done=tv_closed").cookies(ProfileCookie.cleared(request));
    }
  }

  private static TellProgress told(Form form) {
    return new TellProgress(
        form.value("item_id"),
        text(form.value("item_type")),
        number(form, "progress_seconds").orElse(0),
        number(form, "duration_seconds"),
        moment(form, "client_time"),
        moment(form, "sent_at"),
        form.value("device_id"));
  }

  private static PlaylistId playlist(Form form) {
    try {
      return new PlaylistId(UUID.fromString(form.value("playlist")));
    } catch (IllegalArgumentException notAnId) {
      throw DomainException.notFound();
    }
  }

  private static Optional<Integer> number(Form form, String field) {
    Optional<String> typed = text(form.value(field));
    try {
      return typed.map(Integer::valueOf);
    } catch (NumberFormatException notANumber) {
      throw DomainException.invalid(field, "format");
    }
  }

  private static Optional<Instant> moment(Form form, String field) {
    Optional<String> typed = text(form.value(field));
    try {
      return typed.map(Instant::parse);
    } catch (DateTimeException notAMoment) {
      throw DomainException.invalid(field, "format");
    }
  }

  private static Optional<String> text(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
  }
}
