package dev.stagedoor.domain.kernel;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
  @ParameterizedTest
  @CsvSource({"1,20,0", "2,20,20", "3,7,14", "1000000,1000,999999000"})
  void pagesCountFromOne(int page, int limit, int offset) {
    assertThat(new PageRequest(page, limit).offset()).isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource({"0,20", "-1,20", "1000001,20", "1,0", "1,-1", "1,1001"})
  void aPageOutOfRangeIsRefused(int page, int limit) {
    assertRefused(CommonError.INVALID_VALUE, () -> new PageRequest(page, limit));
  }

  @Test
  void theFirstPageHasTwentyItems() {
    assertThat(PageRequest.first()).isEqualTo(new PageRequest(1, 20));
  }

  @Test
  void aMappedPageKeepsItsPlaceAndTheSizeOfTheWhole() {
    Page<String> page = Page.of(List.of(1, 2), new PageRequest(3, 2), 17).map(n -> "n" + n);

    assertThat(page).isEqualTo(new Page<>(List.of("n1", "n2"), 3, 2, 17));
  }
}
