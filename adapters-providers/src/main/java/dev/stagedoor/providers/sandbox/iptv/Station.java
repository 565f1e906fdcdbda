package dev.stagedoor.providers.sandbox.iptv;

import java.util.List;
import java.util.Optional;

/**
 * One channel.
 *
 * @param number names it in addresses
 * @param shows what is on, one after the other, over and over
 */
public record Station(int number, String name, String group, List<String> shows) {
  static final List<Station> ALL =
      List.of(
          new Station(101, "Sandbox News", "News", List.of("Headlines", "The Hour", "Press Talk")),
          new Station(102, "Sandbox Weather", "News", List.of("Today", "The Week Ahead")),
          new Station(103, "Sandbox Business", "News", List.of("Opening Bell", "Small Shops")),
          new Station(201, "Sandbox Sports 1", "Sports", List.of("Football Live", "Replay")),
          new Station(202, "Sandbox Sports 2", "Sports", List.of("Cycling", "Chess, Quickly")),
          new Station(301, "Sandbox Cinema", "Films", List.of("The Long Take", "Second Reel")),
          new Station(302, "Sandbox Classics", "Films", List.of("Silent Days", "Black & White")),
          new Station(401, "Sandbox Kids", "Kids", List.of("Counting Sheep", "The Blue Boat")),
          new Station(402, "Sandbox Junior", "Kids", List.of("Paint Box", "Animal Alphabet")),
          new Station(501, "Sandbox Music", "Music", List.of("Morning Mix", "Strings", "Night")),
          new Station(601, "Sandbox Nature", "Documentaries", List.of("Rivers", "High Up")),
          new Station(602, "Sandbox History", "Documentaries", List.of("Old Roads", "Letters")));

  static Optional<Station> of(String number) {
    return ALL.stream().filter(one -> String.valueOf(one.number()).equals(number)).findFirst();
  }

  String guideId() {
    return "sandbox." + number;
  }
}
