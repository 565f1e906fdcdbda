package dev.stagedoor.providers.sandbox.channels;

import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A comment that somebody wrote under a broadcast of a page. */
public record Comment(
    String id,
    String page,
    String post,
    String person,
    String name,
    String text,
    Instant at,
    boolean replied,
    boolean removed,
    List<Notice> notices) {
  Comment answered() {
    return new Comment(id, page, post, person, name, text, at, true, removed, notices);
  }

  Comment gone(List<Notice> told) {
    return new Comment(
        id,
        page,
        post,
        person,
        name,
        text,
        at,
        replied,
        true,
        Stream.concat(notices.stream(), told.stream()).toList());
  }
}
