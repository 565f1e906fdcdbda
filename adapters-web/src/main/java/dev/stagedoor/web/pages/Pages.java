package dev.stagedoor.web.pages;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.request.LanguageCookie;
import dev.stagedoor.web.request.Languages;
import dev.stagedoor.web.security.Caller;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Renders pages from templates that were compiled with the program. */
@Singleton
public final class Pages {
  private static final MediaType HTML = new MediaType("text/html;charset=utf-8");
  private static final int ROUGH_SIZE = 16_384;

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Translations translations;
  private final Site site;
  private final Settings settings;
  private final Assets assets;

  public Pages(Translations translations, Site site, Settings settings, Assets assets) {
    this.translations = translations;
    this.site = site;
    this.settings = settings;
    this.assets = assets;
  }

  /** Answers with a page; its template takes {@code shell} and {@code page}. */
  public MutableHttpResponse<String> show(Shell shell, String template, Object page) {
    return show(HttpStatus.OK, shell, template, page);
  }

  /** Answers with a page that says no, such as a form that was not filled in right. */
  public MutableHttpResponse<String> show(
      HttpStatus status, Shell shell, String template, Object page) {
    MutableHttpResponse<String> response =
        HttpResponse.status(status)
            .body(render(shell, template, page))
            .contentType(HTML)
            .header(HttpHeaders.CONTENT_LANGUAGE, shell.text().code())
            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
            .header(HttpHeaders.VARY, "Cookie, Accept-Language");
    return shell.choosesLanguage()
        ? response.cookie(LanguageCookie.of(shell.language()))
        : response;
  }

  /**
   * Does what a form asks for, or shows it again with what was wrong; no cache keeps what was
   * typed.
   */
  public HttpResponse<String> submit(
      Shell shell, String template, Form form, Supplier<? extends HttpResponse<String>> action) {
    try {
      return action.get();
    } catch (DomainException refused) {
      return unkept(
          show(Form.status(refused), shell, template, form.refused(refused, shell.text())));
    }
  }

  public String render(Shell shell, String template, Object page) {
    StringOutput output = new StringOutput(ROUGH_SIZE);
    engine.render(template + ".jte", Map.of("shell", shell, "page", page), output);
    return output.toString();
  }

  /** Keeps a page that holds secrets out of every cache. */
  public static <T> MutableHttpResponse<T> unkept(MutableHttpResponse<T> page) {
    page.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
    return page;
  }

  /**
   * Answers with a page that says the same to everybody who reads its language, and may be kept for
   * a moment; no cookie comes with it or is looked at.
   *
   * @param shell made by {@link #shellForEverybody}
   */
  public MutableHttpResponse<String> showToAll(
      Shell shell, String template, Object page, Duration moment) {
    return HttpResponse.ok(render(shell, template, page))
        .contentType(HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, shell.text().code())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + moment.toSeconds())
        .header(HttpHeaders.VARY, "Accept-Language");
  }

  /**
   * Lets caches between us and visitors keep a page for a moment, where the request had no cookie
   * and the page brings none; browsers ask again each time.
   */
  public static MutableHttpResponse<String> shareWithVisitors(
      HttpRequest<?> request, MutableHttpResponse<String> page, Duration moment) {
    if (request.getHeaders().contains(HttpHeaders.COOKIE)
        || request.getHeaders().contains(HttpHeaders.AUTHORIZATION)
        || page.getHeaders().contains(HttpHeaders.SET_COOKIE)) {
      return page;
    }
    page.getHeaders()
        .set(HttpHeaders.CACHE_CONTROL, "public, max-age=0, s-maxage=" + moment.toSeconds());
    return page;
  }

  /** Answers with the way to another page, to be fetched anew. */
  public static MutableHttpResponse<String> leadTo(String page) {
    return HttpResponse.seeOther(URI.create(page));
  }

  /** Returns what stands around a page that answers a request. */
  public Shell shell(HttpRequest<?> request, Language language) {
    return new Shell(
        new Texts(translations, language),
        Caller.of(request).actor(),
        site,
        settings.areas(),
        assets,
        request.getUri());
  }

  /**
   * Returns what stands around a page that is the same for everybody, whatever cookies they have.
   */
  public Shell shellForEverybody(HttpRequest<?> request) {
    return new Shell(
        new Texts(translations, Languages.asked(request)),
        Actor.visitor(),
        site,
        settings.areas(),
        assets,
        request.getUri());
  }
}
