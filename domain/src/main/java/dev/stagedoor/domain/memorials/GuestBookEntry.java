package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import java.time.Instant;
import java.util.Locale;

/** What a visitor wrote; nobody but those who run the memorial sees it until it is approved. */
public record GuestBookEntry(
    GuestBookEntryId id,
    MemorialId memorial,
    String name,
    String message,
    Status status,
    Instant createdAt) {
  /** Where the moderation stands. */
  public enum Status {
    PENDING,
    APPROVED,
    HIDDEN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Status parse(String code) {
      for (Status status : values()) {
        if (status.code().equals(code)) {
          return status;
        }
      }
      throw DomainException.invalid("status", "choice");
    }
  }

  public GuestBookEntry {
    name = name.strip();
    message = message.strip();
    Faults faults = new Faults();
    faults.refuseIf(name.isEmpty(), Fault.of("name", "blank"));
    faults.refuseIf(name.length() > 100, Fault.longerThan("name", 100));
    faults.refuseIf(message.isEmpty(), Fault.of("message", "blank"));
    faults.refuseIf(message.length() > 2000, Fault.longerThan("message", 2000));
    faults.refuseAny();
  }

  public static GuestBookEntry write(
      GuestBookEntryId id, MemorialId memorial, String name, String message, Instant now) {
    return new GuestBookEntry(id, memorial, name, message, Status.PENDING, now);
  }

  public GuestBookEntry moderated(Status decision) {
    return new GuestBookEntry(id, memorial, name, message, decision, createdAt);
  }
}
