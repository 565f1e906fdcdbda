package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.SlugText;
import java.util.Set;

/**
 * The address of a memorial's page: letters and digits of any script, with hyphens between.
 *
 * <p>Invariants: never one of the product's own first path parts, so no memorial can shadow a
 * route; never changes once given.
 */
public record Slug(String value) {
  private static final int MAX_LENGTH = 80;

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
          "chapters",
          "contact",
          "course",
          "courses",
          "director",
          "docs",
          "embed-js",
          "enrollments",
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
          "lectures",
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
          "payments",
          "people",
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
          "teaching",
          "terms",
          "tv",
          "undefined",
          "unsubscribe",
          "user",
          "webhooks",
          "webjars",
          "well-known",
          "ws",
          "www");

  public Slug {
    SlugText.check(value, MAX_LENGTH);
    if (RESERVED.contains(value)) {
      throw new IllegalArgumentException("reserved: " + value);
    }
  }

  /**
   * Makes the {@code attempt}-th slug for a name, counted from 1: {@code jose-perez}, {@code
   * jose-perez-2}. Names without any letter give {@code in-memory-of}.
   */
  public static Slug of(String name, int attempt) {
    String base = SlugText.of(name);
    if (base.isEmpty() || RESERVED.contains(base)) {
      base = base.isEmpty() ? "in-memory-of" : "in-memory-of-" + base;
    }
    return new Slug(SlugText.numbered(base, MAX_LENGTH, attempt));
  }

  @Override
  public String toString() {
    return value;
  }
}
