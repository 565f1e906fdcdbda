package dev.stagedoor.domain.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.StorageWorld.Request;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What stores do beyond {@link SignedUploadsContract} that know {@code If-Range}; of S3 nothing is
 * promised.
 */
public interface ConditionalRangesContract {
  SignedUploads uploads();

  StorageWorld world();

  Instant now();

  @Test
  default void aRangeOfAFileThatWasReplacedIsTheWholeFile() {
    Instant soon = now().plus(Duration.ofMinutes(10));
    ObjectKey key = SignedUploadsContract.aKey();
    Request fetch = Request.of(uploads().download(new Download(key, Optional.empty()), soon));
    world()
        .send(
            Request.of(uploads().upload(new NewObject(key, 3, "text/plain"), soon), bytes("old")));
    String tag = world().send(fetch).header("etag").orElseThrow();
    Request range = fetch.header("Range", "bytes=1-1").header("If-Range", tag);
    assertThat(world().send(range).text()).isEqualTo("l");

    world()
        .send(
            Request.of(uploads().upload(new NewObject(key, 3, "text/plain"), soon), bytes("new")));

    assertThat(world().send(range).status()).isEqualTo(200);
    assertThat(world().send(range).text()).isEqualTo("new");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
