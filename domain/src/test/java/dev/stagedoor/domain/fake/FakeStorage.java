package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A store in memory. It takes requests by {@link #send}, for nothing listens at its addresses. */
public final class FakeStorage implements SignedUploads, StorageWorld, FailingFarSide {
  private static final ProviderId ID = new ProviderId("fake");
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
  private static final URI SITE = URI.create("https://store.example/");

  private final Shelf shelf;
  private final Clock clock;

  public FakeStorage(Clock clock) {
    this(new Shelf(), clock);
  }

  private FakeStorage(Shelf shelf, Clock clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  /** What all views of one store share. */
  private static final class Shelf {
    private final Map<ObjectKey, Kept> files = new HashMap<>();
    private final Map<URI, Grant> grants = new HashMap<>();
    private @Nullable FarSideFailure failure;
    private int versions;
  }

  private record Kept(StoredObject about, byte[] content, String tag) {}

  private record Grant(
      String method,
      ObjectKey key,
      Optional<NewObject> wanted,
      Optional<String> saveAs,
      Instant until) {}

  /** Returns this store as the registry takes it. */
  public StorageProvider provider() {
    return new StorageProvider(ID, 5L << 30, this);
  }

  @Override
  public SignedRequest upload(NewObject wanted, Instant until) {
    Grant grant = new Grant("PUT", wanted.key(), Optional.of(wanted), Optional.empty(), until);
    return signed(grant, Map.of("Content-Type", wanted.mediaType()));
  }

  @Override
  public SignedRequest download(Download wanted, Instant until) {
    return signed(
        new Grant("GET", wanted.key(), Optional.empty(), wanted.saveAs(), until), Map.of());
  }

  private SignedRequest signed(Grant grant, Map<String, String> headers) {
    Instant now = clock.instant();
    if (!grant.until().isAfter(now) || grant.until().isAfter(now.plus(LONGEST))) {
      throw new IllegalArgumentException("signed are up to seven days from now");
    }
    synchronized (shelf) {
      URI address = SITE.resolve(grant.key() + "?signature=" + shelf.grants.size() + "x");
      shelf.grants.put(address, grant);
      return new SignedRequest(grant.method(), address, headers, grant.until());
    }
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) {
    synchronized (shelf) {
      mustWork();
      return Optional.ofNullable(shelf.files.get(key)).map(Kept::about);
    }
  }

  @Override
  public void delete(ObjectKey key) {
    synchronized (shelf) {
      mustWork();
      shelf.files.remove(key);
    }
  }

  private void mustWork() {
    if (shelf.failure != null) {
      ProviderException.Kind kind = shelf.failure.kinds().iterator().next();
      Duration wait = shelf.failure == FarSideFailure.THROTTLED ? Duration.ofSeconds(7) : null;
      throw new ProviderException(ID, kind, "made to fail", wait, null);
    }
  }

  @Override
  public void fail(FarSideFailure how) {
    synchronized (shelf) {
      shelf.failure = how;
    }
  }

  @Override
  public void recover() {
    synchronized (shelf) {
      shelf.failure = null;
    }
  }

  @Override
  public Answer send(Request request) {
    synchronized (shelf) {
      Answer answer = answer(request);
      Map<String, String> headers = new TreeMap<>(answer.headers());
      headers.put("access-control-allow-origin", "*");
      return new Answer(answer.status(), headers, answer.body());
    }
  }

  private Answer answer(Request request) {
    if (request.method().equals("OPTIONS")) {
      return new Answer(
          200,
          Map.of(
              "access-control-allow-methods", "GET, PUT",
              "access-control-allow-headers", "content-type, range"),
          new byte[0]);
    }
    Grant grant = shelf.grants.get(request.address());
    if (grant == null
        || !grant.method().equals(request.method())
        || !clock.instant().isBefore(grant.until())) {
      return status(403);
    }
    return grant.wanted().isPresent()
        ? put(grant.wanted().get(), request)
        : get(grant, request.headers().getOrDefault("range", ""));
  }

  private Answer put(NewObject wanted, Request request) {
    if (request.body().length != wanted.bytes()
        || !wanted.mediaType().equals(request.headers().get("content-type"))) {
      return status(403);
    }
    shelf.versions++;
    shelf.files.put(
        wanted.key(),
        new Kept(
            new StoredObject(wanted.key(), wanted.bytes(), wanted.mediaType(), clock.instant()),
            request.body().clone(),
            "\"" + shelf.versions + "\""));
    return status(200);
  }

  private Answer get(Grant grant, String range) {
    Kept kept = shelf.files.get(grant.key());
    if (kept == null) {
      return status(404);
    }
    int size = kept.content().length;
    int from = 0;
    int to = size;
    Matcher asked = RANGE.matcher(range);
    if (asked.matches()) {
      boolean isSuffix = asked.group(1).isEmpty();
      from =
          isSuffix
              ? Math.max(0, size - Integer.parseInt(asked.group(2)))
              : Integer.parseInt(asked.group(1));
      to =
          isSuffix || asked.group(2).isEmpty()
              ? size
              : Math.min(size, Integer.parseInt(asked.group(2)) + 1);
      if (from >= size) {
        return status(416);
      }
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", kept.about().mediaType());
    headers.put("content-length", "" + (to - from));
    headers.put("etag", kept.tag());
    grant.saveAs().ifPresent(name -> headers.put("content-disposition", attachment(name)));
    if (asked.matches()) {
      headers.put("content-range", "bytes " + from + "-" + (to - 1) + "/" + size);
    }
    return new Answer(
        asked.matches() ? 206 : 200, headers, Arrays.copyOfRange(kept.content(), from, to));
  }

  private static String attachment(String name) {
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"file\"; filename*=UTF-8''" + encoded;
  }

  private static Answer status(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /** Half a file never arrives. */
  @Override
  public void breakOff(SignedRequest upload, long announced, byte[] sent) {}

  @Override
  public SignedUploads signingBefore(Duration ago) {
    return new FakeStorage(shelf, Clock.offset(clock, ago.negated()));
  }

  @Override
  public String toString() {
    return "fake store";
  }
}
