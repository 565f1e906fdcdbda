package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.kernel.WebAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page in memory of one person.
 *
 * <p>Invariants: its slug never changes, whatever the name becomes; it is run by its owner, its
 * funeral director and admins, and by nobody else; whether others may know of it depends on {@link
 * #isPublic()}.
 */
public final class Memorial {
  public static final int MAX_NAME = 120;
  public static final int MAX_TEXT = 20_000;
  private static final String SUBJECT = "memorial";

  private final MemorialId id;
  private final Slug slug;
  private final UserId owner;
  private final @Nullable UserId director;
  private final Phone familyPhone;
  private final Instant createdAt;
  private final long version;
  private String lovedOneName;
  private String customText;
  private @Nullable String imageUrl;
  private boolean isPublic;
  private Instant updatedAt;

  /** The stored form of a memorial; for repositories only. */
  public record Snapshot(
      MemorialId id,
      Slug slug,
      UserId owner,
      @Nullable UserId director,
      Phone familyPhone,
      String lovedOneName,
      String customText,
      @Nullable String imageUrl,
      boolean isPublic,
      Instant createdAt,
      Instant updatedAt,
      long version) {}

  private Memorial(Snapshot from) {
    this.id = from.id();
    this.slug = from.slug();
    this.owner = from.owner();
    this.director = from.director();
    this.familyPhone = from.familyPhone();
    this.lovedOneName = from.lovedOneName();
    this.customText = from.customText();
    this.imageUrl = from.imageUrl();
    this.isPublic = from.isPublic();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.version = from.version();
  }

  /**
   * Opens a public memorial; {@code director} is the funeral director who makes it, if one does.
   */
  public static Memorial open(
      MemorialId id,
      Slug slug,
      UserId owner,
      @Nullable UserId director,
      Phone familyPhone,
      String lovedOneName,
      Instant now) {
    return new Memorial(
        new Snapshot(
            id,
            slug,
            owner,
            director,
            familyPhone,
            checkedName(lovedOneName),
            "",
            null,
            true,
            now,
            now,
            0));
  }

  /** Rebuilds a stored memorial; for repositories only. */
  public static Memorial restore(Snapshot snapshot) {
    return new Memorial(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        slug,
        owner,
        director,
        familyPhone,
        lovedOneName,
        customText,
        imageUrl,
        isPublic,
        createdAt,
        updatedAt,
        version);
  }

  /** Names the memorial to the capabilities it uses. */
  public static Subject subject(MemorialId id) {
    return new Subject(SUBJECT, id.value());
  }

  /** Returns the memorial a subject names, empty when it names something else. */
  public static Optional<MemorialId> of(Subject subject) {
    return subject.kind().equals(SUBJECT)
        ? Optional.of(new MemorialId(subject.id()))
        : Optional.empty();
  }

  /** Refuses a change that was begun on another version; facts hold the current one. */
  public void mustBeAt(long expected) {
    if (version != expected) {
      throw new DomainException(CommonError.STALE_VERSION, Map.of("version", version));
    }
  }

  public void rename(String name, Instant now) {
    lovedOneName = checkedName(name);
    updatedAt = now;
  }

  public void write(String text, Instant now) {
    if (text.length() > MAX_TEXT) {
      throw DomainException.invalid(Fault.longerThan("customText", MAX_TEXT));
    }
    customText = text.strip();
    updatedAt = now;
  }

  /** Sets the picture by its web address; a blank one removes it. */
  public void picture(String url, Instant now) {
    imageUrl = url.isBlank() ? null : checkedUrl(url.strip());
    updatedAt = now;
  }

  public void show(boolean toEverybody, Instant now) {
    isPublic = toEverybody;
    updatedAt = now;
  }

  /** Returns who may run and who may see this memorial. */
  public MemorialAccess access() {
    return new MemorialAccess(owner, director(), isPublic);
  }

  /** Tells whether an actor may run this memorial. */
  public boolean isRunBy(Actor actor) {
    return access().isRunBy(actor);
  }

  /** Tells whether an actor may see this memorial. */
  public boolean isOpenTo(Actor actor) {
    return access().isOpenTo(actor);
  }

  /** Refuses whoever may not run this memorial, as {@link MemorialAccess#mustBeRunBy} says. */
  public void mustBeRunBy(Actor actor) {
    access().mustBeRunBy(actor);
  }

  /** Returns a name as it is kept; refuses one that is blank or too long. */
  public static String checkedName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw DomainException.invalid("lovedOneName", "blank");
    }
    if (stripped.length() > MAX_NAME) {
      throw DomainException.invalid(Fault.longerThan("lovedOneName", MAX_NAME));
    }
    return stripped;
  }

  private static String checkedUrl(String url) {
    try {
      URI uri = URI.create(url);
      if (WebAddress.isWithOrWithoutUser(uri) && url.length() <= 2000) {
        return uri.toASCIIString();
      }
    } catch (IllegalArgumentException notAUri) {
      // Told below, like any other address that is not one.
    }
    throw DomainException.invalid("imageUrl", "url");
  }

  public MemorialId id() {
    return id;
  }

  public Slug slug() {
    return slug;
  }

  public UserId owner() {
    return owner;
  }

  public Optional<UserId> director() {
    return Optional.ofNullable(director);
  }

  /** Returns the number under which the family can be called about the memorial. */
  public Phone familyPhone() {
    return familyPhone;
  }

  public String lovedOneName() {
    return lovedOneName;
  }

  public String customText() {
    return customText;
  }

  public Optional<String> imageUrl() {
    return Optional.ofNullable(imageUrl);
  }

  public boolean isPublic() {
    return isPublic;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
