package dev.stagedoor.providers.support;

/**
 * A server that is part of this very process and plays somebody else's, so that addresses which
 * users name may lead to it wherever it is.
 */
@FunctionalInterface
public interface OwnServer {
  /** Returns its host and port: {@code localhost:8080}. */
  String authority();
}
