package dev.stagedoor.web.tv;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/** The groups of a playlist. */
@Serdeable
public record GroupsResponse(List<Group> groups) {
  /** A group, with how many channels it has. */
  @Serdeable
  public record Group(String name, int channels) {}

  static GroupsResponse from(Map<String, Integer> groups) {
    return new GroupsResponse(
        groups.entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .toList());
  }
}
