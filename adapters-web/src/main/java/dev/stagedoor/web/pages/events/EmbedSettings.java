package dev.stagedoor.web.pages.events;

import dev.stagedoor.domain.kernel.WebAddress;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which other sites may show the tickets of events in a frame.
 *
 * @param embedOrigins origins as {@code https://www.example.org}; {@code *} for every site, and
 *     none for our own pages only
 */
@ConfigurationProperties("stagedoor.events")
public record EmbedSettings(
    @Bindable(defaultValue = EmbedSettings.EVERYBODY) List<String> embedOrigins) {
  static final String EVERYBODY = "*";

  /**
   * @throws IllegalArgumentException when something is neither an origin nor {@code *} alone
   */
  public EmbedSettings {
    embedOrigins = embedOrigins.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (!embedOrigins.equals(List.of(EVERYBODY))) {
      embedOrigins = embedOrigins.stream().map(EmbedSettings::origin).distinct().toList();
    }
  }

  /** Returns what the Content-Security-Policy says of who may show a page in a frame. */
  List<String> ancestors() {
    if (embedOrigins.equals(List.of(EVERYBODY))) {
      return embedOrigins;
    }
    return Stream.concat(Stream.of("'self'"), embedOrigins.stream()).toList();
  }

  private static String origin(String text) {
    try {
      URI uri = new URI(text.toLowerCase(Locale.ROOT));
      if (WebAddress.is(uri)
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
      }
    } catch (URISyntaxException notAnAddress) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "stagedoor.events.embed-origins takes origins as https://www.example.org, or * alone for"
            + " every site, and not "
            + text);
  }
}
