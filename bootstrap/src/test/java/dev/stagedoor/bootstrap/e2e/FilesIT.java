package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.port.SignedUploads;
import dev.stagedoor.providers.localfiles.LocalFiles;
import dev.stagedoor.providers.localfiles.LocalFilesConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the packaged server, beside the limits and rules that hold for everything else. */
class FilesIT {
  private static final byte[] LARGE = new byte[12 << 20];

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path data;

  @Test
  void aFileIsSentAndFetchedThoughItIsLargerThanAnyOtherRequestMayBe() throws Exception {
    int port = Ports.next();
    try (ServerProcess server = ServerProcess.start(data, port)) {
      assertThat(server.log()).containsPattern("files +local");
      SignedUploads files =
          LocalFiles.open(
                  LocalFilesConfig.development(
                      data.resolve("files"), URI.create("http://localhost:" + port)),
                  Clock.systemUTC())
              .storageProvider()
              .files();
      ObjectKey key = new ObjectKey("courses/1/lecture.mp4");
      Instant soon = Instant.now().plusSeconds(600);

      SignedRequest upload = files.upload(new NewObject(key, LARGE.length, "text/html"), soon);
      assertThat(put(upload.address(), "text/html").statusCode()).isEqualTo(200);

      assertThat(files.find(key).orElseThrow().bytes()).isEqualTo(LARGE.length);
      SignedRequest download = files.download(new Download(key, Optional.empty()), soon);
      HttpResponse<byte[]> fetched =
          http.send(
              HttpRequest.newBuilder(download.address())
                  .header("Origin", "https://learn.example.org")
                  .header("Range", "bytes=-5")
                  .build(),
              BodyHandlers.ofByteArray());
      assertThat(fetched.statusCode()).isEqualTo(206);
      assertThat(fetched.body()).hasSize(5);
      assertThat(fetched.headers().allValues("content-security-policy"))
          .singleElement()
          .asString()
          .startsWith("sandbox;");
      assertThat(fetched.headers().firstValue("access-control-allow-origin")).isPresent();
      assertThat(fetched.headers().firstValue("x-request-id")).isPresent();
      assertThat(server.log()).contains("/files/").doesNotContain("signature=", "lecture.mp4");

      URI other = URI.create("http://localhost:" + port + "/api/user/auth/login");
      assertThat(post(other).statusCode()).isEqualTo(413);
    }
  }

  private HttpResponse<String> put(URI address, String type) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofByteArray(LARGE))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(URI address) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(LARGE))
            .build(),
        BodyHandlers.ofString());
  }
}
