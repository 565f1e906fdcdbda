package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Something to be found again. */
@Serdeable
public record FavoriteRequest(
    @JsonProperty("item_id") @Nullable String itemId,
    @JsonProperty("item_type") @Nullable String itemType,
    @JsonProperty("item_name") @Nullable String itemName,
    @JsonProperty("item_logo") @Nullable String itemLogo) {}
