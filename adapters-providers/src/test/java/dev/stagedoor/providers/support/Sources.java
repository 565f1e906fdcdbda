package dev.stagedoor.providers.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a stand-in fetches files: what a test offers, and what other servers of this computer give.
 */
public final class Sources {
  private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost");

  private final Map<String, byte[]> offered = new HashMap<>();

  /** Offers a file below the stand-in's own address, and returns where. */
  public URI offer(URI base, byte[] file) {
    URI address = base.resolve("/offered/" + offered.size());
    offered.put(address.toString(), file.clone());
    return address;
  }

  /** Tells whether an address can be asked at all, without leaving this computer. */
  public boolean knows(String address) {
    return offered.containsKey(address) || THIS_COMPUTER.contains(URI.create(address).getHost());
  }

  /** Fetches a file; empty when nobody gives it. */
  public Optional<byte[]> fetch(String address) {
    byte[] known = offered.get(address);
    return known == null && knows(address) ? ask(URI.create(address)) : Optional.ofNullable(known);
  }

  private static Optional<byte[]> ask(URI address) {
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException nobodyAnswers) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
