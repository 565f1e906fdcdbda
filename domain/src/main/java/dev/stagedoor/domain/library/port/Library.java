package dev.stagedoor.domain.library.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import java.net.URI;
import java.util.Optional;

/** Takes videos in, prepares them and keeps them. */
public interface Library {
  /**
   * Makes an address to which a browser sends the file itself.
   *
   * @param origin the site whose pages will send, where browsers ask for leave (CORS)
   * @throws ProviderException when it could not be made; repeat with the same key. An address whose
   *     answer was lost lapses by itself when nothing is sent there.
   */
  DirectUpload openUpload(NewVideo wanted, URI origin);

  /**
   * Lets the provider fetch the file from an address it can reach. The same key makes one video.
   *
   * @throws ProviderException {@code REJECTED} when the address is not one it fetches from; {@code
   *     UNREADABLE} when the answer was lost: repeat with the same key
   */
  ProviderRef ingest(NewVideo wanted, URI source);

  /**
   * Tells how far a video is; empty when the provider has none. Reads only.
   *
   * @throws ProviderException when the provider cannot be asked
   */
  Optional<LibraryVideo> find(ProviderRef video);

  /**
   * Removes a video, or the address it was to be sent to, for good. Does nothing when there is
   * none.
   *
   * @throws ProviderException when it could not be removed; repeating is safe
   */
  void delete(ProviderRef video);
}
