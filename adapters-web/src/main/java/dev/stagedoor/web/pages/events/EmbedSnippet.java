package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.web.pages.Texts;

/** What another site puts into a page of its own to show the tickets of an event there. */
final class EmbedSnippet {
  private static final int HEIGHT = 480;

  private EmbedSnippet() {}

  /** Writes it; without its script the frame keeps the height it begins with. */
  static String of(Settings settings, EventView event, Texts text) {
    String title = text.say("events.tickets.frame", "title", event.title());
    return "<iframe src=\""
        + attribute(settings.link(EventPages.address(event.id()) + "/widget").toString())
        + "\" title=\""
        + attribute(title)
        + "\" loading=\"lazy\" width=\"100%\" height=\""
        + HEIGHT
        + "\" frameborder=\"0\" allow=\"payment\"></iframe>\n<script async src=\""
        + attribute(settings.link(EmbedController.PATH).toString())
        + "\"></script>";
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
