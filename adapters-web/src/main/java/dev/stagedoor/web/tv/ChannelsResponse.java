package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.ChannelView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/** One page of the channels of a playlist. */
@Serdeable
public record ChannelsResponse(List<Channel> channels, int page, int limit, long total) {
  /** A channel in a list: all but where its stream is. */
  @Serdeable
  public record Channel(
      @JsonProperty("item_id") String itemId,
      @JsonProperty("item_type") String itemType,
      String name,
      String group,
      Optional<String> logo,
      @JsonProperty("guide_id") Optional<String> guideId) {
    static Channel from(ChannelView view) {
      return new Channel(
          view.itemId(),
          view.kind().code(),
          view.name(),
          view.group(),
          view.logo(),
          view.guideId());
    }
  }

  static ChannelsResponse from(Page<ChannelView> views) {
    return new ChannelsResponse(
        views.items().stream().map(Channel::from).toList(),
        views.page(),
        views.limit(),
        views.total());
  }
}
