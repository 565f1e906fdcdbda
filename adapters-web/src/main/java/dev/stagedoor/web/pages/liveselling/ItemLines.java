package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.application.liveselling.ShowItemView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An item and those in line for it, in their order. */
public record ItemLines(ShowItemView item, List<ClaimView> line) {

  static List<ItemLines> of(List<ShowItemView> items, List<ClaimView> claims) {
    Map<Integer, List<ClaimView>> byItem =
        claims.stream()
            .filter(claim -> !claim.status().equals("cancelled"))
            .collect(Collectors.groupingBy(ClaimView::itemNumber));
    return items.stream()
        .map(item -> new ItemLines(item, byItem.getOrDefault(item.number(), List.of())))
        .toList();
  }

  /** Returns what tells whether the line is another than it was. */
  public String fingerprint() {
    return line.stream()
        .map(claim -> claim.id() + claim.status() + claim.granted())
        .collect(Collectors.joining(" "));
  }
}
