package dev.stagedoor.providers.localfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.contract.SignedUploadsContract;
import dev.stagedoor.domain.contract.StorageWorld.Answer;
import dev.stagedoor.domain.contract.StorageWorld.Request;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.providers.support.files.FileRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the local store does beyond the contract of all stores. */
class LocalFilesTest {
  private static final long LARGE = 100L << 20;

  @TempDir static Path folder;
  private static FilesServer server;

  @BeforeAll
  static void start() {
    server = new FilesServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(600);
  }

  private static SignedRequest upload(ObjectKey key, long bytes, String type) {
    return server.uploads().upload(new NewObject(key, bytes, type), soon());
  }

  private static Request fetch(ObjectKey key) {
    return Request.of(server.uploads().download(new Download(key, Optional.empty()), soon()));
  }

  private static ObjectKey stored(String type, String content) {
    return stored(SignedUploadsContract.aKey(), type, content);
  }

  private static ObjectKey stored(ObjectKey key, String type, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    assertThat(server.send(Request.of(upload(key, bytes.length, type), bytes)))
        .matches(Answer::isSuccess);
    return key;
  }

  private static long filesIn(Path where) throws IOException {
    try (Stream<Path> files = Files.walk(where)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  /** A hundred megabytes that nobody holds. */
  private static InputStream large() {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        return at < LARGE ? (int) (at++ * 31 & 0xff) : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        int i = 0;
        while (i < length && at < LARGE) {
          bytes[offset + i++] = (byte) read();
        }
        return i == 0 && length > 0 ? -1 : i;
      }
    };
  }

