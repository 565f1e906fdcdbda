package dev.stagedoor.providers.support.settings;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Lets a setting be a {@link Secret} from where it is read. Text only: a number in YAML has lost
 * its leading zeros already.
 */
@Singleton
final class SecretConverter implements TypeConverter<CharSequence, Secret> {
  @Override
  public Optional<Secret> convert(
      CharSequence text, Class<Secret> type, ConversionContext context) {
    return Optional.of(Secret.of(text.toString()));
  }
}
