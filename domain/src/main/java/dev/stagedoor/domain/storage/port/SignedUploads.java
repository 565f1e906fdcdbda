package dev.stagedoor.domain.storage.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.StoredObject;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets browsers send files to a store and fetch them from it, from pages of any site. What is
 * signed is good from now until a time that is at most seven days ahead, give or take a second.
 */
public interface SignedUploads {
  /**
   * Signs the one request that stores exactly this file. The store refuses another size, another
   * type, another method, an altered address and one that is past its time. Sending again replaces
   * the file. Calls nobody.
   *
   * @throws IllegalArgumentException when the time is past or more than seven days ahead, or the
   *     file is larger than the store takes
   */
  SignedRequest upload(NewObject wanted, Instant until);

  /**
   * Looks a file up; empty when there is none. Half a file is none. Reads only.
   *
   * @throws ProviderException when the store cannot be asked
   */
  Optional<StoredObject> find(ObjectKey key);

  /**
   * Signs a request that fetches a file, or a range of it (RFC 9110, section 14). Calls nobody, so
   * the file need not exist.
   *
   * @throws IllegalArgumentException when the time is past or more than seven days ahead
   */
  SignedRequest download(Download wanted, Instant until);

  /**
   * Removes a file for good. Does nothing when there is none.
   *
   * @throws ProviderException when it could not be removed; repeating is safe
   */
  void delete(ObjectKey key);
}
