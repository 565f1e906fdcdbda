package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.VideoId;
import java.net.URI;

/** The far side of a video library, as a test arranges it and looks at it. */
public interface LibraryWorld extends PlaybackWorld {
  /** The beginning of a film, which is enough to be taken for one. */
  static byte[] aFilm() {
    return new byte[] {
      0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 'i', 's', 'o', 'm', 'm', 'p',
      '4', '1', 0, 0, 0, 8, 'm', 'd', 'a', 't'
    };
  }

  /** A file that is no film. */
  static byte[] aLetter() {
    return "Dear Ada, no film this time.".getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Sends a file as a browser would, and returns whether the provider takes it. */
  boolean send(DirectUpload upload, byte[] file);

  /** Returns an address from which the provider can fetch this file. */
  URI sourceOf(byte[] file);

  /** Returns an address that the provider takes, and from which it can fetch nothing. */
  URI sourceOfNothing();

  /** Returns an address of a kind that the provider does not fetch from. */
  URI refusedSource();

  /** Lets the time pass until everything that came is prepared, or has failed. */
  void finishProcessing();

  /** Lets the provider fail to prepare a video, for a reason of its own that nobody knows. */
  void failProcessing(ProviderRef video, String code);

  /** Lets the time pass until no address for sending is good any more. */
  void letUploadsLapse();

  /** Lets the provider do the next thing it is asked, and its answer get lost. */
  void loseNextAnswer();

  /** Counts the files the provider has for a video. */
  int filesOf(VideoId video);
}
