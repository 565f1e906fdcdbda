package dev.stagedoor.web.tv;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.tv.DiscoveryService;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What there is to watch in the caller's own playlists: searched for, watched by many, alike. */
@Controller("/api/v1")
@Tag(name = "Subscription TV")
class DiscoveryController {
  private final DiscoveryService discovery;
  private final Translations translations;

  DiscoveryController(DiscoveryService discovery, Translations translations) {
    this.discovery = discovery;
    this.translations = translations;
  }

  /**
   * Searches all playlists by words of names and groups, the last word by its beginning; typos are
   * forgiven. What fits best comes first.
   */
  @Get("/search/content")
  SearchResponse search(
      Actor actor,
      @QueryValue @Nullable String q,
      @QueryValue @Nullable String type,
      PageRequest page) {
    actor.mustBeSignedIn();
    return SearchResponse.from(
        discovery.search(actor, Sent.required(q, "q"), Wanted.text(type).map(Wanted::kind), page));
  }

  /** Lists what most people watched lately, of what the caller has too: a hundred at most. */
  @Get("/discovery/trending")
  TrendingResponse trending(
      Actor actor,
      ProfileChoice as,
      @QueryValue @Nullable String window,
      @QueryValue @Nullable String type,
      @QueryValue @Nullable String limit) {
    actor.mustBeSignedIn();
    return TrendingResponse.from(
        discovery.trending(
            actor,
            as,
            Wanted.text(window).map(DiscoveryController::window).orElse(TrendWindow.DAY),
            Wanted.text(type).map(Wanted::kind).map(Channel.Kind::code),
            most(limit)));
  }

  /** Lists what a profile may like, each with its reason: a hundred at most. */
  @Get("/recommendations/for-you")
  RecommendationsResponse forYou(
      Actor actor, ProfileChoice as, Language language, @QueryValue @Nullable String limit) {
    actor.mustBeSignedIn();
    return RecommendationsResponse.from(
        discovery.forYou(actor, as, most(limit)), translations, language);
  }

  /** Lists what belongs to something of the caller's: a hundred at most. */
  @Get("/recommendations/similar/{item}")
  RecommendationsResponse similar(
      Actor actor,
      ProfileChoice as,
      Language language,
      String item,
      @QueryValue @Nullable String limit) {
    actor.mustBeSignedIn();
    return RecommendationsResponse.from(
        discovery.similar(actor, as, item, most(limit)), translations, language);
  }

  private static int most(@Nullable String limit) {
    int most = Wanted.text(limit).map(DiscoveryController::number).orElse(DiscoveryService.USUAL);
    if (most < 1 || most > DiscoveryService.MOST) {
      throw DomainException.invalid(Fault.outside("limit", 1, DiscoveryService.MOST));
    }
    return most;
  }

  /** Nought is no number of things: what is no number is refused with the same words. */
  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private static TrendWindow window(String name) {
    try {
      return TrendWindow.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw DomainException.invalid("window", "choice");
    }
  }
}
