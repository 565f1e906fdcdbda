package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.Recommendation;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.fields.NotOnPhones;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What to watch, the best first. */
@Serdeable
public record RecommendationsResponse(List<Recommended> items) {
  /**
   * Something to watch.
   *
   * @param score how much speaks for it, of 1
   */
  @Serdeable
  public record Recommended(
      @JsonProperty("item_id") String itemId,
      @JsonProperty("item_type") String itemType,
      String name,
      String group,
      Optional<String> logo,
      @JsonProperty("playlist_id") Optional<UUID> playlistId,
      @NotOnPhones BigDecimal score,
      Reason reason) {}

  /**
   * Why.
   *
   * @param code watched_together, alike, trending or newest
   * @param text the same in the reader's language
   * @param itemName what was watched, where the reason is about that
   */
  @Serdeable
  public record Reason(
      String code, String text, @JsonProperty("item_name") Optional<String> itemName) {
    static Reason of(Recommendation one, Translations translations, Language language) {
      String code = one.reason().code();
      return new Reason(
          code,
          translations.text(
              language, "tv.reason." + code, Map.of("name", one.because().orElse(""))),
          one.because());
    }
  }

  static RecommendationsResponse from(
      List<Recommendation> all, Translations translations, Language language) {
    return new RecommendationsResponse(
        all.stream()
            .map(
                one -> {
                  ItemView item = one.item();
                  return new Recommended(
                      item.itemId(),
                      item.itemType(),
                      item.name(),
                      item.group(),
                      item.logo(),
                      item.playlist().map(id -> id.value()),
                      BigDecimal.valueOf(one.score(), 3),
                      Reason.of(one, translations, language));
                })
            .toList());
  }
}
