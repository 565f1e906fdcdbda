package dev.stagedoor.domain.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.contract.StorageWorld.Answer;
import dev.stagedoor.domain.contract.StorageWorld.Request;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SignedUploads} does, as somebody sees it who has only the signed address. */
public interface SignedUploadsContract {
  byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz".getBytes(UTF_8);

  SignedUploads uploads();

  StorageWorld world();

  /** Returns the time by which the store signs. */
  Instant now();

  /** Makes a key that nobody used before. */
  static ObjectKey aKey() {
    return new ObjectKey("courses/" + UUID.randomUUID() + "/lecture-1.mp4");
  }

  private Instant soon() {
    return now().plus(Duration.ofMinutes(10));
  }

  private SignedRequest signed(ObjectKey key) {
    return uploads().upload(new NewObject(key, ALPHABET.length, "video/mp4"), soon());
  }

  private ObjectKey stored() {
    ObjectKey key = aKey();
    store(key, "video/mp4", ALPHABET);
    return key;
  }

  private void store(ObjectKey key, String type, byte[] content) {
    SignedRequest upload = uploads().upload(new NewObject(key, content.length, type), soon());
    assertThat(world().send(Request.of(upload, content))).matches(Answer::isSuccess);
  }

  private Request fetch(ObjectKey key) {
    return Request.of(uploads().download(new Download(key, Optional.empty()), soon()));
  }

  private void assertRefused(Request request) {
    assertThat(world().send(request)).as("%s", request.address()).matches(Answer::isRefused);
  }

  @Test
  default void whatWasSentIsFoundAndFetched() {
    ObjectKey key = aKey();
    SignedRequest upload = signed(key);
    assertThat(upload.method()).isEqualTo("PUT");

    assertThat(world().send(Request.of(upload, ALPHABET))).matches(Answer::isSuccess);

    StoredObject found = uploads().find(key).orElseThrow();
    assertThat(found.key()).isEqualTo(key);
    assertThat(found.bytes()).isEqualTo(ALPHABET.length);
    assertThat(found.mediaType()).isEqualTo("video/mp4");
    assertThat(found.storedAt()).isBetween(now().minusSeconds(60), now().plusSeconds(60));
    Answer fetched = world().send(fetch(key));
    assertThat(fetched.status()).isEqualTo(200);
    assertThat(fetched.body()).isEqualTo(ALPHABET);
    assertThat(fetched.header("content-type")).contains("video/mp4");
  }

