package dev.stagedoor.web.request;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;

/** Tells what kind of answer a request wants. */
public final class Accepted {
  private Accepted() {}

  /** A browser that opens a page, rather than a program that asks for data. */
  public static boolean page(HttpRequest<?> request) {
    return (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD)
        && html(request);
  }

  /** Somebody who will look at the answer, be it to a link or to a form. */
  public static boolean html(HttpRequest<?> request) {
    return request.accept().stream().anyMatch(type -> type.matchesExtension("html"))
        || request.accept().contains(MediaType.TEXT_HTML_TYPE);
  }
}
