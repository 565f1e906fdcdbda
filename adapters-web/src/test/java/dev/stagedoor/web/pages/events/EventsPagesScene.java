package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Opens the pages of events for an organiser, for another one, and for a visitor. */
abstract class EventsPagesScene {
  static final String SHOP = "https://tickets.fake.test";

  static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)|\\sstyle=|\\son[a-z]+=|javascript:");

  /** Is started once for all who look at these pages, and ends with the tests. */
  static final WebServer SERVER =
      WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");

  final InMemoryStagedoor house = SERVER.house();
  final Promoter promoter = new Promoter(house, "Clara Wieck");
  final Visitor visitor = new Visitor(SERVER);
  final Visitor organiser = Visitor.signedIn(SERVER, promoter.person());

  final Visitor other = Visitor.signedIn(SERVER, new Promoter(house, "Johannes Brahms").person());

  static String page(EventView event) {
    return "/event/" + event.id();
  }

  static Answer widget(EventView event) {
    return SERVER.get(page(event) + "/widget").header("Accept", "text/html").send();
  }

  static String[] plan(String... changed) {
    Map<String, String> fields =
        new java.util.LinkedHashMap<>(
            Map.of(
                "title",
                "A title",
                "startsAt",
                "2031-01-10T19:30",
                "endsAt",
                "",
                "timeZone",
                "Europe/Berlin",
                "venue",
                "Here",
                "description",
                "A description that was typed",
                "contactData.email",
                "",
                "contactData.phone",
                "",
                "contactData.website",
                ""));
    for (int i = 0; i < changed.length; i += 2) {
      fields.put(changed[i], changed[i + 1]);
    }
    return fields.entrySet().stream()
        .flatMap(one -> List.of(one.getKey(), one.getValue()).stream())
        .toArray(String[]::new);
  }
}
