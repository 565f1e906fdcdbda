package dev.stagedoor.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.analytics.DeviceClass;
import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOBILE | Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)",
        "MOBILE | Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
        "MOBILE | Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0",
        "MOBILE | Dalvik/2.1.0 (Linux; U; Android 13; Pixel 7 Build/TQ3A)",
        "TABLET | Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
        "TABLET | Mozilla/5.0 (Linux; Android 13; SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
        "TABLET | Mozilla/5.0 (Android 14; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0",
        "TV | Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/3.0 TV Safari/537.36",
        "TV | Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0 Safari/537.36",
        "TV | Mozilla/5.0 (Linux; Android 9; AFTMM Build/PS7233; wv) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36",
        "TV | AppleTV11,1/11.1",
        "TV | Roku4640X/DVP-7.70 (297.70E04154A)",
        "DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
        "DESKTOP | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15",
        "DESKTOP | Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
        "OTHER | Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) Chrome/126.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)",
        "OTHER | curl/8.5.0",
        "OTHER | okhttp/4.12.0",
        "OTHER | ''",
      })
  void devicesAreToldByWhatTheySayOfThemselves(DeviceClass device, String agent) {
    assertThat(Devices.of(agent, null)).isEqualTo(device);
  }

  @Test
  void aBrowserThatHidesItsDeviceStillSaysWhetherItIsAPhone() {
    String reduced =
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0";

    assertThat(Devices.of(reduced, "?1")).isEqualTo(DeviceClass.MOBILE);
    assertThat(Devices.of(reduced, "?0")).isEqualTo(DeviceClass.DESKTOP);
    assertThat(Devices.of(null, "?1")).isEqualTo(DeviceClass.MOBILE);
    assertThat(Devices.of(null, null)).isEqualTo(DeviceClass.OTHER);
  }

  @Test
  void whatIsSaidAtLengthIsReadAtItsBeginning() {
    assertThat(Devices.of("x".repeat(100_000) + " iPhone", null)).isEqualTo(DeviceClass.OTHER);
    assertThat(Devices.of("iPhone " + "x".repeat(100_000), null)).isEqualTo(DeviceClass.MOBILE);
  }

  @Test
  void aRequestIsOfOneDevice() {
    HttpRequest<?> request =
        HttpRequest.GET("/").header("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0)");

    assertThat(Devices.of(request)).isEqualTo(DeviceClass.MOBILE);
    assertThat(Devices.of(request)).isEqualTo(DeviceClass.MOBILE);
  }
}
