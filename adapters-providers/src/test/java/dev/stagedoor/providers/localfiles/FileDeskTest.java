package dev.stagedoor.providers.localfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.contract.SignedUploadsContract;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.providers.support.files.FileRequest;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which requests are told that they were not signed. */
class FileDeskTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final InputStream BROKEN =
      new InputStream() {
        @Override
        public int read() {
          throw new IllegalArgumentException("a bug");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
          return read();
        }
      };

  private final NewObject file = new NewObject(SignedUploadsContract.aKey(), 5, "text/plain");
  private SignedAddresses addresses;
  private FileDesk desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    addresses =
        new SignedAddresses(
            LocalFilesConfig.development(folder, URI.create("https://files.example.org")), CLOCK);
    desk = new FileDesk(new FileShelf(folder, CLOCK), addresses);
  }

  private FileRequest sending(String key, String type, String length) {
    URI signed = addresses.upload(file, CLOCK.instant().plusSeconds(600));
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : signed.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], List.of(parts[1]));
    }
    return new FileRequest(
        "PUT", key, query, Map.of("Content-Type", type, "Content-Length", length), BROKEN);
  }

  @Test
  void whatNobodyWouldSignIsNotSigned() {
    String key = file.key().value();

    assertThat(desk.answer(sending("../" + key, "text/plain", "5")).status()).isEqualTo(403);
    assertThat(desk.answer(sending(key, "no type", "5")).status()).isEqualTo(403);
    assertThat(desk.answer(sending(key, "text/plain", "0")).status()).isEqualTo(403);
  }

  @Test
  void aFailureOfOursIsNotTakenForABadSignature() {
    FileRequest signed = sending(file.key().value(), "text/plain", "5");

    assertThatThrownBy(() -> desk.answer(signed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bug");
  }
}
