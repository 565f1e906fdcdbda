package dev.stagedoor.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The line between the page of a watch party and its server, with somebody in the middle. */
final class PartyLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Page page;
  private final List<JsonNode> said = new ArrayList<>();
  private final List<JsonNode> heard = new ArrayList<>();
  private final List<Ends> opened = new ArrayList<>();
  private Optional<String> instead = Optional.empty();
  private int openedBefore;

  private record Ends(WebSocketRoute page, WebSocketRoute server) {}

  private PartyLine(Page page) {
    this.page = page;
  }

  /** Takes its place before the page is opened. */
  static PartyLine of(Page page) {
    PartyLine line = new PartyLine(page);
    page.routeWebSocket(Pattern.compile(".*/ws/connect.*"), line::connect);
    return line;
  }

  private void connect(WebSocketRoute from) {
    Ends ends = new Ends(from, from.connectToServer());
    opened.add(ends);
    ends.page().onMessage(frame -> pass(frame, ends));
    ends.server()
        .onMessage(
            frame -> {
              heard.add(read(frame));
              from.send(frame.text());
            });
  }

  private void pass(WebSocketFrame frame, Ends ends) {
    JsonNode message = read(frame);
    said.add(message);
    if (instead.isPresent() && message.path("type").asText().equals("party:join")) {
      ends.page().send(instead.get());
    } else {
      ends.server().send(frame.text());
    }
  }

  private static JsonNode read(WebSocketFrame frame) {
    try {
      return JSON.readTree(frame.text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(frame.text(), e);
    }
  }

  /** From now on whoever joins hears this, and the server nothing of it. */
  void answersJoinsWith(String message) {
    instead = Optional.of(message.replace('\'', '"'));
  }

  /** From now on the server answers. */
  void letsJoin() {
    instead = Optional.empty();
  }

  /** Closes it at both ends; the page is told that code. */
  void closes(int code) {
    openedBefore = opened.size();
    Ends last = opened.get(openedBefore - 1);
    last.server().close();
    last.page().close(new WebSocketRoute.CloseOptions().setCode(code));
  }

  /** Waits until the page has opened it again since it was closed. */
  void awaitReopened() {
    page.waitForCondition(() -> opened.size() > openedBefore);
  }

  /** Returns how often the page has opened it. */
  int openings() {
    return opened.size();
  }

  /** Returns what the page has said of a type. */
  List<JsonNode> said(String type) {
    return said.stream().filter(message -> message.path("type").asText().equals(type)).toList();
  }

  /** Waits until the page has said something of a type so many times in all. */
  void awaitSaid(String type, int times) {
    page.waitForCondition(() -> said(type).size() >= times);
  }

  /** Waits until the page has heard one more of a type than by now. */
  void awaitHeardAgain(String type) {
    long before = heard(type).count();
    page.waitForCondition(() -> heard(type).count() > before);
  }

  /** Waits until the page has heard something of a type with such data. */
  void awaitHeard(String type, Predicate<JsonNode> data) {
    page.waitForCondition(() -> heard(type).anyMatch(data));
  }

  private Stream<JsonNode> heard(String type) {
    return heard.stream()
        .filter(message -> message.path("type").asText().equals(type))
        .map(message -> message.path("data"));
  }
}
