package dev.stagedoor.web.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistrationApiTest {
  private static final String LOVED_ONE = "Grace Hopper";
  private static ApiServer api;

  @BeforeAll
  static void open() {
    api = new ApiServer();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  private static String family(String email) {
    return """
        {"email": "%s", "password": "correct horse battery", "name": "Ada Lovelace",
         "lovedOneName": "%s", "phone": "+1 555 0100", "unheardOf": [1]}
        """
        .formatted(email, LOVED_ONE);
  }

  private static String director(String email) {
    return """
        {"email": "%s", "password": "correct horse battery", "name": "Charles Babbage",
         "company": "Babbage & Sons", "phone": "+1 555 0101"}
        """
        .formatted(email);
  }

  @Test
  void aFamilyRegistersAndIsSignedIn() {
    Answer registered = api.post(null, "/api/register/family", family("ada@example.org")).is(201);

    assertThat(registered.members(""))
        .containsExactlyInAnyOrder(
            "success", "memorialId", "fullSlug", "userId", "token", "refreshToken");
    assertThat(registered.at("success")).isEqualTo("true");
    assertThat(registered.at("fullSlug")).startsWith("grace-hopper");
    assertThat(api.house.stagedoor().sessions().byToken(Secret.of(registered.at("token"))).userId())
        .hasToString("usr_" + registered.at("userId"));
    assertThat(registered.text()).doesNotContain("correct horse");
  }

  @Test
  void theTelephoneNumberOfAFamilyIsShownWithItsMemorial() {
    Answer registered =
        api.post(null, "/api/register/family", family("call-me@example.org")).is(201);
    String memorial = "/api/memorials/" + registered.at("memorialId");

    assertThat(api.get(api.house.admin(), memorial).is(200).at("data.familyPhone"))
        .isEqualTo("+1 555 0100");
  }

  @Test
  void aTakenAddressIsAConflict() {
    api.post(null, "/api/register/family", family("taken@example.org")).is(201);

    api.post(null, "/api/register/family", family("Taken@Example.org")).refused(409, "EMAIL_TAKEN");
    api.post(null, "/api/register/funeral-director", director("taken@example.org"))
        .refused(409, "EMAIL_TAKEN");
  }

  @Test
  void aMissingOrWrongMemberIsNamed() {
    api.post(null, "/api/register/family", "{}")
        .invalid("email", "password", "name", "lovedOneName");
    api.post(
            null,
            "/api/register/family",
            """
            {"email": "no address", "password": "short", "name": " ", "lovedOneName": "%s"}
            """
                .formatted("x".repeat(121)))
        .invalid("email", "password", "name", "lovedOneName");
    api.post(
            null,
            "/api/register/funeral-director",
            director("no address").replace("Babbage & Sons", "").replace("0101", "1".repeat(50)))
        .invalid("email", "company", "phone");
    api.post(
            null,
            "/api/user/auth/register",
            """
            {"email": "no address", "password": "short", "firstName": "", "lastName": ""}
            """)
        .invalid("email", "password", "name");
    api.post(null, "/api/register/family", family("no address")).invalid("email");
    api.post(
            null,
            "/api/register/family",
            family("new@example.org").replace("+1 555 0100", "5".repeat(41)))
        .invalid("phone");
    api.post(null, "/api/register/family", family("new@example.org").replace("Ada Lovelace", " "))
        .invalid("name");
    api.post(
            null,
            "/api/register/family",
            family("new@example.org").replace("correct horse battery", "short"))
        .invalid("password");
    api.post(
            null,
            "/api/register/family",
            family("new@example.org").replace("\"" + LOVED_ONE + "\"", "null"))
        .invalid("lovedOneName");
    api.post(
            null,
            "/api/register/family",
            family("new@example.org").replace(LOVED_ONE, "Grace\\u0000Hopper"))
        .invalid("lovedOneName");
    api.post(
            null,
            "/api/register/funeral-director",
            director("new@example.org").replace("Babbage & Sons", ""))
        .invalid("company");
  }

  @Test
  void whatIsNotJsonCannotBeRead() {
    api.post(null, "/api/register/family", "{\"email\": ").refused(400, "REQUEST_UNREADABLE");
  }

  @Test
  void theLanguageOfTheRequestIsTheFamilysLanguage() {
    Answer registered =
        api.post(null, "/api/register/family?lang=pt", family("pt@example.org")).is(201);

    assertThat(api.house.accountOf(new EmailAddress("pt@example.org")))
        .hasValueSatisfying(account -> assertThat(account.language()).isEqualTo(Language.PT));
    assertThat(registered.at("userId")).isNotBlank();
  }

  @Test
  void aDirectorRegistersAndWaitsForApproval() {
    Answer registered =
        api.post(null, "/api/register/funeral-director", director("babbage@example.org")).is(201);

    assertThat(registered.members(""))
        .containsExactlyInAnyOrder("success", "userId", "status", "token", "refreshToken");
    assertThat(registered.at("status")).isEqualTo("pending");
  }
}
