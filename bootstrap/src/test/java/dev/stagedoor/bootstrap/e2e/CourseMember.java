package dev.stagedoor.bootstrap.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody with an account, who teaches and learns over the routes. */
final class CourseMember {
  static final String PASSWORD = "a long password";
  static final String GOOD = "4242424242424242";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Api anonymous;
  private final String email;
  private final String token;

  private CourseMember(Api anonymous, String email, String token) {
    this.anonymous = anonymous;
    this.email = email;
    this.token = token;
  }

  static CourseMember registers(Api anonymous, String email) throws Exception {
    return registers(anonymous, email, PASSWORD);
  }

  static CourseMember registers(Api anonymous, String email, String password) throws Exception {
    anonymous
        .post(
            "/api/user/auth/register",
            """
            {"email": "%s", "password": "%s", "firstName": "Ana", "lastName": "Perez"}
            """
                .formatted(email, password))
        .mustBe(201);
    return signsIn(anonymous, email, password);
  }

  private static CourseMember signsIn(Api at, String email, String password) throws Exception {
    String token =
        at.post(
                "/api/user/auth/login",
                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
            .mustBe(200)
            .text("/token");
    return new CourseMember(at, email, token);
  }

  /** Returns the same person at a server that was started again. */
  CourseMember at(ServerProcess server) throws Exception {
    return signsIn(server.api(), email, PASSWORD);
  }

  /** Puts a course on sale and returns its id; for no money it is free. */
  String sells(String title, String price) throws Exception {
    return api()
        .post(
            "/api/course/courses",
            "{\"title\": \"%s\", \"price\": %s, \"status\": \"published\"}".formatted(title, price))
        .mustBe(201)
        .text("/data/id");
  }

  String addsLecture(String course, String title) throws Exception {
    return api()
        .post(
            "/api/course/lectures",
            "{\"courseId\": \"%s\", \"title\": \"%s\"}".formatted(course, title))
        .mustBe(201)
        .text("/data/id");
  }

  /** Sends the film of a lecture, which is not confirmed yet, and returns the id of its file. */
  String sends(String lecture, byte[] film) throws Exception {
    Api.Answer opened =
        api()
            .post(
                "/api/course/lectures/" + lecture + "/upload",
                "{\"fileName\": \"film.mp4\", \"fileSize\": %d, \"contentType\": \"video/mp4\"}"
                    .formatted(film.length))
            .mustBe(200);
    put(opened.text("/data/uploadUrl"), film);
    return opened.text("/data/fileId");
  }

  static void put(String address, byte[] film) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "video/mp4")
                .PUT(BodyPublishers.ofByteArray(film))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError("the store answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  Api.Answer confirms(String lecture, String file) throws Exception {
    return api()
        .post(
            "/api/course/lectures/" + lecture + "/confirm-upload",
            "{\"fileId\": \"%s\"}".formatted(file));
  }

  /** Adds a lecture with a film to a course, and returns it when it plays. */
  String films(String course, String title, byte[] film) throws Exception {
    String lecture = addsLecture(course, title);
    confirms(lecture, sends(lecture, film)).mustBe(202);
    awaitFilm(lecture);
    return lecture;
  }

  void awaitFilm(String lecture) throws Exception {
    Api.Answer unused =
        api()
            .await(
                "/api/course/lectures/" + lecture + "/status",
                answer -> answer.mustBe(200).text("/status").equals("completed"));
  }

  /** A payment that was opened, and what the provider calls it. */
  record Opened(String payment, String charge) {}

  Opened wantsToPay(String course) throws Exception {
    Api.Answer opened =
        api().post("/api/payment/payments", "{\"courseId\": \"%s\"}".formatted(course)).mustBe(201);
    return new Opened(opened.text("/data/paymentId"), opened.text("/data/gatewayOrderId"));
  }

  void pays(Opened opened) throws Exception {
    anonymous
        .post(
            "/sandbox/payments/" + opened.charge() + "/confirm",
            "{\"cardNumber\": \"%s\"}".formatted(GOOD))
        .mustBe(200);
  }

  Api.Answer verifies(Opened opened) throws Exception {
    return api().post("/api/payment/payments/" + opened.payment() + "/verify", "{}");
  }

  Api.Answer enrollment(String course) throws Exception {
    return api().get("/api/course/enrollments/course/" + course);
  }

  /** Waits until the enrollment stands so. */
  Api.Answer awaitEnrollment(String course, String status) throws Exception {
    return api()
        .await(
            "/api/course/enrollments/course/" + course,
            answer -> answer.status() == 200 && answer.text("/data/status").equals(status));
  }

  Api.Answer lecture(String lecture) throws Exception {
    return api().get("/api/course/lectures/" + lecture);
  }

  String id() throws Exception {
    return api().get("/api/user/auth/me").mustBe(200).text("/user/id");
  }

  Api api() {
    return anonymous.as(token);
  }
}