  @Test
  default void anAddressSaysHowLongItIsGood() {
    Instant until = soon();

    for (SignedRequest signed :
        List.of(
            signed(aKey()), uploads().download(new Download(aKey(), Optional.empty()), until))) {
      assertThat(signed.until()).isBetween(until.minusSeconds(2), until.plusSeconds(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-604_801, 0, 604_860})
  default void aTimeThatIsPastOrFarAheadIsNotSigned(int seconds) {
    Instant until = now().plusSeconds(seconds);
    NewObject wanted = new NewObject(aKey(), 1, "video/mp4");
    Download download = new Download(aKey(), Optional.empty());

    assertThatThrownBy(() -> uploads().upload(wanted, until))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> uploads().download(download, until))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void sevenDaysAreSigned() {
    ObjectKey key = stored();

    SignedRequest week =
        uploads().download(new Download(key, Optional.empty()), now().plus(Duration.ofDays(7)));

    assertThat(world().send(Request.of(week))).matches(Answer::isSuccess);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcdefghijklmnopqrstuvwxy", "abcdefghijklmnopqrstuvwxyz!", ""})
  default void anotherSizeIsRefused(String content) {
    ObjectKey key = aKey();

    assertRefused(Request.of(signed(key), content.getBytes(UTF_8)));

    assertThat(uploads().find(key)).isEmpty();
  }

  @Test
  default void anotherTypeIsRefused() {
    ObjectKey key = aKey();
    Request request = Request.of(signed(key), ALPHABET);

    assertRefused(request.header("Content-Type", "text/html"));
    assertRefused(request.without("Content-Type"));

    assertThat(uploads().find(key)).isEmpty();
  }

  @Test
  default void anAlteredAddressIsRefused() {
    ObjectKey sent = aKey();
    Request upload = Request.of(signed(sent), ALPHABET);
    Request download =
        Request.of(uploads().download(new Download(stored(), Optional.of("a.mp4")), soon()));
    assertThat(world().send(download)).matches(Answer::isSuccess);

    altered(upload.address()).forEach(address -> assertRefused(upload.address(address)));
    altered(download.address()).forEach(address -> assertRefused(download.address(address)));

    assertThat(uploads().find(sent)).isEmpty();
  }

  /** Changes the last character of one parameter after the other, and leaves each one out. */
  private static List<URI> altered(URI address) {
    String[] parameters = address.getRawQuery().split("&");
    assertThat(parameters).isNotEmpty();
    return java.util.stream.IntStream.range(0, 2 * parameters.length)
        .mapToObj(
            i -> {
              String[] other = parameters.clone();
              String one = other[i / 2];
              char last = one.charAt(one.length() - 1);
              other[i / 2] =
                  i % 2 == 0
                      ? one.substring(0, one.length() - 1) + (last == '1' ? '2' : '1')
                      : "other=" + i;
              return URI.create(
                  address.toString().substring(0, address.toString().indexOf('?') + 1)
                      + String.join("&", other));
            })
        .toList();
  }

  @Test
  default void anotherKeyIsRefused() {
    ObjectKey mine = stored();
    ObjectKey theirs = stored();
    Request download = fetch(mine);
    ObjectKey absent = aKey();
    Request upload = Request.of(signed(aKey()), ALPHABET);

    assertRefused(
        download.address(
            URI.create(download.address().toString().replace(mine.value(), theirs.value()))));
    assertRefused(
        upload.address(
            URI.create(upload.address().toString().replaceFirst("courses/[^?]*", absent.value()))));

    assertThat(uploads().find(absent)).isEmpty();
  }

  @Test
  default void pastItsTimeAnAddressIsRefused() {
    ObjectKey key = stored();
    SignedUploads before = world().signingBefore(Duration.ofHours(2));
    NewObject other = new NewObject(aKey(), ALPHABET.length, "video/mp4");
    Download download = new Download(key, Optional.empty());
    Instant past = now().minus(Duration.ofHours(1));

    assertRefused(Request.of(before.upload(other, past), ALPHABET));
    assertRefused(Request.of(before.download(download, past)));

    assertThat(uploads().find(other.key())).isEmpty();
    Request stillGood = Request.of(before.download(download, soon()));
    assertThat(world().send(stillGood)).matches(Answer::isSuccess);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "POST"})
  default void anAddressForSendingIsGoodForNothingElse(String method) {
    ObjectKey key = stored();

    assertRefused(Request.of(signed(key)).method(method));

    assertThat(uploads().find(key)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "POST"})
  default void anAddressForFetchingIsGoodForNothingElse(String method) {
    ObjectKey key = stored();
    Request fetch = fetch(key);

    assertRefused(
        new Request(method, fetch.address(), fetch.headers(), ALPHABET)
            .header("Content-Type", "video/mp4"));

    assertThat(world().send(fetch(key)).body()).isEqualTo(ALPHABET);
  }

  @Test
  default void halfAFileIsNone() {
    ObjectKey key = aKey();

    world().breakOff(signed(key), ALPHABET.length, "abcdef".getBytes(UTF_8));

    assertThat(uploads().find(key)).isEmpty();
    assertThat(world().send(fetch(key)).status()).isEqualTo(404);
  }

  @Test
  default void halfAFileReplacesNothing() {
    ObjectKey key = stored();

    world().breakOff(signed(key), ALPHABET.length, "ABCDEF".getBytes(UTF_8));

    assertThat(world().send(fetch(key)).body()).isEqualTo(ALPHABET);
  }

  @Test
  default void sendingAgainReplacesTheFileAndItsType() {
    ObjectKey key = stored();

    store(key, "audio/mpeg", "shorter".getBytes(UTF_8));

    StoredObject found = uploads().find(key).orElseThrow();
    assertThat(found.bytes()).isEqualTo(7);
    assertThat(found.mediaType()).isEqualTo("audio/mpeg");
    assertThat(world().send(fetch(key)).text()).isEqualTo("shorter");
  }

  @Test
  default void anAddressCanBeUsedTwice() {
    Request upload = Request.of(signed(aKey()), ALPHABET);

    assertThat(world().send(upload)).matches(Answer::isSuccess);
    assertThat(world().send(upload)).matches(Answer::isSuccess);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, abcd, bytes 0-3/26",
    "bytes=24-, yz, bytes 24-25/26",
    "bytes=24-99, yz, bytes 24-25/26",
    "bytes=-3, xyz, bytes 23-25/26",
    "bytes=25-25, z, bytes 25-25/26",
  })
  default void aRangeIsFetched(String range, String content, String told) {
    Answer answer = world().send(fetch(stored()).header("Range", range));

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.text()).isEqualTo(content);
    assertThat(answer.header("content-range")).contains(told);
    assertThat(answer.header("content-length")).contains("" + content.length());
  }

  @Test
  default void aRangeBehindTheEndIsRefused() {
    assertThat(world().send(fetch(stored()).header("Range", "bytes=26-30")).status())
        .isEqualTo(416);
  }

