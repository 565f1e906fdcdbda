package dev.stagedoor.domain.kernel;

/**
 * A telephone number as somebody wrote it, for people to call; {@link #NONE} where none is known.
 */
public record Phone(String value) {
  public static final int MAX_LENGTH = 40;
  public static final Phone NONE = new Phone("");

  public Phone {
    value = value.strip();
    if (value.length() > MAX_LENGTH) {
      throw DomainException.invalid(Fault.longerThan("phone", MAX_LENGTH));
    }
  }
}
