package dev.stagedoor.web.pages;

import dev.stagedoor.application.Settings;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.Language;
import io.micronaut.http.uri.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands around a page, and who reads it in which language. Controllers of pages declare a
 * parameter of this type; templates get it as {@code shell}.
 */
public record Shell(
    Texts text, Actor actor, Site site, Set<Settings.Area> areas, Assets assets, URI address) {
  private static final Pattern NOTE = Pattern.compile("[a-z_]{1,40}");

  /** Returns whoever is signed in; a visitor is led to sign in and come back. */
  public Actor signedIn() {
    if (!actor.isSignedIn()) {
      throw new SignInFirst();
    }
    return actor;
  }

  public boolean hasMemorials() {
    return areas.contains(Settings.Area.MEMORIALS);
  }

  public boolean hasLiveSelling() {
    return areas.contains(Settings.Area.LIVESELLING);
  }

  public boolean hasCourses() {
    return areas.contains(Settings.Area.COURSES);
  }

  public boolean hasEvents() {
    return areas.contains(Settings.Area.EVENTS);
  }

  public boolean hasTv() {
    return areas.contains(Settings.Area.TV);
  }

  public boolean isReseller() {
    return actor.has(Role.RESELLER);
  }

  public boolean isDirector() {
    return actor.has(Role.FUNERAL_DIRECTOR);
  }

  public Language language() {
    return text.language();
  }

  public List<Language> languages() {
    return List.of(Language.values());
  }

  /** Returns the name of a language in that language. */
  public String nameOf(Language language) {
    String name = language.locale().getDisplayLanguage(language.locale());
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(language.locale())
        + name.substring(name.offsetByCodePoints(0, 1));
  }

  /** Tells whether the reader has just chosen a language, which is then remembered. */
  boolean choosesLanguage() {
    return parameter("lang").flatMap(Language::find).isPresent();
  }

  /** Returns this page's address in another language. */
  public String in(Language language) {
    return UriBuilder.of(here()).replaceQueryParam("lang", language.code()).build().toString();
  }

  /** Returns where to sign in and come back to this page. */
  public String signInLink() {
    return Next.signInFor(here().toString());
  }

  /** Tells whether a link leads to this very page. */
  public boolean isAt(String path) {
    return path.equals(address.getPath());
  }

  /** Tells whether a link leads to this very page or to one above it. */
  public boolean isWithin(String path) {
    return isAt(path) || address.getPath().startsWith(path + "/");
  }

  public String asset(String file) {
    return assets.address(file);
  }

  /** Returns what was just done, as the address of the page after a form says it. */
  public Optional<String> note() {
    return parameter("done")
        .filter(code -> NOTE.matcher(code).matches())
        .flatMap(code -> text.sayIfKnown("ui.done." + code));
  }

  private Optional<String> parameter(String name) {
    return Optional.ofNullable(address.getRawQuery()).stream()
        .flatMap(query -> Pattern.compile("&").splitAsStream(query))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }

  private URI here() {
    String query = address.getRawQuery();
    return URI.create(address.getRawPath() + (query == null ? "" : "?" + query));
  }
}
