package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Resellers renew their clients, all of them in turn, without a key to repeat it by. */
final class RenewalTraffic implements Traffic {
  private final List<ByteBuffer> requests = new ArrayList<>();
  private final Map<String, Long> wrongAnswers = new TreeMap<>();
  private final long[] renewed;
  private long sent;

  /**
   * Renewals of so many clients.
   *
   * @param tokens of their resellers, who serve the clients in turn
   */
  RenewalTraffic(List<String> tokens, int clients, int firstClient) {
    renewed = new long[clients];
    for (int client = 0; client < clients; client++) {
      String request =
          "POST /api/v1/reseller/clients/%s/renew HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: benchmark\r\n"
                  .formatted(Crowd.id(firstClient + client))
              + "Authorization: Bearer %s\r\nContent-Length: 0\r\n\r\n"
                  .formatted(tokens.get(client % tokens.size()));
      requests.add(ByteBuffer.wrap(request.getBytes(US_ASCII)));
    }
  }

  @Override
  public Request next() {
    int client = (int) (sent % requests.size());
    sent++;
    return new Request(client, Kind.NEW, requests.get(client));
  }

  @Override
  public void answered(Request request, int status) {
    if (status == 200) {
      renewed[(int) request.number()]++;
    } else {
      wrongAnswers.merge("answered " + status, 1L, Long::sum);
    }
  }

  /** Returns how often a client was renewed, by all acknowledged renewals. */
  long renewed(int client) {
    return renewed[client];
  }

  /** Returns what was not answered as it should be, and how often. */
  Map<String, Long> wrongAnswers() {
    return wrongAnswers;
  }
}
