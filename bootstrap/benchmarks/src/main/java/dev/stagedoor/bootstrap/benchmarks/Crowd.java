package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * Many people, all of them signed in. They are put into the database, and their tokens are signed
 * here: over the routes each would cost the hash of a password.
 */
final class Crowd {
  private static final String KEY = "known to the benchmarks, which sign tokens as the server does";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String header;
  private final ObjectNode claims;
  private final Signer signer = new Signer(KEY);

  private Crowd(String header, ObjectNode claims) {
    this.header = header;
    this.claims = claims;
  }

  /** Returns the settings of the server that it signs tokens with. */
  static List<String> settings() {
    String local = "--stagedoor.providers.local.";
    return List.of(local + "access-life=1h", local + "signing-key=" + KEY);
  }

  /** Takes a token of the server as the pattern of all. */
  static Crowd like(Client somebody) throws IOException {
    String[] parts = somebody.token().split("\\.", -1);
    ObjectNode claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    return new Crowd(parts[0], claims);
  }

  /** Makes the accounts of some numbers, with a session for each. */
  void enter(Database database, String role, int first, int count) {
    String people =
        "with people as (select n, %s as id from generate_series(%d, %d) as n) "
            .formatted(id("n"), first, first + count - 1);
    database.execute(
        people
            + """
            insert into accounts (id, identity_provider, identity_subject, email, first_name, last_name, role,
                status, language, created_at, version)
              select id, 'local', id, concat('viewer-', n, '@example.org'), 'Ben', 'Chmark', '%s', 'active',
                'en', now(), 1
              from people
            """
                .formatted(role),
        people
            + """
            insert into local_credentials (subject, email, display_name, password_hash, role, is_admin)
              select id, concat('viewer-', n, '@example.org'), 'Ben Chmark', null, '%s', false from people
            """
                .formatted(role),
        people
            + """
            insert into local_sessions (id, subject, token_hash, created_at, expires_at)
              select id, id, encode(sha256(id::text::bytea), 'hex'), now(), now() + interval '1 day' from people
            """);
  }

  /** Returns the statement's expression for the id of somebody's account, session and so on. */
  static String id(String number) {
    return "('00000000-0000-4000-8000-' || lpad((" + number + ")::text, 12, '0'))::uuid";
  }

  /** Returns the same of one number. */
  static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** Returns the number that an id was made of. */
  static int number(String id) {
    return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
  }

  /** Returns the access token of somebody; for one caller after the other, as it has one signer. */
  synchronized String token(int number) {
    String payload =
        claims
            .deepCopy()
            .put("sub", id(number))
            .put("sid", id(number))
            .put("email", "viewer-" + number + "@example.org")
            .toString();
    String signed = header + "." + BASE64.encodeToString(payload.getBytes(UTF_8));
    return signed + "." + BASE64.encodeToString(signer.bytes(signed.getBytes(US_ASCII)));
  }
}
