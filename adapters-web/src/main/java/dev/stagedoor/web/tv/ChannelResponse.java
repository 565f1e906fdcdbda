package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.tv.Channel;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/** A channel, wrapped as clients expect it. */
@Serdeable
public record ChannelResponse(Playable channel) {
  /** A channel with where its stream is. */
  @Serdeable
  public record Playable(
      @JsonProperty("item_id") String itemId,
      @JsonProperty("item_type") String itemType,
      String name,
      String group,
      Optional<String> logo,
      @JsonProperty("guide_id") Optional<String> guideId,
      @JsonProperty("stream_url") String streamUrl) {
    @Override
    public String toString() {
      return "Playable[" + itemId + "]";
    }
  }

  static ChannelResponse from(Channel channel) {
    return new ChannelResponse(
        new Playable(
            channel.itemId(),
            channel.kind().code(),
            channel.name(),
            channel.group(),
            channel.logo(),
            channel.guideId(),
            channel.address().reveal()));
  }
}
