package dev.stagedoor.web.pages;

import dev.stagedoor.application.payments.PaymentForms;
import dev.stagedoor.domain.kernel.ProviderId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The style sheet, scripts and pictures of the pages. All of them share one version, made of what
 * is in them, as a part of their address: browsers keep them for good, and scripts find each other
 * by relative addresses.
 */
@Singleton
public final class Assets {
  static final String ROOT = "/assets/";

  /** Every file of ours there is; nothing else is served but what a provider's form is shown by. */
  static final List<String> FILES =
      List.of(
          "css/app.css",
          "img/chevron.svg",
          "img/icon.svg",
          "img/integrations/facebook.svg",
          "img/integrations/medusajs.svg",
          "img/integrations/shopify.svg",
          "img/integrations/square.svg",
          "img/integrations/stripe.svg",
          "js/api.js",
          "js/app.js",
          "js/integrations.js",
          "js/course-payment.js",
          "js/embed.js",
          "js/event-plan.js",
          "js/learn.js",
          "js/livestream.js",
          "js/memorial-payment.js",
          "js/memorial.js",
          "js/payment.js",
          "js/player.js",
          "js/refresh.js",
          "js/schedule.js",
          "js/script.js",
          "js/show.js",
          "js/teach.js",
          "js/tickets.js",
          "js/tv-playlists.js",
          "js/tv-party-controls.js",
          "js/tv-party-focus.js",
          "js/tv-party-line.js",
          "js/tv-party-picture.js",
          "js/tv-party-writing.js",
          "js/tv-party.js",
          "js/tv-watch.js",
          "js/watch.js",
          "vendor/hls/LICENSE.txt",
          "vendor/hls/hls.light.min.js");

  private final Map<String, byte[]> contents = new TreeMap<>();
  private final String version;

  public Assets(PaymentForms forms) {
    MessageDigest digest = sha256();
    List<String> shown =
        forms.byProvider().keySet().stream().map(Assets::showing).sorted().toList();
    for (String file : Stream.concat(FILES.stream(), shown.stream()).toList()) {
      byte[] content = read(file);
      contents.put(file, content);
      digest.update(content);
    }
    version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
  }

  /** Names the script that shows a payment provider's form; it stands in the provider's folder. */
  public static String showing(ProviderId provider) {
    return "js/pay/" + provider.value() + ".js";
  }

  /** Returns the address of a file. */
  public String address(String file) {
    if (!contents.containsKey(file)) {
      throw new IllegalArgumentException("no such file: " + file);
    }
    return ROOT + version + "/" + file;
  }

  String version() {
    return version;
  }

  /** Returns a file, empty when there is none of that name. */
  public Optional<byte[]> content(String file) {
    return Optional.ofNullable(contents.get(file));
  }

  private static byte[] read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream("/public/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing public/" + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
