package dev.stagedoor.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
  private static final Texts TEXTS = new Texts(new Translations(), Language.EN);

  private final Form form = Form.of(Map.of("email", "ada", "password", "secret words"));

  @Test
  void aFaultStandsBesideItsField() {
    Form refused = form.refused(DomainException.invalid("email", "email"), TEXTS);

    assertThat(refused.fault("email")).isEqualTo("This is not an e-mail address.");
    assertThat(refused.problem()).isNull();
    assertThat(refused.value("email")).isEqualTo("ada");
    assertThat(refused.isFaulty()).isTrue();
  }

  @Test
  void aFaultOfAFieldTheFormHasNotIsToldAbove() {
    Form refused = form.refused(DomainException.invalid("services.hours", "range"), TEXTS);

    assertThat(refused.faults()).isEmpty();
    assertThat(refused.problem()).isNotBlank();
  }

  @Test
  void anAddressThatIsTakenIsAFaultOfTheAddress() {
    Form refused = form.refused(new DomainException(AuthError.EMAIL_TAKEN), TEXTS);

    assertThat(refused.fault("email")).contains("already");
  }

  @Test
  void aFieldIsReadUnderTheNameTheFormGivesIt() {
    assertThatThrownBy(() -> Form.of(Map.of("familyEmail", "no")).email("familyEmail"))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.facts()).containsEntry("field", "familyEmail"));
    assertThatThrownBy(() -> form.person("name"))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.facts()).containsEntry("rule", "blank"));
  }

  @Test
  void whatNoChangeOfTheFormWouldMendIsNotShownInIt() {
    DomainException refused = DomainException.notAllowed();

    assertThatThrownBy(() -> form.refused(refused, TEXTS)).isSameAs(refused);
  }

  @Test
  void tooManyAttemptsKeepTheirStatus() {
    assertThat(Form.status(new DomainException(AuthError.TOO_MANY_ATTEMPTS)).getCode())
        .isEqualTo(429);
    assertThat(Form.status(new DomainException(AuthError.AUTH_001)).getCode()).isEqualTo(422);
  }

  @Test
  void whatWasTypedIsNotPrinted() {
    assertThat(form.toString()).contains("password").doesNotContain("secret words");
  }
}
