package dev.stagedoor.application.tv;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/** What is to be changed of a playlist; what is empty stays, and an inner empty takes it away. */
public record ChangePlaylist(
    Optional<String> name,
    Optional<Secret> url,
    Optional<Optional<String>> username,
    Optional<Optional<Secret>> password) {}
