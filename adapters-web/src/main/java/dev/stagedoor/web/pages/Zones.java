package dev.stagedoor.web.pages;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The time zones people choose from: those named after a place, by region. */
public record Zones(Map<String, List<Zone>> byRegion) {
  private static final Set<String> REGIONS =
      Set.of("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");
  private static final Zones ALL = read();

  /** One time zone, with the place it is named after. */
  public record Zone(String id, String place) {}

  public static Zones all() {
    return ALL;
  }

  /** Tells whether a zone is among the choices; if not, it has to be offered beside them. */
  public boolean offers(String id) {
    return byRegion.values().stream().flatMap(List::stream).anyMatch(zone -> zone.id().equals(id));
  }

  private static Zones read() {
    Map<String, List<Zone>> byRegion = new TreeMap<>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      int cut = id.indexOf('/');
      if (cut > 0 && REGIONS.contains(id.substring(0, cut))) {
        byRegion
            .computeIfAbsent(id.substring(0, cut), region -> new ArrayList<>())
            .add(new Zone(id, id.substring(cut + 1).replace('_', ' ').replace("/", ", ")));
      }
    }
    byRegion.values().forEach(zones -> zones.sort(Comparator.comparing(Zone::place)));
    return new Zones(byRegion);
  }
}
