package org.feedwright.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.feedwright.store.SettingRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class UploadSettingsTest {
    @ParameterizedTest
    @CsvSource({"1B, 1, PT60S", "100GB, 20, PT24H"})
    void areTakenUpToTheirBounds(String size, int unfinished, Duration patience) {
        var settings = new UploadSettings(DataSize.parse(size), unfinished, patience);

        assertThat(settings.unfinishedFor()).isEqualTo(patience);
    }

    @ParameterizedTest
    @CsvSource({
        "0B, 1, PT60S, max-file-size",
        "-1B, 1, PT60S, max-file-size",
        "107374182401B, 1, PT60S, max-file-size",
        "1MB, 0, PT60S, max-unfinished",
        "1MB, 1, PT59.999S, unfinished-for",
    })
    void areRefusedBeyondThem(String size, int unfinished, Duration patience, String setting) {
        assertThatThrownBy(() -> new UploadSettings(DataSize.parse(size), unfinished, patience))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("feedwright.uploads." + setting + " is '");
    }
}
