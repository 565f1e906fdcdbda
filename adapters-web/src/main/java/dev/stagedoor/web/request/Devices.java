package dev.stagedoor.web.request;

import dev.stagedoor.domain.analytics.DeviceClass;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what kind of device somebody uses: by what a browser says of itself in {@code
 * Sec-CH-UA-Mobile}, then by {@code User-Agent}. Whoever is not sure is {@code OTHER}, which gets
 * everything.
 */
public final class Devices {
  /** What an answer that depends on the device varies by. */
  public static final String VARY = "User-Agent, Sec-CH-UA-Mobile";

  private static final String ATTRIBUTE = "stagedoor.device";
  private static final String MOBILE_HINT = "Sec-CH-UA-Mobile";
  private static final int LONGEST = 512;
  private static final Pattern PROGRAM = Pattern.compile("bot\\b|bot/|crawler|spider|headless");
  private static final Pattern TV =
      Pattern.compile(
          "smart-?tv|apple ?tv|tvos|google ?tv|android ?tv|hbbtv|web0s|webos\\.tv|tizen.*\\btv\\b"
              + "|netcast|viera|bravia|\\broku|crkey|\\baft[a-z]|vidaa|playstation|xbox");
  private static final Pattern PHONE =
      Pattern.compile("iphone|ipod|windows phone|\\bmobile\\b|\\bmobi\\b|dalvik.*android");
  private static final Pattern TABLET =
      Pattern.compile("ipad|tablet|android|kindle|\\bsilk/|playbook");
  private static final Pattern DESKTOP =
      Pattern.compile("mozilla.*(windows nt|macintosh|x11|cros )");

  private Devices() {}

  public static DeviceClass of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, DeviceClass.class)
        .orElseGet(
            () -> {
              DeviceClass found =
                  of(
                      request.getHeaders().get(HttpHeaders.USER_AGENT),
                      request.getHeaders().get(MOBILE_HINT));
              request.setAttribute(ATTRIBUTE, found);
              return found;
            });
  }

  static DeviceClass of(@Nullable String userAgent, @Nullable String mobileHint) {
    String agent =
        userAgent == null
            ? ""
            : userAgent
                .substring(0, Math.min(userAgent.length(), LONGEST))
                .toLowerCase(Locale.ROOT);
    if (has(PROGRAM, agent)) {
      return DeviceClass.OTHER;
    }
    if (has(TV, agent)) {
      return DeviceClass.TV;
    }
    if ("?1".equals(mobileHint)) {
      return DeviceClass.MOBILE;
    }
    // An iPad says Mobile, too.
    if (has(PHONE, agent) && !agent.contains("ipad") && !agent.contains("tablet")) {
      return DeviceClass.MOBILE;
    }
    if (has(TABLET, agent)) {
      return DeviceClass.TABLET;
    }
    return has(DESKTOP, agent) ? DeviceClass.DESKTOP : DeviceClass.OTHER;
  }

  private static boolean has(Pattern sign, String agent) {
    return sign.matcher(agent).find();
  }
}
