package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.contract.StoreBrowser;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.domain.storage.port.SignedUploads;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** S3Proxy, a real server of S3 that checks signatures, in a process of its own. */
public final class S3Server implements StorageWorld, AutoCloseable {
  public static final Secret SECRET_KEY = Secret.of("planted-secret-key");

  private static final Pattern LISTENS =
      Pattern.compile("ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");
  private static final Secret ACCESS_KEY = Secret.of("planted-access-key");
  private static final String BUCKET = "course-files";
  private static final String JAR = "s3proxy.jar";

  /** Where the build of this module puts the jar, seen from here and from its neighbours. */
  private static final List<Path> PLACES =
      List.of(Path.of("target"), Path.of("..", "adapters-providers", "target"));

  private final StoreBrowser browser = new StoreBrowser();
  private final Process process;
  private final S3Config config;
  private final S3 s3;

  /** Starts with an empty bucket below a folder, and returns when it listens. */
  public S3Server(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(data.resolve(BUCKET));
    Path settings = folder.resolve("s3proxy.properties");
    Files.write(
        settings,
        List.of(
            "s3proxy.endpoint=http://127.0.0.1:0",
            "s3proxy.authorization=aws-v2-or-v4",
            "s3proxy.identity=" + ACCESS_KEY.reveal(),
            "s3proxy.credential=" + SECRET_KEY.reveal(),
            "s3proxy.cors-allow-all=true",
            "jclouds.provider=filesystem-nio2",
            "jclouds.filesystem.basedir=" + data));
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                jar().toString(),
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .start();
    config = config(port());
    s3 = S3.open(config, ProviderRuntime.plain());
  }

  private static Path jar() {
    return PLACES.stream()
        .map(place -> place.resolve(JAR).toAbsolutePath().normalize())
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + JAR + " in any of " + PLACES));
  }

  /** Returns the settings of a server that shall keep its files here. */
  public Map<String, Object> settings() {
    String prefix = S3Config.PREFIX + ".";
    return Map.of(
        prefix + "enabled",
        "true",
        prefix + "endpoint",
        config.store().orElseThrow().toString(),
        prefix + "bucket",
        BUCKET,
        prefix + "access-key",
        ACCESS_KEY.reveal(),
        prefix + "secret-key",
        SECRET_KEY.reveal(),
        prefix + "path-style",
        "true");
  }

  private static S3Config config(int port) {
    return new S3Config(
        URI.create("http://127.0.0.1:" + port), "us-east-1", BUCKET, ACCESS_KEY, SECRET_KEY, true);
  }

  /** Reads what the server says until it listens, and lets it go on talking. */
  private int port() throws IOException {
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher listens = LISTENS.matcher(line);
      if (listens.find()) {
        Thread rest = new Thread(() -> readOn(said), "s3proxy output");
        rest.setDaemon(true);
        rest.start();
        return Integer.parseInt(listens.group(1));
      }
      all.append(line).append('\n');
    }
    throw new IllegalStateException("S3Proxy did not start:\n" + all);
  }

  private static void readOn(BufferedReader said) {
    try {
      said.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // With the process.
    }
  }

  SignedUploads uploads() {
    return s3.storageProvider().files();
  }

  @Override
  public Answer send(Request request) {
    return browser.send(request);
  }

  @Override
  public void breakOff(SignedRequest upload, long announced, byte[] sent) {
    browser.breakOff(upload, announced, sent);
  }

  /** Signs the adapter's requests anew, with a time that the SDK's presigner cannot be given. */
  @Override
  public SignedUploads signingBefore(Duration ago) {
    SignedUploads now = uploads();
    return new SignedUploads() {
      @Override
      public SignedRequest upload(NewObject wanted, Instant until) {
        return before(now.upload(wanted, until.plus(ago)), "" + wanted.bytes());
      }

      @Override
      public SignedRequest download(Download wanted, Instant until) {
        return before(now.download(wanted, until.plus(ago)), "");
      }

      private SignedRequest before(SignedRequest signed, String length) {
        return signedAnew(signed, length, Clock.offset(Clock.systemUTC(), ago.negated()));
      }

      @Override
      public Optional<StoredObject> find(ObjectKey key) {
        return now.find(key);
      }

      @Override
      public void delete(ObjectKey key) {
        now.delete(key);
      }
    };
  }

  private static SignedRequest signedAnew(SignedRequest signed, String length, Clock clock) {
    Map<String, String> query =
        Arrays.stream(signed.address().getRawQuery().split("&"))
            .map(one -> one.split("=", 2))
            .collect(Collectors.toMap(one -> one[0], one -> one[1]));
    long seconds = Long.parseLong(query.get("X-Amz-Expires"));
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(signed.method()))
            .protocol(signed.address().getScheme())
            .host(signed.address().getHost())
            .port(signed.address().getPort())
            .encodedPath(signed.address().getRawPath());
    query.forEach(
        (name, value) -> {
          if (!name.startsWith("X-Amz-")) {
            request.putRawQueryParameter(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
          }
        });
    signed.headers().forEach(request::putHeader);
    if (!length.isEmpty()) {
      request.putHeader("Content-Length", length);
    }
    URI address =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(
                            AwsCredentialsIdentity.create(ACCESS_KEY.reveal(), SECRET_KEY.reveal()))
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(
                            AwsV4FamilyHttpSigner.AUTH_LOCATION,
                            AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(
                            AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofSeconds(seconds))
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
            .request()
            .getUri();
    return new SignedRequest(
        signed.method(), address, signed.headers(), clock.instant().plusSeconds(seconds));
  }

  @Override
  public void close() {
    s3.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
