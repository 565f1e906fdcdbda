package dev.stagedoor.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<String, Optional<String>> instead = new HashMap<>();
  private Optional<Ends> silent = Optional.empty();
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
              if (!silent.equals(Optional.of(ends))) {
                heard.add(read(frame));
                from.send(frame.text());
              }
            });
  }

  private void pass(WebSocketFrame frame, Ends ends) {
    JsonNode message = read(frame);
    said.add(message);
    Optional<String> answer = instead.get(message.path("type").asText());
    if (answer == null) {
      ends.server().send(frame.text());
    } else {
      answer.ifPresent(ends.page()::send);
    }
  }

  private static JsonNode read(WebSocketFrame frame) {
    try {
      return JSON.readTree(frame.text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(frame.text(), e);
    }
  }

  /** From now on whoever says something of a type hears this, and the server nothing of it. */
  void answers(String type, String message) {
    instead.put(type, Optional.of(message.replace('\'', '"')));
  }

  /** From now on nobody hears anything of a type. */
  void loses(String type) {
    instead.put(type, Optional.empty());
  }

  /** From now on the server answers. */
  void passes() {
    instead.clear();
  }

  /** Tells the page something. */
  void tells(String message) {
    last().page().send(message.replace('\'', '"'));
  }

  /** Lets the page hear nothing any more until it opens it again. */
  void fallsSilent() {
    openedBefore = opened.size();
    silent = Optional.of(last());
  }

  private Ends last() {
    return opened.get(opened.size() - 1);
  }

  /** Closes it at both ends; the page is told that code. */
  void closes(int code) {
    openedBefore = opened.size();
    Ends last = last();
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

  /** Waits until the page has heard a pong for each ping. */
  void awaitPongs() {
    page.waitForCondition(() -> heard("pong").count() >= said("ping").size());
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
