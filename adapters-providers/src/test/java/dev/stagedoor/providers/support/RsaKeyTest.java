package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.kernel.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeyTest {
  private static final KeyPair USUAL = pair(2048);

  private static KeyPair pair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] key) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static String pkcs8(KeyPair pair) {
    return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** Behind the head of PKCS#8 stands the key as PKCS#1 has it, from the next sequence on. */
  private static String pkcs1(KeyPair pair) {
    byte[] whole = pair.getPrivate().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(whole, 26, whole.length));
  }

  private static String jwk(KeyPair pair) {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
    return new String(
        Json.write(
            Json.object()
                .put("kty", "RSA")
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()))
                .put("d", number(key.getPrivateExponent()))
                .put("p", number(key.getPrimeP()))
                .put("q", number(key.getPrimeQ()))
                .put("dp", number(key.getPrimeExponentP()))
                .put("dq", number(key.getPrimeExponentQ()))
                .put("qi", number(key.getCrtCoefficient()))),
        StandardCharsets.US_ASCII);
  }

  private static String number(BigInteger number) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void assertSigns(RsaKey key, KeyPair pair) throws GeneralSecurityException {
    String[] token =
        key.sign(Json.object().put("alg", "RS256"), Json.object().put("sub", "video"))
            .reveal()
            .split("\\.", -1);

    assertThat(token).hasSize(3);
    assertThat(Base64.getUrlDecoder().decode(token[0])).asString().isEqualTo("{\"alg\":\"RS256\"}");
    assertThat(Base64.getUrlDecoder().decode(token[1])).asString().isEqualTo("{\"sub\":\"video\"}");
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(pair.getPublic());
    check.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(check.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1024})
  void aSmallKeyInPemSigns(int bits) throws GeneralSecurityException {
    KeyPair pair = pair(bits);

    for (String form : List.of(pkcs8(pair), pkcs1(pair))) {
      assertSigns(RsaKey.ofPem(Secret.of(form)), pair);
    }
  }

  @Test
  void aLargeKeyInPemSigns() throws GeneralSecurityException {
    // Of primes that are known: to look for such large ones takes half a minute.
    KeyPair pair = pair(below(1557), below(2543));

    assertThat(((RSAPrivateCrtKey) pair.getPrivate()).getModulus().bitLength()).isEqualTo(4096);
    for (String form : List.of(pkcs8(pair), pkcs1(pair))) {
      assertSigns(RsaKey.ofPem(Secret.of(form)), pair);
    }
  }

  /** Returns the number that is that far below 2 to the 2048. */
  private static BigInteger below(int distance) {
    return BigInteger.ONE.shiftLeft(2048).subtract(BigInteger.valueOf(distance));
  }

  private static KeyPair pair(BigInteger p, BigInteger q) throws GeneralSecurityException {
    BigInteger e = RSAKeyGenParameterSpec.F4;
    BigInteger pLess = p.subtract(BigInteger.ONE);
    BigInteger qLess = q.subtract(BigInteger.ONE);
    BigInteger d = e.modInverse(pLess.multiply(qLess));
    KeyFactory factory = KeyFactory.getInstance("RSA");
    return new KeyPair(
        factory.generatePublic(new RSAPublicKeySpec(p.multiply(q), e)),
        factory.generatePrivate(
            new RSAPrivateCrtKeySpec(
                p.multiply(q), e, d, p, q, d.mod(pLess), d.mod(qLess), q.modInverse(p))));
  }

  @Test
  void aKeyInPemSignsInEveryForm() throws GeneralSecurityException {
    for (String form : List.of(pkcs8(USUAL), pkcs1(USUAL))) {
      for (String given : List.of(form, " " + form, base64(form), base64(form) + "\n")) {
        assertSigns(RsaKey.ofPem(Secret.of(given)), USUAL);
        assertSigns(RsaKey.ofJwkOrPem(Secret.of(given)), USUAL);
      }
    }
  }

  @Test
  void aJsonWebKeySignsWhereOneIsTaken() throws GeneralSecurityException {
    for (String given : List.of(jwk(USUAL), base64(jwk(USUAL)))) {
      assertSigns(RsaKey.ofJwkOrPem(Secret.of(given)), USUAL);
      assertRefused(RsaKey::ofPem, given);
    }
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutAWordOfIt() throws GeneralSecurityException {
    for (String none :
        List.of(
            "",
            "hush",
            "{\"n\":\"hush\"}",
            base64("hush"),
            pem("RSA PRIVATE KEY", "hush".getBytes(StandardCharsets.US_ASCII)),
            pem("PRIVATE KEY", "hush".getBytes(StandardCharsets.US_ASCII)),
            pkcs1(USUAL).replace("RSA", "EC"),
            pkcs1(USUAL).replace("RSA ", ""),
            pkcs8(USUAL).replace("END", "END RSA"),
            pkcs8(USUAL) + "hush")) {
      assertRefused(RsaKey::ofPem, none);
      assertRefused(RsaKey::ofJwkOrPem, none);
    }
  }

  private static void assertRefused(Function<Secret, RsaKey> reading, String given) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reading.apply(Secret.of(given)))
        .withMessage("no RSA key")
        .withNoCause();
  }

  @Test
  void aKeyIsNotPrinted() throws GeneralSecurityException {
    assertThat(RsaKey.ofPem(Secret.of(pkcs8(pair(1024))))).hasToString("RSA key");
  }
}
