package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.providers.support.files.FileAnswer;
import dev.stagedoor.providers.support.files.FileRequest;
import dev.stagedoor.providers.support.files.Handout;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in and hands them out over HTTP to whoever has a signed address. Files come from
 * strangers and are served from the origin of this product, so browsers are told to take them for
 * what they are said to be, and to run nothing of them.
 */
final class FileDesk {
  private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  /** A document that was sent in gets no scripts and an origin of its own, which nobody shares. */
  private static final String POLICY =
      "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self';"
          + " style-src 'unsafe-inline'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Content-Security-Policy", POLICY,
          // The address is a credential.
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "cross-origin");

  private final FileShelf shelf;
  private final SignedAddresses addresses;

  FileDesk(FileShelf shelf, SignedAddresses addresses) {
    this.shelf = shelf;
    this.addresses = addresses;
  }

  FileAnswer answer(FileRequest request) {
    Optional<ObjectKey> key = signable(() -> new ObjectKey(request.key()));
    if (key.isEmpty()) {
      return notSigned();
    }
    try {
      return switch (request.method()) {
        case "PUT" -> put(key.get(), request);
        case "GET", "HEAD" -> get(key.get(), request);
        default ->
            problem(405, "METHOD_NOT_ALLOWED", "Files are sent with PUT and fetched with GET.");
      };
    } catch (FileShelf.BrokenOffException e) {
      LOG.debug("An upload was broken off", e);
      return problem(400, "UPLOAD_BROKEN_OFF", "Not all of the file arrived.");
    } catch (IOException e) {
      LOG.error("The folder of files cannot be used", e);
      return problem(503, "STORE_UNAVAILABLE", "The file store cannot be used at the moment.");
    }
  }

  private FileAnswer put(ObjectKey key, FileRequest request) throws IOException {
    OptionalLong length =
        request
            .header("content-length")
            .filter(text -> LENGTH.matcher(text).matches())
            .map(text -> OptionalLong.of(Long.parseLong(text)))
            .orElse(OptionalLong.empty());
    if (length.isEmpty()) {
      return problem(411, "LENGTH_REQUIRED", "A file is sent with its length.");
    }
    String mediaType = request.header("content-type").orElse("");
    Optional<NewObject> sent =
        signable(() -> new NewObject(key, length.getAsLong(), mediaType))
            .filter(file -> addresses.permits(file, request.query()));
    if (sent.isEmpty()) {
      return notSigned();
    }
    shelf.keep(sent.get(), request.body());
    return FileAnswer.empty(200, ALWAYS);
  }

  /** Returns what is asked for, empty when it is nothing that we would ever sign. */
  private static <T> Optional<T> signable(Supplier<T> asked) {
    try {
      return Optional.of(asked.get());
    } catch (IllegalArgumentException notSignedByUs) {
      return Optional.empty();
    }
  }

  private FileAnswer get(ObjectKey key, FileRequest request) throws IOException {
    Optional<Download> permitted = addresses.permits(key, request.query());
    if (permitted.isEmpty()) {
      return notSigned();
    }
    Optional<FileShelf.Kept> kept = shelf.open(key);
    if (kept.isEmpty()) {
      return problem(404, "FILE_NOT_FOUND", "There is no such file.");
    }
    return Handout.of(kept.get(), request, permitted.get().saveAs(), ALWAYS);
  }

  private static FileAnswer notSigned() {
    return problem(
        403, "ADDRESS_NOT_SIGNED", "This request was not signed like this, or its time is past.");
  }

  private static FileAnswer problem(int status, String code, String detail) {
    return FileAnswer.problem(status, code, detail, ALWAYS);
  }
}
