package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Phone;
import java.time.Instant;
import java.util.Locale;

/** A funeral home's account, which may create memorials for families once an admin approved it. */
public record FuneralDirector(
    UserId user, String company, String phone, Status status, Instant registeredAt) {
  /** Where the approval stands. */
  public enum Status {
    PENDING,
    APPROVED,
    REJECTED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FuneralDirector {
    company = company.strip();
    phone = phone.strip();
    check(company, phone);
  }

  /** Refuses what a funeral home cannot be called, or reached by. */
  public static void check(String company, String phone) {
    String name = company.strip();
    Faults faults = new Faults();
    faults.refuseIf(name.isEmpty(), Fault.of("company", "blank"));
    faults.refuseIf(name.length() > 200, Fault.longerThan("company", 200));
    faults.read(() -> new Phone(phone));
    faults.refuseAny();
  }

  public static FuneralDirector register(UserId user, String company, String phone, Instant now) {
    return new FuneralDirector(user, company, phone, Status.PENDING, now);
  }

  public FuneralDirector decided(Status decision) {
    return new FuneralDirector(user, company, phone, decision, registeredAt);
  }

  public void mustBeApproved() {
    if (status != Status.APPROVED) {
      throw new DomainException(MemorialError.DIRECTOR_NOT_APPROVED);
    }
  }
}
