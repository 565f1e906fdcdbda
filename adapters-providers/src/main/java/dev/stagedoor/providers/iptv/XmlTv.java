package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.tv.Programme;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads guides in the form of XMLTV, element by element. Declarations of types and entities are not
 * looked at.
 */
final class XmlTv {
  /** What is further off is left out. */
  static final Duration AHEAD = Duration.ofDays(7);

  private static final int DEEPEST = 50;
  // The parser keeps every name it meets; the form itself has less than a hundred.
  private static final int MOST_NAMES = 1000;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_DESCRIPTION = 2000;
  private static final XMLInputFactory XML = factory();
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})?([0-9]{2})?([0-9]{2})? ?([+-][0-9]{4})?[A-Z]*");

  private final XMLStreamReader reader;
  private final Instant now;
  private final Consumer<Programme> each;
  private final Set<String> names = new HashSet<>();
  private int depth;

  private XmlTv(XMLStreamReader reader, Instant now, Consumer<Programme> each) {
    this.reader = reader;
    this.now = now;
    this.each = each;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
    return factory;
  }

  /** Reads a guide, and hands over what is on or comes within {@link #AHEAD}. */
  static void read(InputStream in, Instant now, Consumer<Programme> each) throws IOException {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new XmlGuard(in));
      try {
        new XmlTv(reader, now, each).document();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      // Its message repeats what it read.
      throw PlaylistException.none("it is no XML");
    }
  }

  private void document() throws XMLStreamException {
    boolean isGuide = false;
    while (reader.hasNext()) {
      if (next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (depth == 1 && !reader.getLocalName().equals("tv")) {
        throw PlaylistException.none("it is no guide");
      }
      isGuide = true;
      if (depth == 2 && reader.getLocalName().equals("programme")) {
        programme();
      }
    }
    if (!isGuide) {
      throw PlaylistException.none("it is no guide");
    }
  }

  /** Goes on by one, within the limits of what a parser may have to keep. */
  private int next() throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
      name(reader.getLocalName());
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        name(reader.getAttributeLocalName(i));
      }
      if (depth > DEEPEST) {
        throw PlaylistException.none("its elements are too deep in others");
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
      name("?" + reader.getPITarget());
    } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      name("&" + reader.getLocalName());
    }
    return event;
  }

  private void name(String name) {
    if (names.size() >= MOST_NAMES && !names.contains(name)) {
      throw PlaylistException.none("it has more names than a guide has");
    }
    names.add(name);
  }

  private void programme() throws XMLStreamException {
    Optional<Instant> starts = time(reader.getAttributeValue(null, "start"));
    Optional<Instant> ends = time(reader.getAttributeValue(null, "stop"));
    String channel = text(reader.getAttributeValue(null, "channel"));
    String title = "";
    String description = "";
    int here = depth;
    while (depth >= here && reader.hasNext()) {
      if (next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      // Of several languages, the first.
      switch (reader.getLocalName()) {
        case "title" -> title = title.isEmpty() ? content(LONGEST_TITLE) : title;
        case "desc" ->
            description = description.isEmpty() ? content(LONGEST_DESCRIPTION) : description;
        default -> {
          // Nothing else is kept.
        }
      }
    }
    if (starts.isPresent() && ends.isPresent()) {
      offer(channel, starts.get(), ends.get(), title, description);
    }
  }

  private void offer(
      String channel, Instant starts, Instant ends, String title, String description) {
    String guideId = Words.of(channel, Words.GUIDE_ID);
    boolean isOn = ends.isAfter(now) && starts.isBefore(now.plus(AHEAD));
    if (isOn && starts.isBefore(ends) && !guideId.isEmpty() && !title.isEmpty()) {
      each.accept(new Programme(guideId, starts, ends, title, description));
    }
  }

  /** Returns the text of an element, without that of elements in it, and goes to its end. */
  private String content(int longest) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int here = depth;
    while (depth >= here && reader.hasNext()) {
      int event = next();
      boolean isText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
      if (isText && depth == here && text.length() <= longest) {
        text.append(reader.getText());
      }
    }
    return Words.lines(text.toString(), longest);
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  /** Reads {@code 20250601200000 +0200}, of which all after the day may be missing. */
  static Optional<Instant> time(@org.jspecify.annotations.Nullable String text) {
    Matcher time = TIME.matcher(text(text).strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(time, 1),
              number(time, 2),
              number(time, 3),
              number(time, 4),
              number(time, 5),
              number(time, 6));
      ZoneOffset zone = time.group(7) == null ? ZoneOffset.UTC : ZoneOffset.of(time.group(7));
      return Optional.of(local.toInstant(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher time, int group) {
    return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
  }
}
