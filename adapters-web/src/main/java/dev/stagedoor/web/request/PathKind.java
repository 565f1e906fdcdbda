package dev.stagedoor.web.request;

import io.micronaut.http.HttpRequest;
import java.util.List;

/** What a path is for, as far as the rules that hold for all requests differ. */
public enum PathKind {
  /** A provider tells us something; its signature is its proof. */
  WEBHOOK,
  /** Another service asks for something; its signature is its proof, or a secret we share. */
  SERVICE,
  /** The sandbox's own controls. */
  SANDBOX,
  /** Files that are the same for everybody. */
  ASSET,
  /** Files that people sent in; the address is the proof. */
  FILE,
  /** What an operator's machines ask. */
  HEALTH,
  /** Everything else. */
  PRODUCT;

  private static final List<String> WEBHOOKS =
      List.of("/api/webhooks/", "/api/v1/webhooks/", "/api/payment/webhooks/", "/webhooks/");
  private static final List<String> SERVICES =
      List.of(
          "/internal/",
          "/api/files/internal/",
          "/api/file/internal/",
          "/api/cross-app/validate-",
          "/api/cross-app/user-accounts");
  private static final List<String> ASSETS =
      List.of("/assets/", "/docs/", "/favicon.ico", "/robots.txt", "/embed.js");
  private static final List<String> HEALTH_CHECKS =
      List.of("/health", "/prometheus", "/api/v1/health");

  public static PathKind of(HttpRequest<?> request) {
    return of(request.getPath());
  }

  public static PathKind of(String path) {
    if (startsWith(path, WEBHOOKS)) {
      return WEBHOOK;
    }
    if (startsWith(path, SERVICES)) {
      return SERVICE;
    }
    if (path.startsWith("/sandbox/")) {
      return SANDBOX;
    }
    if (path.startsWith("/files/")) {
      return FILE;
    }
    if (startsWith(path, ASSETS) || path.equals("/docs") || path.equals("/openapi.yml")) {
      return ASSET;
    }
    if (HEALTH_CHECKS.contains(path) || path.startsWith("/health/")) {
      return HEALTH;
    }
    return PRODUCT;
  }

  private static boolean startsWith(String path, List<String> prefixes) {
    return prefixes.stream().anyMatch(path::startsWith);
  }
}
