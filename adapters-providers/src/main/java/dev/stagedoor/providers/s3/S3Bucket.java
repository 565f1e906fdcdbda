package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes this server's own calls to one bucket, by addresses signed as those of browsers are: the
 * SDK's client, with its transports and retries, is not needed.
 */
final class S3Bucket {
  /** Every error has one: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
  private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,64})</Code>");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;

  private final S3Addresses addresses;
  private final ProviderHttp http;

  S3Bucket(S3Addresses addresses, ProviderRuntime runtime, HttpLimits limits) {
    this.addresses = addresses;
    this.http =
        ProviderHttp.to(S3.ID, addresses.site(), runtime)
            .limits(limits)
            .errorCode(S3Bucket::code)
            .build();
  }

  Optional<StoredObject> find(ObjectKey key) {
    Answer answer = call("file.find", addresses.head(key)).expecting(NOT_FOUND).send();
    return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(stored(key, answer));
  }

  void delete(ObjectKey key) {
    Answer answer = call("file.delete", addresses.delete(key)).expecting(NOT_FOUND).send();
    boolean isGone =
        answer.status() == NO_CONTENT
            // Some stores say so of a file that was not there; a bucket that is not is an error.
            || (answer.status() == NOT_FOUND
                && code(answer).filter("NoSuchKey"::equals).isPresent());
    if (!isGone) {
      throw answer.unreadable("answered a DELETE with " + answer.status());
    }
  }

  private ProviderRequest call(String operation, SignedRequest signed) {
    ProviderRequest request = http.request(operation, signed.method(), signed.address());
    signed.headers().forEach(request::header);
    return request;
  }

  /** Reads what every store tells of a file; a page of some proxy in between lacks part of it. */
  private static StoredObject stored(ObjectKey key, Answer answer) {
    Supplier<RuntimeException> notAStore =
        () -> answer.unreadable("answered a HEAD with " + answer.status() + " as no store does");
    if (answer.status() != 200 || answer.header("etag").isEmpty()) {
      throw notAStore.get();
    }
    long bytes =
        answer
            .header("content-length")
            .filter(text -> NUMBER.matcher(text).matches())
            .map(Long::parseLong)
            .orElseThrow(notAStore);
    String type = answer.header("content-type").orElse("application/octet-stream");
    Instant at = answer.header("last-modified").flatMap(S3Bucket::date).orElseThrow(notAStore);
    return new StoredObject(key, bytes, type, at);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static Optional<String> code(Answer answer) {
    Matcher code = CODE.matcher(new String(answer.body(), StandardCharsets.UTF_8));
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }

  @Override
  public String toString() {
    return http.toString();
  }
}
