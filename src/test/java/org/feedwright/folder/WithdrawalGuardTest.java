package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many articles may go at once, and how an editor confirms more. */
class WithdrawalGuardTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "1, 1, false",
        "5, 5, false",
        "5, 24, false", // more than a fifth, yet no more than five
        "6, 6, true",
        "6, 29, true",
        "6, 30, false", // exactly a fifth
        "7, 30, true",
        "7, 34, true",
        "7, 35, false",
        "20, 100, false",
        "21, 100, true",
        "429496730, 2147483646, true", // five times this is more than an int
        "429496729, 2147483645, false"
    })
    void stopsWhatIsMoreThanAFifthAndMoreThanFive(int gone, int articles, boolean isStopped) {
        assertThat(WithdrawalGuard.stops(gone, articles, false)).isEqualTo(isStopped);
        assertThat(WithdrawalGuard.stops(gone, articles, true))
                .as("where nothing at all is left")
                .isTrue();
    }

    @Test
    void takesEachConfirmationForItsFeedAndNumberAlone() throws IOException {
        Path file = confirm("news 6\n  reports 12  \nnews-2 6\n");

        assertThat(WithdrawalGuard.isConfirmed(folder, "news", 6)).isTrue();
        assertThat(WithdrawalGuard.isConfirmed(folder, "reports", 12)).isTrue();
        assertThat(WithdrawalGuard.isConfirmed(folder, "news-2", 6)).isTrue();
        assertThat(WithdrawalGuard.isConfirmed(folder, "news", 5)).isFalse();
        assertThat(WithdrawalGuard.isConfirmed(folder, "news", 7)).isFalse();
        assertThat(WithdrawalGuard.isConfirmed(folder, "news", 66)).isFalse();
        assertThat(WithdrawalGuard.isConfirmed(folder, "reports", 1)).isFalse();
        assertThat(WithdrawalGuard.isConfirmed(folder, "reports", 2)).isFalse();
        assertThat(WithdrawalGuard.isConfirmed(folder, "new", 6)).isFalse();
        assertThat(file).exists();
    }

    @Test
    void usesUpOneConfirmationAndLeavesTheOthers() throws IOException {
        Path file = confirm("reports 12\nnews 6\nnews 66\nnews-2 6\n");

        WithdrawalGuard.useUp(folder, "news", 6);
        assertThat(file).hasContent("reports 12\nnews 66\nnews-2 6\n");
        assertThat(WithdrawalGuard.isConfirmed(folder, "news", 6)).isFalse();
        assertThat(WithdrawalGuard.isConfirmed(folder, "reports", 12)).isTrue();

        WithdrawalGuard.useUp(folder, "reports", 12);
        WithdrawalGuard.useUp(folder, "news", 66);
        assertThat(file).hasContent("news-2 6\n");
        WithdrawalGuard.useUp(folder, "news-2", 6);
        assertThat(file).doesNotExist();
    }

    @Test
    void takesNothingForConfirmedWhereNobodyHasWritten() {
        assertThat(WithdrawalGuard.isConfirmed(folder, "news", 6)).isFalse();
    }

    private Path confirm(String lines) throws IOException {
        return Files.writeString(folder.resolve(WithdrawalGuard.CONFIRMATION), lines);
    }
}
