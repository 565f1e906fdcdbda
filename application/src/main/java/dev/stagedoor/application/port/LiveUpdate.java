package dev.stagedoor.application.port;

import dev.stagedoor.domain.kernel.Subject;
import java.util.Map;

/**
 * News for whoever is watching a thing right now.
 *
 * @param channel what it is about; readers subscribe by it
 * @param type what happened, for example {@code stream_status_changed}
 * @param data what readers get beside: strings, numbers, booleans, and lists and maps of them;
 *     public to all readers of the channel
 */
public record LiveUpdate(Subject channel, String type, Map<String, Object> data) {
  public LiveUpdate {
    data = Map.copyOf(data);
  }
}
