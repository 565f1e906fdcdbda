package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.contract.StorageWorld.Answer;
import dev.stagedoor.domain.contract.StorageWorld.Request;
import dev.stagedoor.domain.storage.SignedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Makes the requests of a {@link StorageWorld} over a real network. */
public final class StoreBrowser {
  public Answer send(Request request) {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(request.address())
            .method(
                request.method(),
                request.body().length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(sent::header);
    // A connection for each: a store that refuses what is being sent may close it behind its
    // answer.
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      HttpResponse<byte[]> answer =
          http.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> headers = new TreeMap<>();
      answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
      return new Answer(answer.statusCode(), headers, answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Begins to send a file, and breaks the connection off after these bytes. */
  public void breakOff(SignedRequest upload, long announced, byte[] sent) {
    StringBuilder head = new StringBuilder();
    head.append(upload.method()).append(' ').append(upload.address().getRawPath()).append('?');
    head.append(upload.address().getRawQuery()).append(" HTTP/1.1\r\nHost: ");
    head.append(upload.address().getAuthority()).append("\r\nContent-Length: ").append(announced);
    upload.headers().forEach((name, value) -> head.append("\r\n" + name + ": " + value));
    head.append("\r\n\r\n");
    try (Socket line = new Socket(upload.address().getHost(), upload.address().getPort())) {
      OutputStream out = line.getOutputStream();
      out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
      out.write(sent);
      out.flush();
      // Says that nothing more comes; what the store says to that, if anything, ends the wait.
      line.shutdownOutput();
      awaitEnd(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitEnd(Socket line) {
    try {
      line.setSoTimeout(20_000);
      line.getInputStream().readAllBytes();
    } catch (IOException reset) {
      // That, too, is an end.
    }
  }
}
