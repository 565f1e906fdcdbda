package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.WebAddress;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.providers.mux.MuxMapping.UploadStatus;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes videos in at Mux. What is sent has an upload first and an asset of another id when the file
 * has come; references to uploads begin with {@value #UPLOAD}.
 */
final class MuxLibrary implements Library {
  static final String UPLOAD = "upload:";
  private static final Duration SENDING = Duration.ofHours(1);
  private static final Integer[] TOO_LATE = {400, 403, 404, 409, 422};

  private final MuxApi api;
  private final MuxAddresses addresses;
  private final Clock clock;
  private final boolean testMode;

  MuxLibrary(MuxApi api, MuxAddresses addresses, Clock clock, boolean testMode) {
    this.api = api;
    this.addresses = addresses;
    this.clock = clock;
    this.testMode = testMode;
  }

  @Override
  public DirectUpload openUpload(NewVideo wanted, URI origin) {
    ObjectNode body =
        Json.object()
            .put("cors_origin", origin.toString())
            .put("timeout", SENDING.toSeconds())
            .put("test", testMode);
    body.set("new_asset_settings", settings(wanted));
    Answer answer = api.http().post("upload.create", "/video/v1/uploads").json(body).send();
    MuxUpload upload = MuxApi.data(answer, MuxUpload.class);
    return new DirectUpload(
        uploadRef(MuxApi.required(upload.id(), "an id")),
        address(MuxApi.required(upload.url(), "an address")),
        DirectUpload.Form.PUT_BODY,
        clock.instant().plus(SENDING));
  }

  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      // Its message repeats the address, which is a secret.
      throw MuxApi.unreadable("answered an address that is none");
    }
  }

  /**
   * Mux knows no keys: what is there already is looked for, from the newest back to the time of the
   * wish, as far as our id tells it.
   */
  @Override
  public ProviderRef ingest(NewVideo wanted, URI source) {
    if (!WebAddress.isWithOrWithoutUser(source)) {
      throw new ProviderException(Mux.ID, Kind.REJECTED, "only http and https are fetched from");
    }
    MuxReference reference = MuxReference.of(wanted.video(), wanted.key());
    return existing(wanted, reference).orElseGet(() -> fetch(wanted, source));
  }

  private Optional<ProviderRef> existing(NewVideo wanted, MuxReference reference) {
    MuxApi.Pages<MuxAsset> pages =
        api.assets("asset.list")
            .since(
                MuxReference.oldest(wanted.video().value()),
                known -> MuxMapping.time(known.createdAt()));
    while (pages.hasNext()) {
      for (MuxAsset asset : pages.next()) {
        if (reference.value().equals(asset.passthrough())) {
          return Optional.of(MuxApi.ref(MuxApi.required(asset.id(), "an id")));
        }
      }
    }
    return Optional.empty();
  }

  private ProviderRef fetch(NewVideo wanted, URI source) {
    ObjectNode body = settings(wanted).put("test", testMode);
    body.putArray("inputs").addObject().put("url", source.toString());
    Answer answer = api.http().post("asset.create", "/video/v1/assets").json(body).send();
    return MuxApi.ref(MuxApi.required(MuxApi.data(answer, MuxAsset.class).id(), "an id"));
  }

  private static ObjectNode settings(NewVideo wanted) {
    ObjectNode settings =
        Json.object().put("passthrough", MuxReference.of(wanted.video(), wanted.key()).value());
    settings.putArray("playback_policies").add(wanted.signedOnly() ? "signed" : "public");
    settings.putObject("meta").put("title", wanted.title());
    return settings;
  }

  @Override
  public Optional<LibraryVideo> find(ProviderRef video) {
    return isUpload(video) ? upload(video).flatMap(this::describe) : asset(video);
  }

  private Optional<LibraryVideo> asset(ProviderRef ref) {
    return api.find("asset.read", MuxAsset.class, "/video/v1/assets/{}", ref).map(this::describe);
  }

  private Optional<MuxUpload> upload(ProviderRef ref) {
    ProviderRef bare = MuxApi.ref(MuxApi.idOf(ref).substring(UPLOAD.length()));
    return api.find("upload.read", MuxUpload.class, "/video/v1/uploads/{}", bare);
  }

  private Optional<LibraryVideo> describe(MuxUpload upload) {
    ProviderRef ref = uploadRef(MuxApi.required(upload.id(), "an id"));
    return switch (status(upload)) {
      case WAITING -> Optional.of(unplayable(ref, LibraryStatus.AWAITING_FILE, Optional.empty()));
      case ASSET_CREATED -> asset(MuxApi.ref(MuxApi.required(upload.assetId(), "an asset")));
      case ERRORED -> {
        MuxUpload.Problem problem = upload.error();
        yield Optional.of(failed(ref, MuxMapping.failure(problem == null ? null : problem.type())));
      }
      case TIMED_OUT -> Optional.of(failed(ref, new VideoFailure(Reason.NOT_SENT, "timed_out")));
      // Only we cancel, when the video was to be removed.
      case CANCELLED -> Optional.empty();
    };
  }

  private static UploadStatus status(MuxUpload upload) {
    return MuxMapping.uploadStatus(upload.status())
        .orElseThrow(() -> MuxApi.unreadable("answered an upload of a status nobody knows"));
  }

  private LibraryVideo describe(MuxAsset asset) {
    ProviderRef ref = MuxApi.ref(MuxApi.required(asset.id(), "an id"));
    LibraryStatus status =
        MuxMapping.libraryStatus(asset.status())
            .orElseThrow(() -> MuxApi.unreadable("answered an asset of a status nobody knows"));
    if (status == LibraryStatus.FAILED) {
      MuxAsset.Errors errors = asset.errors();
      return failed(ref, MuxMapping.failure(errors == null ? null : errors.type()));
    }
    if (status != LibraryStatus.READY) {
      return new LibraryVideo(
          ref,
          status,
          MuxMapping.percent(asset.progress()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    String playbackId =
        MuxMapping.playbackId(asset.playbackIds())
            .orElseThrow(() -> MuxApi.unreadable("answered a ready asset that cannot be played"));
    return new LibraryVideo(
        ref,
        status,
        OptionalInt.of(100),
        Optional.of(addresses.playlist(playbackId)),
        Optional.of(addresses.thumbnail(playbackId)),
        MuxMapping.duration(asset.duration()),
        Optional.empty());
  }

  private static LibraryVideo failed(ProviderRef ref, VideoFailure failure) {
    return unplayable(ref, LibraryStatus.FAILED, Optional.of(failure));
  }

  private static LibraryVideo unplayable(
      ProviderRef ref, LibraryStatus status, Optional<VideoFailure> failure) {
    return new LibraryVideo(
        ref,
        status,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        failure);
  }

  @Override
  public void delete(ProviderRef video) {
    if (isUpload(video)) {
      deleteUpload(video);
    } else {
      deleteAsset(MuxApi.idOf(video));
    }
  }

  private void deleteUpload(ProviderRef ref) {
    Optional<MuxUpload> upload = upload(ref);
    if (upload.filter(known -> status(known) == UploadStatus.WAITING).isPresent()) {
      api.http()
          .put(
              "upload.cancel",
              "/video/v1/uploads/{}/cancel",
              ref.value().substring(UPLOAD.length()))
          .expecting(TOO_LATE)
          .send();
      // The file may have come in between.
      upload = upload(ref);
      if (upload.filter(known -> status(known) == UploadStatus.WAITING).isPresent()) {
        throw MuxApi.unreadable("did not cancel an upload");
      }
    }
    upload.flatMap(known -> Optional.ofNullable(known.assetId())).ifPresent(this::deleteAsset);
  }

  private void deleteAsset(String id) {
    api.delete("asset.delete", "/video/v1/assets/{}", id);
  }

  private static boolean isUpload(ProviderRef ref) {
    return ref.value().startsWith(UPLOAD) && ref.value().length() > UPLOAD.length();
  }

  static ProviderRef uploadRef(String id) {
    return MuxApi.ref(UPLOAD + id);
  }

  @Override
  public String toString() {
    return "library of " + api;
  }
}
