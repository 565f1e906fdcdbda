package dev.stagedoor.domain.memorials;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a memorial's page: letters and digits of any script, with hyphens between.
 *
 * <p>Invariants: never one of the product's own first path parts, so no memorial can shadow a
 * route; never changes once given.
 */
public record Slug(String value) {
  private static final int MAX_LENGTH = 80;

  /** Room that is always left for a number, so that no two attempts give the same slug. */
  private static final int LONGEST_SUFFIX = 5;

  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}]+(-[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}]+)*");
  private static final Pattern NOT_KEPT = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final Pattern LATIN_ACCENTS = Pattern.compile("(?<=[a-z])\\p{Mn}+");
  private static final Pattern STRAY_MARKS = Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}])\\p{M}+");

  private static final Set<String> RESERVED =
      Set.of(
          "about",
          "account",
          "accounts",
          "admin",
          "api",
          "app",
          "assets",
          "auth",
          "billing",
          "certificates",
          "contact",
          "course",
          "courses",
          "director",
          "docs",
          "event",
          "events",
          "favicon",
          "files",
          "health",
          "help",
          "home",
          "index",
          "integrations",
          "internal",
          "invitation",
          "learn",
          "login",
          "logout",
          "memorial",
          "memorials",
          "metrics",
          "null",
          "openapi",
          "openapi-yml",
          "party",
          "password",
          "payment",
          "privacy",
          "profile",
          "prometheus",
          "register",
          "reseller",
          "robots",
          "robots-txt",
          "sandbox",
          "security",
          "session",
          "shows",
          "sitemap",
          "static",
          "status",
          "stream",
          "streams",
          "support",
          "swagger",
          "teach",
          "terms",
          "tv",
          "undefined",
          "user",
          "webhooks",
          "webjars",
          "well-known",
          "ws",
          "www");

  public Slug {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a slug: " + value);
    }
    if (RESERVED.contains(value)) {
      throw new IllegalArgumentException("reserved: " + value);
    }
  }

  /**
   * Makes the {@code attempt}-th slug for a name, counted from 1: {@code jose-perez}, {@code
   * jose-perez-2}. Names without any letter give {@code in-memory-of}.
   */
  public static Slug of(String name, int attempt) {
    // Compatibility decomposition: styled capitals, as in 𝐀, have no lower case of their own.
    String lower = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String plain = STRAY_MARKS.matcher(LATIN_ACCENTS.matcher(lower).replaceAll("")).replaceAll("");
    String joined =
        NOT_KEPT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC)).replaceAll("-");
    String base = trim(joined);
    if (base.isEmpty() || RESERVED.contains(base)) {
      base = base.isEmpty() ? "in-memory-of" : "in-memory-of-" + base;
    }
    String suffix = attempt == 1 ? "" : "-" + attempt;
    return new Slug(trim(cut(base, MAX_LENGTH - LONGEST_SUFFIX)) + suffix);
  }

  private static String cut(String text, int room) {
    if (text.length() <= room) {
      return text;
    }
    boolean halvesALetter = Character.isHighSurrogate(text.charAt(room - 1));
    return text.substring(0, halvesALetter ? room - 1 : room);
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == '-') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '-') {
      to--;
    }
    return text.substring(from, to);
  }

  @Override
  public String toString() {
    return value;
  }
}
