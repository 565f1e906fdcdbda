package dev.stagedoor.web.pages.tv;

import dev.stagedoor.domain.kernel.WebAddress;
import dev.stagedoor.web.pages.PagePolicy;
import dev.stagedoor.web.request.HttpSettings;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says where a page may play from: where its channel's stream is, and nowhere else if it knows. */
@Singleton
final class StreamPolicies {
  // What would end a directive or begin another never gets into the header.
  private static final Pattern AUTHORITY =
      Pattern.compile("[A-Za-z0-9.\\-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+\\](:[0-9]{1,5})?");

  private final PagePolicy policy;

  StreamPolicies(HttpSettings http) {
    policy = PagePolicy.of(http.pagePolicy());
  }

  /** Lets a page play from anywhere: what its party watches is chosen later, and changes. */
  <T> MutableHttpResponse<T> anywhere(MutableHttpResponse<T> page) {
    return page.header(
        "Content-Security-Policy",
        policy
            .only("media-src", List.of("'self'", "blob:", "https:", "http:"))
            .only("connect-src", List.of("'self'", "https:", "http:"))
            .toString());
  }

  <T> MutableHttpResponse<T> playing(MutableHttpResponse<T> page, Optional<String> stream) {
    List<String> media = new ArrayList<>(List.of("'self'", "blob:"));
    List<String> calls = new ArrayList<>(List.of("'self'"));
    stream
        .flatMap(StreamPolicies::origin)
        .ifPresent(
            origin -> {
              media.add(origin);
              calls.add(origin);
            });
    return page.header(
        "Content-Security-Policy",
        policy.only("media-src", media).only("connect-src", calls).toString());
  }

  private static Optional<String> origin(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String place = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
      return WebAddress.isWithOrWithoutUser(uri) && AUTHORITY.matcher(place).matches()
          ? Optional.of(scheme + "://" + place)
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
