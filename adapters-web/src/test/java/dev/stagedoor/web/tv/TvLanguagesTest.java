package dev.stagedoor.web.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.tv.Viewers.Caller;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Subscription TV speaks to everybody in their language, and in another one when asked to. */
class TvLanguagesTest {
  private static final Map<String, String> CARLOS =
      Map.of("Accept-Language", "es-ES,es;q=0.9,en;q=0.8");
  private static final Map<String, String> CLAIRE =
      Map.of("Accept-Language", "fr-FR,fr;q=0.9,en;q=0.8");

  @AutoClose private static final Viewers VIEWERS = Viewers.open();

  @Test
  void theLanguageIsDetected() {
    Answer answer = call("GET", "/api/v1/languages", "", CARLOS);

    assertThat(answer.member("current")).isEqualTo("es");
    assertThat(list(answer, "languages"))
        .hasSize(Language.values().length)
        .contains(
            Map.of("code", "ar", "name", "árabe", "native_name", "العربية", "rtl", true),
            Map.of("code", "es", "name", "español", "native_name", "español", "rtl", false));
  }

  @Test
  void profilesAndPlansAreDescribedInIt() {
    assertThat(list(call("GET", "/api/v1/profiles", "", CARLOS), "profiles"))
        .extracting(profile -> profile.get("labels"))
        .contains(List.of("Predeterminado"), List.of("Infantil", "Con PIN"));
    assertThat(list(call("GET", "/api/v1/subscriptions/plans", "", CARLOS), "plans"))
        .extracting(plan -> plan.get("labels"))
        .contains(List.of("Perfiles: 2", "Listas: 2", "Favoritos: 100", "Sin anuncios"));
  }

  @Test
  void anotherLanguageIsAnsweredInWhenAsked() {
    Answer english = call("GET", "/api/v1/profiles?lang=en", "", CARLOS);
    Answer spanish =
        call("GET", "/api/v1/favorites?lang=es&limit=0", "", Map.of("Accept-Language", "en"));
    Answer later = call("GET", "/api/v1/profiles", "", CARLOS);

    assertThat(english.header("Set-Cookie")).isEmpty();
    assertThat(english.text()).contains("Default", "Kids").doesNotContain("Infantil");
    assertThat(spanish.isProblem(422, "INVALID_VALUE").text())
        .contains("Debe estar entre 1 y 1000");
    assertThat(later.text()).contains("Predeterminado").doesNotContain("Default");
  }

  @Test
  void aWrongPasswordIsSaidInFrench() {
    Answer answer =
        call(
            "POST",
            "/api/v1/auth/login",
            "{'email':'%s','password':'notMyPassword1'}"
                .formatted(VIEWERS.addressOf(Caller.VIEWER)),
            CLAIRE);

    answer.isProblem(401, "AUTH_001");
    assertThat(answer.member("error")).isEqualTo("Mot de passe incorrect");
    assertThat(answer.member("detail")).isEqualTo("Mot de passe incorrect");
    assertThat(answer.header("Content-Language")).hasValue("fr");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, Profil créé avec succès",
    "es, Perfil creado con éxito",
    "en, Profile created successfully",
    "de, Profil erfolgreich erstellt",
    "pt, Perfil criado com sucesso",
    "it, Profilo creato con successo",
    "ar, تم إنشاء الملف بنجاح",
    "hi, प्रोफ़ाइल सफलतापूर्वक बनाई गई"
  })
  void whatWasDoneIsSaid(String language, String said) {
    Map<String, String> headers = Map.of("Accept-Language", language + "-XX;q=0.9, sv;q=0.3");

    Answer made = call("POST", "/api/v1/profiles", "{'name':'Sarah'}", headers);
    String one = "/api/v1/profiles/" + Viewers.id(made, "profile");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.member("message")).isEqualTo(said);
    assertThat(call("DELETE", one, "", headers).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsSaidInTwoLanguagesAlike(Language language) {
    Map<String, String> headers = Map.of("Accept-Language", language.code());
    String favorite = "{'item_id':'espn_hd','item_type':'channel','item_name':'ESPN HD'}";
    String playlist = "/api/v1/playlists/" + VIEWERS.playlist();
    String profile = "/api/v1/profiles/" + VIEWERS.profile();

    List<Answer> own =
        List.of(
            call("PATCH", profile, "{'name':'Kids'}", headers),
            call("POST", profile + "/select", "{'pin':'1234'}", headers),
            call("PATCH", playlist, "{'name':'Mine'}", headers),
            call("POST", playlist + "/refresh", "", headers),
            call("POST", "/api/v1/favorites", favorite, headers));
    List<Answer> english =
        List.of(
            call("PATCH", profile + "?lang=en", "{'name':'Kids'}", headers),
            call("POST", profile + "/select?lang=en", "{'pin':'1234'}", headers),
            call("PATCH", playlist + "?lang=en", "{'name':'Mine'}", headers),
            call("POST", playlist + "/refresh?lang=en", "", headers),
            call("POST", "/api/v1/favorites?lang=en", favorite, headers));

    assertThat(said(own)).hasSize(5);
    if (language == Language.EN) {
      assertThat(said(own)).isEqualTo(said(english));
    } else {
      assertThat(said(own)).doesNotContainAnyElementsOf(said(english));
    }
  }

  private static TreeSet<String> said(List<Answer> answers) {
    TreeSet<String> said = new TreeSet<>();
    answers.forEach(answer -> said.add("" + answer.member("message")));
    return said;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Answer answer, String member) {
    return (List<Map<String, Object>>) answer.member(member);
  }

  private static Answer call(String method, String path, String body, Map<String, String> headers) {
    boolean isOpen = path.contains("/auth/") || path.contains("/languages");
    return VIEWERS.call(isOpen ? Caller.VISITOR : Caller.VIEWER, method, path, body, headers);
  }
}
