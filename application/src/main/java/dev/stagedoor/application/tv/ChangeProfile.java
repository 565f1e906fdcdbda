package dev.stagedoor.application.tv;

import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * What is to be changed of a profile; what is empty stays.
 *
 * @param avatar holds nothing where it is taken away
 * @param pin holds nothing where it is taken away
 */
public record ChangeProfile(
    Optional<String> name,
    Optional<Optional<URI>> avatar,
    Optional<Boolean> isKids,
    Optional<Optional<Secret>> pin) {}