  private static String sha256(InputStream content) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] piece = new byte[1 << 16];
    for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
      digest.update(piece, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The server may hold a megabyte of a request; all others are refused beyond that. */
  @Test
  void aFileLargerThanWhatTheServerHoldsOfARequestPassesThrough() throws Exception {
    ObjectKey key = SignedUploadsContract.aKey();
    SignedRequest upload = upload(key, LARGE, "video/mp4");
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest sent =
        HttpRequest.newBuilder(upload.address())
            .header("Content-Type", "video/mp4")
            .PUT(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofInputStream(LocalFilesTest::large), LARGE))
            .build();

    assertThat(http.send(sent, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);

    assertThat(server.uploads().find(key).orElseThrow().bytes()).isEqualTo(LARGE);
    Request fetch = fetch(key);
    HttpResponse<InputStream> fetched =
        http.send(
            HttpRequest.newBuilder(fetch.address()).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(fetched.headers().firstValueAsLong("content-length")).hasValue(LARGE);
    String expected = sha256(large());
    assertThat(sha256(fetched.body())).isEqualTo(expected);
    assertThat(fetched.headers().firstValue("etag")).contains("\"" + expected + "\"");
    Answer end = server.send(fetch.header("Range", "bytes=-2"));
    assertThat(end.header("content-range"))
        .contains("bytes " + (LARGE - 2) + "-" + (LARGE - 1) + "/" + LARGE);
    server.uploads().delete(key);
  }

  @Test
  void aFileThatIsWholeIsTheOnlyTraceOfIt() throws Exception {
    ObjectKey key = stored("video/mp4", "whole");
    long kept = filesIn(folder);
    SignedRequest again = upload(key, 100, "video/mp4");

    server.breakOff(again, 100, new byte[50]);
    assertThat(server.send(Request.of(again, new byte[99])).status()).isEqualTo(403);
    stored(key, "text/plain", "replaced");

    assertThat(filesIn(folder)).isEqualTo(kept);
    server.uploads().delete(key);
    assertThat(filesIn(folder)).isEqualTo(kept - 1);
  }

  @Test
  void aKeyMayBeginAnotherAndCaseCounts() {
    ObjectKey above = stored(new ObjectKey("nested/a"), "text/plain", "above");
    ObjectKey below = stored(new ObjectKey("nested/a/b"), "text/plain", "below");
    ObjectKey upper = stored(new ObjectKey("nested/A"), "text/plain", "upper");

    assertThat(server.send(fetch(above)).text()).isEqualTo("above");
    assertThat(server.send(fetch(below)).text()).isEqualTo("below");
    assertThat(server.send(fetch(upper)).text()).isEqualTo("upper");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "a/../b",
        "%00",
        "a%0Ab",
        "",
        "a//b",
        "a%5C..%5Cb"
      })
  void whatIsNoKeyIsNoFile(String path) {
    Request good = fetch(stored("text/plain", "x"));
    String address = good.address().toString();
    URI bad =
        URI.create(
            address.substring(0, address.indexOf("/files/"))
                + "/files/"
                + path
                + address.substring(address.indexOf('?')));

    assertThat(server.send(good.address(bad))).matches(Answer::isRefused);
    assertThat(server.send(good.address(bad).method("PUT").header("Content-Type", "text/plain")))
        .matches(Answer::isRefused);
  }

  @Test
  void aPageThatWasSentInIsLockedUp() {
    ObjectKey page = stored("text/html", "<script>document.title = document.domain</script>");

    Answer answer = server.send(fetch(page));

    assertThat(answer.header("content-security-policy").orElseThrow())
        .contains("sandbox;", "default-src 'none'")
        .doesNotContain("allow-scripts", "allow-same-origin", "script-src");
    assertThat(answer.header("x-content-type-options")).contains("nosniff");
    assertThat(answer.header("referrer-policy")).contains("no-referrer");
    assertThat(answer.header("content-type")).contains("text/html");
  }

  @Test
  void whatIsRefusedIsLockedUpToo() {
    Answer refused = server.send(fetch(SignedUploadsContract.aKey()));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.header("content-type")).contains("application/problem+json");
    assertThat(refused.header("content-security-policy").orElseThrow()).contains("sandbox;");
    assertThat(refused.text()).contains("\"code\":\"FILE_NOT_FOUND\"");
  }

  @Test
  void aHeadTellsWhatAGetWouldSend() {
    Request fetch = fetch(stored("image/png", "0123456789"));
    Answer got = server.send(fetch);

    Answer head = server.send(fetch.method("HEAD"));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("content-length")).contains("10");
    for (String same : new String[] {"etag", "content-type", "accept-ranges", "last-modified"}) {
      assertThat(head.header(same)).isPresent().isEqualTo(got.header(same));
    }
  }

  @Test
  void whatTheAskerHasIsNotSentAgain() {
    ObjectKey key = stored("image/png", "first");
    Request fetch = fetch(key);
    String tag = server.send(fetch).header("etag").orElseThrow();

    Answer same = server.send(fetch.header("If-None-Match", tag));
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.body()).isEmpty();

    stored(key, "image/png", "other");
    assertThat(server.send(fetch.header("If-None-Match", tag)).text()).isEqualTo("other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,4-5", "bytes=5-2", "bytes=-", "lines=0-1", "bytes=a-b", "0-1"})
  void whatIsNotOneRangeIsTheWholeFile(String range) {
    Answer answer = server.send(fetch(stored("text/plain", "0123456789")).header("Range", range));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("0123456789");
  }

  @Test
  void aSuffixOfNothingCannotBeServed() {
    Answer answer =
        server.send(fetch(stored("text/plain", "0123456789")).header("Range", "bytes=-0"));

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("content-range")).contains("bytes */10");
  }

  @Test
  void whoReadsAFileReadsItToItsEndThoughItIsReplaced() throws Exception {
    ObjectKey key = new ObjectKey("read/while/replaced");
    FileShelf shelf = new FileShelf(folder.resolve("alone"), Clock.systemUTC());
    shelf.keep(new NewObject(key, 3, "text/plain"), in("old"));

    try (FileShelf.Kept open = shelf.open(key).orElseThrow()) {
      shelf.keep(new NewObject(key, 3, "text/plain"), in("new"));
      shelf.delete(key);

      assertThat(open.part(0, 3).readAllBytes()).isEqualTo("old".getBytes(UTF_8));
    }
    assertThat(shelf.open(key)).isEmpty();
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void whatAServerLeftHalfDoneIsSweptAfterADay(@TempDir Path own) throws Exception {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    Path left = Files.createDirectories(own.resolve("incoming")).resolve("left");
    Path running = own.resolve("incoming").resolve("running");
    for (Path file : new Path[] {left, running}) {
      Files.writeString(file, "half");
    }
    Files.setLastModifiedTime(left, FileTime.from(now.minus(Duration.ofHours(25))));
    Files.setLastModifiedTime(running, FileTime.from(now.minus(Duration.ofHours(23))));

    new FileShelf(own, new MutableClock(now));

    assertThat(left).doesNotExist();
    assertThat(running).exists();
  }

  @Test
  void aDamagedFileIsNotHandedOut(@TempDir Path own) throws Exception {
    FileShelf shelf = new FileShelf(own, Clock.systemUTC());
    ObjectKey key = new ObjectKey("damaged");
    shelf.keep(new NewObject(key, 5, "text/plain"), in("whole"));
    try (Stream<Path> all = Files.walk(own)) {
      Path file = all.filter(Files::isRegularFile).findFirst().orElseThrow();
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1026));
    }
    LocalFiles files =
        LocalFiles.open(
            LocalFilesConfig.development(own, URI.create("http://localhost")), Clock.systemUTC());

    assertThatThrownBy(() -> files.storageProvider().files().find(key))
        .isInstanceOf(ProviderException.class)
        .extracting(thrown -> ((ProviderException) thrown).kind())
        .isEqualTo(ProviderException.Kind.UNAVAILABLE);
    SignedRequest fetch =
        files.storageProvider().files().download(new Download(key, Optional.empty()), soon());
    assertThat(files.answer(asked(fetch)).status()).isEqualTo(503);
  }

  private static FileRequest asked(SignedRequest signed) {
    Map<String, List<String>> query = new HashMap<>();
    for (String parameter : signed.address().getQuery().split("&")) {
      String[] both = parameter.split("=", 2);
      query.put(both[0], List.of(both[1]));
    }
    String path = signed.address().getPath();
    return new FileRequest(
        signed.method(),
        path.substring(LocalFiles.PATH.length()),
        query,
        signed.headers(),
        InputStream.nullInputStream());
  }

  @Test
  void whatIsTooLargeIsNotSigned() {
    NewObject tooLarge = new NewObject(new ObjectKey("a"), (5L << 30) + 1, "video/mp4");

    assertThatThrownBy(() -> server.uploads().upload(tooLarge, soon()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5368709120");
  }

  @Test
  void anAddressOfAnotherKeyIsRefused() {
    SignedRequest foreign =
        LocalFiles.open(
                new LocalFilesConfig(
                    Secret.of("another key of thirty-two bytes or more"),
                    folder,
                    server.baseUrl(),
                    100),
                Clock.systemUTC())
            .storageProvider()
            .files()
            .download(new Download(stored("text/plain", "x"), Optional.empty()), soon());

    assertThat(server.send(Request.of(foreign)).status()).isEqualTo(403);
  }
}
