package org.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.feedwright.store.SettingRefused;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class DirectMemoryTest {
    private static final long LAUNCHER = DataSize.ofMegabytes(192).toBytes();

    @Test
    void takesACacheOfHalfOfWhatJavaMayTakeOutsideTheHeap() {
        assertThatCode(() -> DirectMemory.check(DataSize.ofMegabytes(96), LAUNCHER))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesALargerOneAndSaysHowJavaIsStarted() {
        assertThatThrownBy(() -> DirectMemory.check(DataSize.ofMegabytes(97), LAUNCHER))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("Java may take 192 MB there")
                .extracting(refused -> ((SettingRefused) refused).remedy())
                .asString()
                .contains("-XX:MaxDirectMemorySize=194m");
    }

    @Test
    void refusesWhatNoMachineHas() {
        assertThatThrownBy(() -> DirectMemory.check(DataSize.ofTerabytes(64))).isInstanceOf(SettingRefused.class);
    }
}
