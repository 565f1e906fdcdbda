package dev.stagedoor.web.pages;

import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.Refusal;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a form, and what was wrong with it: faults of fields stand beside them,
 * a problem of the whole above.
 */
public record Form(
    Map<String, String> values, Map<String, String> faults, @Nullable String problem) {
  public Form {
    values = Map.copyOf(values);
    faults = Map.copyOf(faults);
  }

  public static Form empty() {
    return new Form(Map.of(), Map.of(), null);
  }

  public static Form of(Map<String, String> values) {
    return new Form(values, Map.of(), null);
  }

  public Form with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(field, value);
    return new Form(more, faults, problem);
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** Tells whether a box was ticked; one that was not is not sent at all. */
  public boolean isTicked(String field) {
    return values.containsKey(field);
  }

  public @Nullable String fault(String field) {
    return faults.get(field);
  }

  public boolean isFaulty() {
    return problem != null || !faults.isEmpty();
  }

  public EmailAddress email(String field) {
    return read(field, EmailAddress::new);
  }

  public PersonName person(String field) {
    return read(field, PersonName::parse);
  }

  /** Reads who wants an account that is no more than that: address, password and name. */
  public NewAccount newAccount(Language language) {
    return NewAccount.of(email("email"), secret("password"), person("name"), Role.USER, language);
  }

  public Role role(String field) {
    return Role.find(value(field)).orElseThrow(() -> DomainException.invalid(field, "choice"));
  }

  public Phone phone(String field) {
    return optional(field, Phone::new);
  }

  /** Returns a password; the policy names the field by that word, as our forms do. */
  public Secret secret(String field) {
    return Secret.of(value(field));
  }

  private <T> T read(String field, Function<String, T> parse) {
    if (value(field).isBlank()) {
      throw DomainException.invalid(field, "blank");
    }
    return optional(field, parse);
  }

  private <T> T optional(String field, Function<String, T> parse) {
    try {
      return parse.apply(value(field));
    } catch (DomainException refused) {
      if (refused.faults().isEmpty()) {
        throw refused;
      }
      throw DomainException.invalid(
          refused.faults().stream().map(one -> one.named(field)).toList());
    }
  }

  /**
   * Returns the form with what was wrong, in the reader's words.
   *
   * @throws DomainException the refusal itself, where no change of the form would help
   */
  public Form refused(DomainException refusal, Texts text) {
    if (!refusal.faults().isEmpty()) {
      Form told = this;
      for (Fault fault : refusal.faults()) {
        String message = text.say(fault);
        told =
            values.containsKey(fault.field())
                ? told.withFault(fault.field(), message)
                : told.withProblem(message);
      }
      return told;
    }
    String message = text.say("errors." + refusal.code().name());
    if (refusal.code() == AuthError.EMAIL_TAKEN) {
      return withFault("email", message);
    }
    if (refusal.code() == AuthError.AUTH_001 || canBeMended(refusal.code().refusal())) {
      return withProblem(message);
    }
    throw refusal;
  }

  /** Returns the status of the form that is shown again because of a refusal. */
  public static HttpStatus status(DomainException refusal) {
    return refusal.code().refusal() == Refusal.TOO_MANY
        ? HttpStatus.TOO_MANY_REQUESTS
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  public Form withFault(String field, String message) {
    Map<String, String> more = new LinkedHashMap<>(faults);
    more.put(field, message);
    return new Form(values, more, problem);
  }

  public Form withProblem(String message) {
    return new Form(values, faults, message);
  }

  /** Names the fields only: what was typed may be a password. */
  @Override
  public String toString() {
    return "Form" + values.keySet();
  }

  private static boolean canBeMended(Refusal refusal) {
    return switch (refusal) {
      case INVALID, CONFLICT, USED_UP, TOO_MANY, PAYMENT_REFUSED -> true;
      case UNREADABLE, NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND -> false;
    };
  }
}
