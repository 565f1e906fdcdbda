package dev.stagedoor.application.notifications;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.notifications.Unsubscription;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the links by which people unsubscribe, and reads them. Asks the database at most until it
 * knows the secret that signs them, which never changes; an open unit of work must be one that may
 * write.
 */
public final class Unsubscriptions {
  private static final String TOKEN = "token=";
  private static final String PAGE = "/unsubscribe?" + TOKEN;

  private final UnitOfWork work;
  private final UnsubscribeSecret kept;
  private final Tokens tokens;
  private final Settings settings;
  private volatile @Nullable Secret known;

  public Unsubscriptions(
      UnitOfWork work, UnsubscribeSecret kept, Tokens tokens, Settings settings) {
    this.work = work;
    this.kept = kept;
    this.tokens = tokens;
    this.settings = settings;
  }

  /** Returns the link by which somebody gets what they wish for. */
  URI link(Unsubscription wish) {
    return settings.link(PAGE + wish.signed(secret()));
  }

  /** Returns what looks like a link, and is nobody's. */
  URI nobodys() {
    return settings.link(PAGE + "preview");
  }

  /** Reads a link, whatever else it says; empty where it was not made here. */
  Optional<Unsubscription> read(URI link) {
    return Arrays.stream(Objects.requireNonNullElse(link.getRawQuery(), "").split("&"))
        .filter(part -> part.startsWith(TOKEN))
        .findFirst()
        .flatMap(part -> read(part.substring(TOKEN.length())));
  }

  /** Reads what a link holds; empty where it was not made here. */
  Optional<Unsubscription> read(String token) {
    return Unsubscription.read(token, secret());
  }

  private Secret secret() {
    Secret secret = known;
    return secret == null ? work.write(this::kept) : secret;
  }

  private Secret kept() {
    Secret secret = kept.keep(tokens.next());
    // It may have been made by this very work, and go with it.
    work.afterCommit(() -> known = secret);
    return secret;
  }
}
