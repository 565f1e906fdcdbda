package dev.stagedoor.web.courses;

import dev.stagedoor.domain.courses.Course.Status;
import dev.stagedoor.web.courses.School.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one route of courses is for, from which its tests are made. Every route must be in {@link
 * #ALL}; a new one that is not fails them.
 *
 * @param paths where it is served; first with the prefix that a gateway strips
 * @param target what stands for the path's variable, by its name in {@link School#ids()}
 * @param success the status when it is allowed
 * @param body a good body, member by member; none: the route takes none
 * @param required the members that a body must have
 * @param answer the members of its answer, in words of {@link #SHAPES}; blank for none
 */
record CourseRule(
    String method,
    List<String> paths,
    String target,
    int success,
    Guard guard,
    Map<String, Function<School, Object>> body,
    Set<String> required,
    String answer) {

  /** Who may, depending on how the course stands. */
  enum Guard {
    ANYBODY {
      @Override
      int refusal(Caller caller, Status status) {
        return 0;
      }
    },
    /** It is about the caller. */
    CALLER {
      @Override
      int refusal(Caller caller, Status status) {
        return caller == Caller.VISITOR ? 401 : 0;
      }
    },
    /** It is about the caller and the teacher, who cannot be the same. */
    OTHERS {
      @Override
      int refusal(Caller caller, Status status) {
        return caller == Caller.TEACHER ? 422 : CALLER.refusal(caller, status);
      }
    },
    /** Whoever may know of the course. */
    KNOWN {
      @Override
      int refusal(Caller caller, Status status) {
        return status == Status.PUBLISHED || isIn(caller) ? 0 : 404;
      }
    },
    TAUGHT {
      @Override
      int refusal(Caller caller, Status status) {
        int unknown = KNOWN.refusal(caller, status);
        return isTeaching(caller) ? 0 : signedIn(caller, unknown > 0 ? unknown : 403);
      }
    },
    /** The teacher's, where nobody is enrolled. */
    TAUGHT_UNSOLD {
      @Override
      int refusal(Caller caller, Status status) {
        int others = status == Status.PUBLISHED ? 403 : 404;
        return isTeaching(caller) ? 0 : signedIn(caller, others);
      }
    },
    /** What only the teacher knows of. */
    TAUGHT_UNSEEN {
      @Override
      int refusal(Caller caller, Status status) {
        return isTeaching(caller) ? 0 : signedIn(caller, 404);
      }
    },
    WATCHED {
      @Override
      int refusal(Caller caller, Status status) {
        int unknown = KNOWN.refusal(caller, status);
        return isIn(caller) || unknown > 0 ? unknown : signedIn(caller, 403);
      }
    },
    STUDIED {
      @Override
      int refusal(Caller caller, Status status) {
        return signedIn(caller, WATCHED.refusal(caller, status));
      }
    },
    PREVIEWED {
      @Override
      int refusal(Caller caller, Status status) {
        return status == Status.PUBLISHED ? 0 : WATCHED.refusal(caller, status);
      }
    },
    ENROLLED {
      @Override
      int refusal(Caller caller, Status status) {
        int unknown = KNOWN.refusal(caller, status);
        return caller == Caller.STUDENT ? 0 : signedIn(caller, unknown > 0 ? unknown : 403);
      }
    },
    ONCE_ENROLLED {
      @Override
      int refusal(Caller caller, Status status) {
        return caller == Caller.DROPPED ? 0 : ENROLLED.refusal(caller, status);
      }
    },
    BUYING {
      @Override
      int refusal(Caller caller, Status status) {
        int unknown = KNOWN.refusal(caller, status);
        boolean isToBeHad = status == Status.PUBLISHED && caller != Caller.STUDENT;
        return signedIn(caller, unknown > 0 || isToBeHad ? unknown : 409);
      }
    },
    /** The student's payment. */
    PAID {
      @Override
      int refusal(Caller caller, Status status) {
        return isIn(caller) ? 0 : signedIn(caller, 404);
      }
    },
    PAYER {
      @Override
      int refusal(Caller caller, Status status) {
        int others = isTeaching(caller) ? 403 : 404;
        return caller == Caller.STUDENT ? 0 : signedIn(caller, others);
      }
    },
    /** Other services, by what they sign; no person. */
    SERVICE {
      @Override
      int refusal(Caller caller, Status status) {
        return 401;
      }
    };

    abstract int refusal(Caller caller, Status status);

    private static int signedIn(Caller caller, int refusal) {
      return caller == Caller.VISITOR ? 401 : refusal;
    }

    private static boolean isTeaching(Caller caller) {
      return caller == Caller.TEACHER || caller == Caller.ADMIN;
    }

    private static boolean isIn(Caller caller) {
      return caller == Caller.STUDENT || isTeaching(caller);
    }
  }

  static final Map<String, String> SHAPES =
      Map.of(
          "course",
          "id slug title description price currency status teacherId teacherName"
              + " enrollmentCount lectureCount publishedAt? createdAt updatedAt"
              + " chapters[]?:chapter lectures[]?:lecture",
          "chapter",
          "id title position lectures[]:lecture",
          "lecture",
          "id courseId chapterId? title position isPreview isDraft videoStatus? duration?"
              + " videoUrl? thumbnailUrl? videoUrlExpiresAt? watched?:watched",
          "watched",
          "positionSeconds furthestSeconds completed",
          "enrollment",
          "id courseId courseSlug courseTitle studentId studentName status progressPercentage"
              + " totalWatchTime paymentId? enrolledAt completedAt? droppedAt?"
              + " certificateNumber?",
          "learned",
          "enrollment:enrollment certificate?:certificate",
          "certificate",
          "number valid courseId courseTitle studentName teacherName issuedAt revokedAt?",
          "figures",
          "course:course enrolled completed taken refunded currency",
          "profile",
          "id displayName headline bio pictureUrl? followers following isFollowed"
              + " courses[]:course",
          "payment",
          "paymentId courseId courseTitle amount currency status provider gatewayOrderId?"
              + " paymentError? refundedTotal refunds[]:refund refundableUntil? createdAt"
              + " paidAt?");

  static final Map<String, String> MORE_SHAPES =
      Map.of(
          "refund", "refundId status amount refundedTotal currency",
          "bought",
              "paymentId? gatewayOrderId? clientSecret? amount currency publishableKey?"
                  + " provider? status enrollment?:enrollment",
          "verified", "status enrollment:enrollment",
          "upload", "fileId uploadUrl headers:any expiresAt",
          "video", "status progress error?",
          "granted", "enrollment:enrollment");

  private static final String PAGED = " page limit total";

  static final List<CourseRule> ALL =
      List.of(
          post("course/courses", 201, Guard.CALLER, "success data:course")
              .must("title", school -> "Another course")
              .may("description", school -> "More of it")
              .may("price", school -> 12.5)
              .may("currency", school -> "eur")
              .may("status", school -> "draft"),
          get("course/courses", "", Guard.ANYBODY, "success data[]:course" + PAGED).prefixed(),
          get("course/courses/{id}", "course", Guard.KNOWN, "success data:course").prefixed(),
          patch("course/courses/{id}", "course", Guard.TAUGHT, "success data:course")
              .may("title", school -> "Renamed " + school.mark())
              .may("description", school -> "Described again")
              .may("price", school -> 10)
              .may("currency", school -> "USD"),
          delete("course/courses/{id}", "unsold", Guard.TAUGHT_UNSOLD),
          get(
              "course/courses/{id}/students",
              "course",
              Guard.TAUGHT,
              "success data[]:enrollment" + PAGED),
          get("course/teaching", "", Guard.CALLER, "success data[]:figures" + PAGED),
          post("course/courses/{id}/chapters", 201, Guard.TAUGHT, "success data:chapter")
              .on("course")
              .must("title", school -> "Another chapter")
              .may("position", school -> 1),
          patch("course/chapters/{id}", "chapter", Guard.TAUGHT, "success data:chapter")
              .may("title", school -> "Renamed " + school.mark())
              .may("position", school -> 1),
          delete("course/chapters/{id}", "chapter", Guard.TAUGHT),
          post("course/lectures", 201, Guard.TAUGHT, "success data:lecture")
              .must("courseId", school -> school.course().toString())
              .must("title", school -> "Another lecture")
              .may("position", school -> 1)
              .may("isPreview", school -> true)
              .may("isDraft", school -> false),
          get("course/lectures/{id}", "lecture", Guard.WATCHED, "success data:lecture"),
          patch("course/lectures/{id}", "lecture", Guard.TAUGHT, "success data:lecture")
              .may("title", school -> "Renamed " + school.mark())
              .may("chapterId", school -> "")
              .may("position", school -> 1)
              .may("isPreview", school -> false)
              .may("isDraft", school -> false),
          delete("course/lectures/{id}", "lecture", Guard.TAUGHT),
          post("course/lectures/{id}/upload", 200, Guard.TAUGHT, "success data:upload")
              .on("lecture")
              .must("fileName", school -> "film.mp4")
              .must("fileSize", school -> 32)
              .must("contentType", school -> "video/mp4"),
          post(
                  "course/lectures/{id}/confirm-upload",
                  202,
                  Guard.TAUGHT_UNSEEN,
                  "success data:video")
              .on("awaiting")
              .must("fileId", school -> school.file().toString()),
          get(
              "course/lectures/{id}/status",
              "lecture",
              Guard.STUDIED,
              "success status progress error? data:video"),
          put("course/lectures/{id}/progress", "lecture", Guard.ENROLLED, "success data:learned")
              .must("positionSeconds", school -> 8)
              .may("watchedSeconds", school -> 8)
              .may("completed", school -> false),
          get("course/enrollments/me", "", Guard.CALLER, "success data[]:enrollment" + PAGED),
          get(
              "course/enrollments/course/{courseId}",
              "course",
              Guard.ONCE_ENROLLED,
              "success data:enrollment"),
          patch(
                  "course/enrollments/course/{courseId}/progress",
                  "course",
                  Guard.ENROLLED,
                  "success data:learned")
              .must("progressPercentage", school -> 75.5)
              .may("totalWatchTime", school -> 3600),
          new CourseRule(
              "DELETE",
              both("course/enrollments/course/{courseId}/progress"),
              "course",
              200,
              Guard.ENROLLED,
              Map.of(),
              Set.of(),
              "success data:learned"),
          get(
                  "course/certificates/{number}",
                  "certificate",
                  Guard.ANYBODY,
                  "success data:certificate")
              .prefixed(),
          get("user/{id}/profile", "teacher", Guard.ANYBODY, "success data:profile"),
          patch("user/profile", "", Guard.CALLER, "success data:profile")
              .may("headline", school -> "Teaches")
              .may("bio", school -> "For long")
              .may("pictureUrl", school -> "https://example.org/me.png"),
          post("user/{id}/follow", 200, Guard.OTHERS, "success data:profile").on("teacher"),
          new CourseRule(
              "DELETE",
              both("user/{id}/follow"),
              "teacher",
              200,
              Guard.CALLER,
              Map.of(),
              Set.of(),
              "success data:profile"),
          post("payment/payments", 201, Guard.BUYING, "success data:bought")
              .must("courseId", school -> school.course().toString())
              .may("amount", school -> 99.99)
              .may("currency", school -> "USD")
              .may("paymentMethod", school -> "fake"),
          get("payment/payments", "", Guard.CALLER, "success data[]:payment" + PAGED),
          get("payment/payments/{id}", "payment", Guard.PAID, "success data:payment"),
          post("payment/payments/{id}/verify", 200, Guard.PAYER, "success data:verified")
              .on("payment")
              .may("paymentGatewayId", school -> "pi_xxx")
              .may("signature", school -> "..."),
          post("payment/payments/{id}/refund", 200, Guard.PAID, "success data:refund")
              .on("payment")
              .may("amount", school -> 9.99)
              .may("reason", school -> "User requested"),
          service("/internal/enrollments/complete"),
          service("/internal/enrollments/drop"),
          service("/internal/enrollments/reinstate"),
          service(
              "/api/files/internal/presigned-url",
              "/api/file/internal/presigned-url",
              "/internal/presigned-url"));

  private static List<String> both(String path) {
    return List.of("/api/" + path, path.replaceFirst("[^/]+", ""));
  }

  private static CourseRule of(
      String method, String path, String target, int success, Guard guard, String answer) {
    return new CourseRule(method, both(path), target, success, guard, Map.of(), Set.of(), answer);
  }

  private static CourseRule get(String path, String target, Guard guard, String answer) {
    return of("GET", path, target, 200, guard, answer);
  }

  private static CourseRule post(String path, int success, Guard guard, String answer) {
    return of("POST", path, "", success, guard, answer);
  }

  private static CourseRule put(String path, String target, Guard guard, String answer) {
    return of("PUT", path, target, 200, guard, answer);
  }

  private static CourseRule patch(String path, String target, Guard guard, String answer) {
    return of("PATCH", path, target, 200, guard, answer);
  }

  private static CourseRule delete(String path, String target, Guard guard) {
    return of("DELETE", path, target, 204, guard, "");
  }

  private static CourseRule service(String... paths) {
    return new CourseRule("POST", List.of(paths), "", 200, Guard.SERVICE, Map.of(), Set.of(), "");
  }

  private CourseRule on(String named) {
    return new CourseRule(method, paths, named, success, guard, body, required, answer);
  }

  /** The rest of the path is a page's. */
  private CourseRule prefixed() {
    return new CourseRule(
        method, List.of(paths.get(0)), target, success, guard, body, required, answer);
  }

  private CourseRule may(String member, Function<School, Object> value) {
    Map<String, Function<School, Object>> more = new LinkedHashMap<>(body);
    more.put(member, value);
    return new CourseRule(method, paths, target, success, guard, more, required, answer);
  }

  private CourseRule must(String member, Function<School, Object> value) {
    Set<String> all =
        Stream.concat(required.stream(), Stream.of(member)).collect(Collectors.toSet());
    return new CourseRule(
        method, paths, target, success, guard, may(member, value).body, all, answer);
  }

  boolean isReading() {
    return method.equals("GET");
  }

  boolean isAboutSomething() {
    return !target.isEmpty();
  }

  List<String> operations() {
    return paths.stream().map(path -> method + " " + path).toList();
  }

  /** Returns a good body. */
  Map<String, Object> body(School school) {
    Map<String, Object> values = new LinkedHashMap<>();
    body.forEach((member, value) -> values.put(member, value.apply(school)));
    return values;
  }

  /** Returns the addresses of what it is about in a school. */
  List<String> addresses(School school) {
    return addresses(school.ids().getOrDefault(target, ""));
  }

  /** Returns the addresses of what is not there. */
  List<String> nowhere() {
    boolean isNumber = target.equals("certificate");
    return addresses(isNumber ? "0000-0000-0000" : "" + new UUID(1, 2));
  }

  private List<String> addresses(String id) {
    return paths.stream().map(path -> path.replaceAll("\\{[^}]*}", id)).toList();
  }

  @Override
  public String toString() {
    return method + " " + paths.get(0);
  }
}
