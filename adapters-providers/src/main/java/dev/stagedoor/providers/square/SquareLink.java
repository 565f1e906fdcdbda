package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** A page of Square's on which one order is paid, once. Its order and its address never change. */
record SquareLink(String id, String order, URI page) {
  static SquareLink read(JsonNode link) {
    return new SquareLink(
        SquareApi.text(link, "id"),
        SquareApi.text(link, "order_id"),
        address(SquareApi.text(link, "url")));
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw SquareApi.unreadable("a page that is no address");
    }
  }
}
