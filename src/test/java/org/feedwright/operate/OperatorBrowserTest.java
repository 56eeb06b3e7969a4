package org.feedwright.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.feedwright.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;

/** The operator's page in a real browser. */
class OperatorBrowserTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path profile;

    private static Chromium browser;

    @BeforeAll
    static void open() {
        browser = new Chromium(profile);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static void visit(int width, String scheme) {
        browser.show(width, scheme);
        browser.driver().get("http://localhost:" + OperatedService.shared().port("local.management.port") + "/");
    }

    @ParameterizedTest
    @CsvSource({"360, light", "700, dark", "1280, light"})
    void fitsAndLogsNothing(int width, String scheme) {
        visit(width, scheme);

        assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo((long) width);
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableByDayAndByNight(String scheme) {
        visit(1280, scheme);

        for (String element : List.of(
                "h1",
                ".intro .meta",
                ".day figcaption",
                ".facts dt",
                ".facts dd",
                ".feeds thead th",
                ".feeds tbody a",
                ".feeds .name",
                "#problems .wrong",
                "#warnings .wrong",
                ".list dt",
                "footer a")) {
            assertThat(browser.contrast(element)).as(element).isGreaterThan(4.5);
        }
        assertThat(browser.luminance("body", "backgroundColor") < 0.2).isEqualTo(scheme.equals("dark"));
    }

    @Test
    void drawsBarsThatCanBeSeen() {
        visit(1280, "light");

        for (String path : List.of(".day path.unchanged", ".day path.sent", ".feeds path.unchanged")) {
            var size = browser.driver().findElement(By.cssSelector(path)).getRect();
            assertThat(size.getWidth()).as(path).isGreaterThan(100);
            assertThat(size.getHeight()).as(path).isGreaterThan(10);
        }
        assertThat(browser.driver()
                        .findElement(By.cssSelector(".day path.sent"))
                        .getCssValue("fill"))
                .isNotEqualTo(browser.driver()
                        .findElement(By.cssSelector(".day path.unchanged"))
                        .getCssValue("fill"));
    }
}
