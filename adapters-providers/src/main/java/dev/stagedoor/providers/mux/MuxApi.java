package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks Mux, and reads what every answer has: {@code data}, or an error with a type. */
final class MuxApi {
  static final int NOT_FOUND = 404;
  private static final int DELETED = 204;
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 100;

  private final ProviderHttp http;

  MuxApi(MuxConfig config, ProviderRuntime runtime, HttpLimits limits) {
    this.http =
        ProviderHttp.to(Mux.ID, config.baseUrl(), runtime)
            .basic(config.tokenId(), config.tokenSecret())
            .limits(limits)
            .errorCode(MuxApi::errorType)
            .build();
  }

  private static Optional<String> errorType(Answer answer) {
    JsonNode type = answer.json().path("error").path("type");
    return type.isTextual() ? Optional.of(type.textValue()) : Optional.empty();
  }

  ProviderHttp http() {
    return http;
  }

  /** Reads one thing, empty when there is none. */
  <T> Optional<T> find(String operation, Class<T> type, String template, ProviderRef ref) {
    Answer answer = http.get(operation, template, idOf(ref)).expecting(NOT_FOUND).send();
    return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(data(answer, type));
  }

  /** Deletes one thing, if there is one. */
  void delete(String operation, String template, String id) {
    Answer answer = http.delete(operation, template, id).expecting(NOT_FOUND).send();
    // Whoever else answers in Mux's place says 200.
    if (answer.status() != NOT_FOUND && answer.status() != DELETED) {
      throw answer.unreadable("answered " + answer.status() + " to a deletion");
    }
  }

  /** Reads the live streams page by page, which are counted. */
  Pages<MuxLiveStream> streams(String operation) {
    return new Pages<>(operation, MuxLiveStream.class, "/video/v1/live-streams", true);
  }

  /** Reads a list page by page, as each names the next; {@code filter} is a name and a value. */
  Pages<MuxAsset> assets(String operation, String... filter) {
    return new Pages<>(operation, MuxAsset.class, "/video/v1/assets", false, filter);
  }

  /**
   * A list that is read as far as it is needed, the newest first. One of very many pages is taken
   * for one without end.
   */
  final class Pages<T> {
    private final String operation;
    private final Class<T> type;
    private final String path;
    private final boolean isCounted;
    private final String[] filter;
    private Predicate<T> isTooOld = thing -> false;
    private @Nullable String cursor;
    private int asked;
    private boolean over;

    private Pages(
        String operation, Class<T> type, String path, boolean isCounted, String... filter) {
      this.operation = operation;
      this.type = type;
      this.path = path;
      this.isCounted = isCounted;
      this.filter = filter;
    }

    /** Ends with the page on which something older is. */
    Pages<T> since(Optional<Instant> oldest, Function<T, Optional<Instant>> made) {
      isTooOld =
          thing ->
              oldest.isPresent() && made.apply(thing).filter(oldest.get()::isAfter).isPresent();
      return this;
    }

    boolean hasNext() {
      return !over;
    }

    List<T> next() {
      asked++;
      if (asked > MOST_PAGES) {
        throw unreadable("answered a list without end");
      }
      var request = http.get(operation, path).query("limit", Integer.toString(PAGE));
      if (filter.length == 2) {
        request.query(filter[0], filter[1]);
      }
      if (isCounted) {
        request.query("page", Integer.toString(asked));
      }
      if (cursor != null) {
        request.query("cursor", cursor);
      }
      Answer answer = request.send();
      JsonNode next = answer.json().path("next_cursor");
      cursor = next.isTextual() ? next.textValue() : null;
      List<T> page = list(answer, type);
      boolean isLast = isCounted ? page.size() < PAGE : cursor == null || page.isEmpty();
      over = isLast || page.stream().anyMatch(isTooOld);
      return page;
    }
  }

  static <T> T data(Answer answer, Class<T> type) {
    return read(answer, answer.json().path("data"), type);
  }

  private static <T> List<T> list(Answer answer, Class<T> type) {
    JsonNode data = answer.json().path("data");
    if (!data.isArray()) {
      throw answer.unreadable("answered a list without data");
    }
    List<T> things = new ArrayList<>();
    for (JsonNode one : data) {
      things.add(read(answer, one, type));
    }
    return things;
  }

  private static <T> T read(Answer answer, JsonNode node, Class<T> type) {
    try {
      return Json.read(node, type);
    } catch (IllegalArgumentException e) {
      throw answer.unreadable("answered something " + e.getMessage());
    }
  }

  /**
   * Returns the id in a reference, in a form in which nothing is found where it is none of ours.
   *
   * @throws ProviderException REJECTED when it is somebody else's
   */
  static String idOf(ProviderRef ref) {
    if (!ref.provider().equals(Mux.ID)) {
      throw new ProviderException(
          Mux.ID, ProviderException.Kind.REJECTED, "a reference of " + ref.provider());
    }
    return ref.value();
  }

  static ProviderRef ref(String id) {
    return new ProviderRef(Mux.ID, id);
  }

  static ProviderException unreadable(String what) {
    return new ProviderException(Mux.ID, ProviderException.Kind.UNREADABLE, what);
  }

  /** Returns a member that every answer has. */
  static String required(@Nullable String member, String name) {
    if (member == null || member.isBlank()) {
      throw unreadable("answered without " + name);
    }
    return member;
  }

  @Override
  public String toString() {
    return http.toString();
  }
}
