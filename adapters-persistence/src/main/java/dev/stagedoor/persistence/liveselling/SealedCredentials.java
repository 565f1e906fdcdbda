package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.crypto.Place;
import dev.stagedoor.persistence.sql.Documents;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credentials as one encrypted document, readable for their workspace and provider alone. */
@Singleton
final class SealedCredentials {
  private static final Argument<CredentialsJson> TYPE = Argument.of(CredentialsJson.class);

  private final ColumnCipher cipher;
  private final Documents documents;

  SealedCredentials(ColumnCipher cipher, Documents documents) {
    this.cipher = cipher;
    this.documents = documents;
  }

  @Nullable String seal(UUID workspace, String provider, @Nullable Credentials credentials) {
    return credentials == null
        ? null
        : cipher.encrypt(
            place(workspace, provider),
            Secret.of(documents.write(CredentialsJson.from(credentials))));
  }

  @Nullable Credentials open(UUID workspace, String provider, @Nullable String sealed) {
    return sealed == null
        ? null
        : documents
            .read(cipher.decrypt(place(workspace, provider), sealed).reveal(), TYPE)
            .toDomain();
  }

  private static Place place(UUID workspace, String provider) {
    return EncryptedColumn.INTEGRATION_CREDENTIALS.at(workspace, provider);
  }
}