  @Test
  default void filesThatCanBeFetchedInRangesHaveATag() {
    ObjectKey key = stored();
    String first = world().send(fetch(key)).header("etag").orElseThrow();
    assertThat(world().send(fetch(key)).header("etag")).contains(first);

    store(key, "video/mp4", "other".getBytes(UTF_8));

    assertThat(world().send(fetch(key)).header("etag").orElseThrow()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lecture 1.mp4",
        "Vorlesung über Möwen.mp4",
        "講義 – 100%.mp4",
        "a\"quoted\\\"; name=x.mp4",
        "🎬 it's (1)*.mp4"
      })
  default void aFileIsSavedUnderItsName(String name) {
    SignedRequest download = uploads().download(new Download(stored(), Optional.of(name)), soon());

    Answer answer = world().send(Request.of(download));

    assertThat(answer.body()).isEqualTo(ALPHABET);
    String disposition = answer.header("content-disposition").orElseThrow();
    assertThat(disposition).startsWith("attachment;").matches("[\\x20-\\x7e]*");
    assertThat(disposition).contains("filename=\"");
    String marked = "filename*=UTF-8''";
    assertThat(disposition).contains(marked);
    String encoded = disposition.substring(disposition.indexOf(marked) + marked.length());
    // RFC 8187: nothing but these stands for itself.
    assertThat(encoded).matches("([A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+");
    assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8)).isEqualTo(name);
  }

  @Test
  default void aFileWithoutANameIsShown() {
    assertThat(world().send(fetch(stored())).header("content-disposition").orElse("inline"))
        .doesNotContain("attachment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b-c_d/e..f",
        "--/-.-",
        "v1.2.3/lecture-1.final..mp4",
        "UPPER/lower/0",
        "name./dots../at-the-end."
      })
  default void keysMayHaveDotsAndDashes(String tail) {
    ObjectKey key = new ObjectKey(UUID.randomUUID() + "/" + tail);
    store(key, "application/pdf", ALPHABET);

    assertThat(uploads().find(key)).map(StoredObject::key).contains(key);
    assertThat(world().send(fetch(key)).body()).isEqualTo(ALPHABET);
    uploads().delete(key);
    assertThat(uploads().find(key)).isEmpty();
  }

  @Test
  default void theLongestKeyIsAKey() {
    String segment = "/" + "x".repeat(100);
    ObjectKey key = new ObjectKey((UUID.randomUUID() + segment.repeat(5)).substring(0, 512));

    store(key, "image/png", ALPHABET);

    assertThat(uploads().find(key)).isPresent();
  }

  @Test
  default void whatIsNotThereIsNotFound() {
    ObjectKey key = aKey();

    assertThat(uploads().find(key)).isEmpty();
    assertThat(world().send(fetch(key)).status()).isEqualTo(404);
  }

  @Test
  default void aDeletedFileIsGone() {
    ObjectKey key = stored();
    ObjectKey other = stored();

    uploads().delete(key);
    uploads().delete(key);

    assertThat(uploads().find(key)).isEmpty();
    assertThat(world().send(fetch(key)).status()).isEqualTo(404);
    assertThat(uploads().find(other)).isPresent();
  }

  @Test
  default void pagesOfOtherSitesMaySendAndFetch() {
    ObjectKey key = aKey();
    String origin = "https://learn.example.org";
    Request upload = Request.of(signed(key), ALPHABET);
    Request fetch = fetch(key).header("Range", "bytes=0-1");

    assertMayCall(upload, origin, "content-type");
    assertMayCall(fetch, origin, "range");

    Answer sent = world().send(upload.header("Origin", origin));
    assertThat(sent).matches(Answer::isSuccess);
    assertThat(sent.header("access-control-allow-origin").orElseThrow()).isIn("*", origin);
    Answer fetched = world().send(fetch.header("Origin", origin));
    assertThat(fetched.text()).isEqualTo("ab");
    assertThat(fetched.header("access-control-allow-origin").orElseThrow()).isIn("*", origin);
  }

  private void assertMayCall(Request request, String origin, String header) {
    Answer answer =
        world()
            .send(
                new Request("OPTIONS", request.address(), java.util.Map.of(), new byte[0])
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", request.method())
                    .header("Access-Control-Request-Headers", header));
    assertThat(answer).matches(Answer::isSuccess);
    assertThat(answer.header("access-control-allow-origin").orElseThrow()).isIn("*", origin);
    assertThat(answer.header("access-control-allow-methods").orElseThrow())
        .contains(request.method());
    assertThat(answer.header("access-control-allow-headers").orElseThrow())
        .containsIgnoringCase(header);
  }

  @Test
  default void noAddressIsPrinted() {
    SignedRequest signed = signed(aKey());

    assertThat(signed.toString() + uploads())
        .doesNotContain(signed.address().getRawQuery())
        .contains(signed.until().truncatedTo(ChronoUnit.SECONDS).toString().substring(0, 19));
  }
}
