package dev.stagedoor.providers.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.SignIn;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Signs in over the REST interface that Firebase's own apps use; the SDK has no call for it. */
final class FirebaseSignIn implements SignIn {
  private static final String API_KEY = "X-Goog-Api-Key";
  private static final int LONGEST_PASSWORD = 4_096;
  // Google's have some hundred characters.
  private static final Pattern REFRESH_TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8192}");

  private final ProviderHttp identityToolkit;
  private final ProviderHttp secureToken;
  private final Secret apiKey;
  private final FirebaseTokenVerifier tokens;
  private final FirebaseProofs proofs;

  FirebaseSignIn(
      GoogleHosts hosts, Secret apiKey, FirebaseTokenVerifier tokens, FirebaseProofs proofs) {
    this.identityToolkit = hosts.at(GoogleHosts.IDENTITY_TOOLKIT);
    this.secureToken = hosts.at(GoogleHosts.SECURE_TOKEN);
    this.apiKey = apiKey;
    this.tokens = tokens;
    this.proofs = proofs;
  }

  @Override
  public SignInOutcome withPassword(EmailAddress email, Secret password) {
    if (!canBePassword(password.reveal())) {
      return new SignInOutcome.Refused();
    }
    return signedIn(
        identityToolkit
            .post("sign_in.password", "/v1/accounts:signInWithPassword")
            .json(
                Json.object()
                    .put("email", email.value())
                    .put("password", password.reveal())
                    .put("returnSecureToken", true)),
        "idToken",
        "refreshToken");
  }

  private static boolean canBePassword(String password) {
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    return !password.isEmpty()
        && password.length() <= LONGEST_PASSWORD
        && encoder.canEncode(password);
  }

  @Override
  public SignInOutcome refresh(Secret refreshToken) {
    if (!REFRESH_TOKEN.matcher(refreshToken.reveal()).matches()) {
      return new SignInOutcome.Refused();
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken.reveal());
    return signedIn(
        secureToken.post("sign_in.refresh", "/v1/token").form(form), "id_token", "refresh_token");
  }

  private SignInOutcome signedIn(ProviderRequest request, String access, String refresh) {
    // Asked twice, it signs in twice: nobody has the first answer's tokens.
    Answer answer;
    try {
      answer = request.header(API_KEY, apiKey).reading().send();
    } catch (ProviderException e) {
      if (isRefusal(e)) {
        return new SignInOutcome.Refused();
      }
      throw FirebaseCodes.named(e);
    }
    JsonNode body = answer.json();
    Secret accessToken = Secret.of(body.path(access).asText());
    Secret refreshToken = Secret.of(body.path(refresh).asText());
    FirebaseJwt jwt =
        proofs
            .form(accessToken)
            .filter(read -> !refreshToken.isBlank())
            .orElseThrow(() -> answer.unreadable("signed in without tokens"));
    return new SignInOutcome.SignedIn(
        new SignedInTokens(
            new ProviderRef(Firebase.ID, jwt.subject()),
            accessToken,
            jwt.expiresAt(),
            refreshToken));
  }

  private static boolean isRefusal(ProviderException e) {
    return e.kind() == ProviderException.Kind.REJECTED
        && HttpRefusal.behind(e)
            .flatMap(HttpRefusal::code)
            .filter(code -> FirebaseCodes.meaning(code) == FirebaseCodes.Meaning.REFUSED)
            .isPresent();
  }

  @Override
  public void signOut(Secret accessToken) {
    proofs.revoke(tokens.verify(accessToken));
  }
}
