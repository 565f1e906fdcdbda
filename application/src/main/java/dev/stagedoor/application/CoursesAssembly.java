package dev.stagedoor.application;

import dev.stagedoor.application.courses.CertificateService;
import dev.stagedoor.application.courses.CourseAccess;
import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.application.courses.EnrollmentService;
import dev.stagedoor.application.courses.LectureVideoService;
import dev.stagedoor.application.courses.ProfileService;
import dev.stagedoor.application.courses.ProgressService;
import dev.stagedoor.domain.library.VideoReady;

/** Puts the area of courses together, and lets it hear what becomes of its videos. */
record CoursesAssembly(
    CourseService courses,
    CurriculumService curricula,
    LectureVideoService videos,
    EnrollmentService enrollments,
    ProgressService progress,
    CertificateService certificates,
    ProfileService profiles) {
  static CoursesAssembly on(Foundation base, LibraryAssembly library) {
    var work = base.ports().unitOfWork();
    var accounts = base.ports().accounts();
    var assets = base.ports().videoAssetLists();
    var ports = base.ports().courses();
    var access = new CourseAccess(ports.courses(), ports.curricula(), ports.enrollments());
    var videos =
        new LectureVideoService(
            work,
            access,
            library.uploads(),
            library.videos(),
            base.settings().courses().uploadLife());
    base.announcements().on(VideoReady.class, videos::replace);
    var certificates =
        new CertificateService(
            work, ports.certificates(), ports.courses(), accounts, base.tokens());
    return new CoursesAssembly(
        new CourseService(
            work,
            ports.courses(),
            ports.curricula(),
            access,
            ports.queries(),
            videos,
            base.clock(),
            base.ids()),
        new CurriculumService(
            work,
            access,
            ports.curricula(),
            ports.watchedLectures(),
            assets,
            videos,
            library.videos(),
            base.settings(),
            base.ids()),
        videos,
        new EnrollmentService(
            work,
            access,
            ports.courses(),
            accounts,
            ports.enrollments(),
            ports.watchedLectures(),
            certificates,
            ports.queries(),
            base.clock(),
            base.ids()),
        new ProgressService(
            work,
            access,
            ports.curricula(),
            ports.enrollments(),
            ports.watchedLectures(),
            assets,
            certificates,
            ports.queries(),
            base.clock()),
        certificates,
        new ProfileService(work, ports.profiles(), accounts, ports.queries()));
  }
}
