package dev.stagedoor.providers.support;

import dev.stagedoor.providers.support.FaultyServer.Asked;
import dev.stagedoor.providers.support.FaultyServer.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a stand-in answers to which call: {@code on("GET /v1/orders/{}", (asked, ids) -> ...)}. */
public final class Routes {
  private final Map<Pattern, Answer> answers = new LinkedHashMap<>();

  /** Answers a request; {@code ids} are the segments that stand where its route has {@code {}}. */
  @FunctionalInterface
  public interface Answer {
    Reply to(Asked asked, List<String> ids);
  }

  public Routes on(String route, Answer answer) {
    answers.put(Pattern.compile(route.replace(".", "\\.").replace("{}", "([^/]+)")), answer);
    return this;
  }

  /** Answers by the first route that fits. */
  public Optional<Reply> answer(Asked asked) {
    for (Map.Entry<Pattern, Answer> route : answers.entrySet()) {
      Matcher call = route.getKey().matcher(asked.call());
      if (call.matches()) {
        List<String> ids =
            IntStream.rangeClosed(1, call.groupCount()).mapToObj(call::group).toList();
        return Optional.of(route.getValue().to(asked, ids));
      }
    }
    return Optional.empty();
  }
}
