package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.providers.support.ContentDisposition;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs requests to one bucket. Calls nobody, and reads nothing but its configuration. */
final class S3Addresses implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration OWN_CALLS = Duration.ofMinutes(5);

  /** Clients set these themselves, and browsers let nobody else do so. */
  private static final Set<String> BY_CLIENTS = Set.of("host", "content-length");

  private final String bucket;
  private final S3Presigner presigner;
  private final Clock clock;

  S3Addresses(S3Config config, Clock clock) {
    this.bucket = config.bucket();
    this.clock = clock;
    ProfileFile none = ProfileFile.aggregator().build();
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(Region.of(config.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        config.accessKey().reveal(), config.secretKey().reveal())))
            .fipsEnabled(false)
            .dualstackEnabled(false)
            .disableS3ExpressSessionAuth(true)
            .serviceConfiguration(
                withoutChecksums(S3Configuration.builder())
                    .profileFile(() -> none)
                    .profileName("none")
                    .pathStyleAccessEnabled(config.pathStyle())
                    .build());
    config.store().ifPresent(builder::endpointOverride);
    this.presigner = builder.build();
  }

  /** Keeps headers out of addresses that no browser sends; the presigner knows no newer way. */
  @SuppressWarnings("deprecation")
  private static S3Configuration.Builder withoutChecksums(S3Configuration.Builder builder) {
    return builder.checksumValidationEnabled(false);
  }

  SignedRequest upload(NewObject wanted, Instant until) {
    return signed(
        presigner.presignPutObject(
            request ->
                request
                    .signatureDuration(life(until))
                    .putObjectRequest(
                        put ->
                            put.bucket(bucket)
                                .key(wanted.key().value())
                                .contentType(wanted.mediaType())
                                .contentLength(wanted.bytes()))));
  }

  SignedRequest download(Download wanted, Instant until) {
    return signed(
        presigner.presignGetObject(
            request ->
                request
                    .signatureDuration(life(until))
                    .getObjectRequest(
                        get ->
                            get.bucket(bucket)
                                .key(wanted.key().value())
                                .responseContentDisposition(
                                    wanted
                                        .saveAs()
                                        .map(ContentDisposition::attachment)
                                        .orElse(null)))));
  }

  SignedRequest head(ObjectKey key) {
    return signed(
        presigner.presignHeadObject(
            request ->
                request
                    .signatureDuration(OWN_CALLS)
                    .headObjectRequest(head -> head.bucket(bucket).key(key.value()))));
  }

  SignedRequest delete(ObjectKey key) {
    return signed(
        presigner.presignDeleteObject(
            request ->
                request
                    .signatureDuration(OWN_CALLS)
                    .deleteObjectRequest(delete -> delete.bucket(bucket).key(key.value()))));
  }

  /** Returns where the bucket is: its own host, or the store's. */
  URI site() {
    URI any = head(new ObjectKey("site")).address();
    return URI.create(any.getScheme() + "://" + any.getRawAuthority());
  }

  /** Returns how long an address is to be good, in the whole seconds in which S3 counts. */
  private Duration life(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    if (left.isNegative() || left.isZero() || left.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("an address is good for up to seven days from now");
    }
    return Duration.ofSeconds(Math.max(1, left.toSeconds()));
  }

  private static SignedRequest signed(PresignedRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .signedHeaders()
        .forEach(
            (name, values) -> {
              if (!BY_CLIENTS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", values));
              }
            });
    return new SignedRequest(
        request.httpRequest().method().name(), address(request), headers, request.expiration());
  }

  private static URI address(PresignedRequest request) {
    try {
      return request.url().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the SDK signed what is no address", e);
    }
  }

  @Override
  public void close() {
    presigner.close();
  }

  @Override
  public String toString() {
    return "addresses of bucket " + bucket;
  }
}
