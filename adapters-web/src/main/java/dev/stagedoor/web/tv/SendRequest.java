package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.notifications.SendNotification;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent to whom.
 *
 * @param template the key of a template
 * @param variables what stands in the places of its variables, all of them
 * @param key the sender's name of it, so that asking again sends nothing again
 */
@Serdeable
public record SendRequest(
    @Nullable String template,
    @Nullable To to,
    @Nullable Map<String, @Nullable String> variables,
    @Nullable String key) {
  /** To whom: one of the three. */
  @Serdeable
  public record To(
      @JsonProperty("user_ids") @Nullable List<@Nullable UUID> userIds,
      @Nullable String role,
      @Nullable Boolean all) {
    Addressees audience() {
      long named =
          Stream.of(userIds, role, all).filter(Objects::nonNull).count()
              - (Boolean.FALSE.equals(all) ? 1 : 0);
      if (named != 1) {
        throw DomainException.invalid("to", "choice");
      }
      if (userIds != null) {
        return Addressees.of(userIds.stream().filter(Objects::nonNull).map(UserId::new).toList());
      }
      return role == null ? Addressees.everybody() : Addressees.of(role(role));
    }

    private static Role role(String wanted) {
      return Role.find(wanted).orElseThrow(() -> DomainException.invalid("to.role", "choice"));
    }
  }

  SendNotification toCommand() {
    Faults faults = new Faults();
    var by = faults.read(() -> Sent.required(template, "template"));
    var audience = faults.read(() -> Sent.required(to, "to").audience());
    faults.refuseAny();
    return new SendNotification(
        by.orElseThrow(),
        audience.orElseThrow(),
        LetterMembers.values(variables),
        Optional.ofNullable(key));
  }
}
