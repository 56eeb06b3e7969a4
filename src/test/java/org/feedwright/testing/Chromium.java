package org.feedwright.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, as a person's browser. */
public final class Chromium implements AutoCloseable {
    private static final Path BINARY = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** WCAG 2.2's relative luminance of a colour of the first element that a selector finds. */
    private static final String LUMINANCE = """
            let element = document.querySelector(arguments[0]);
            let colour = () => getComputedStyle(element)[arguments[1]];
            while (/^rgba\\(.*, 0\\)$/.test(colour())) {
              element = element.parentElement;
              if (!element) return 1;
            }
            const [r, g, b] = colour().match(/[\\d.]+/g).map(part => part / 255)
              .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            """;

    private final ChromeDriver driver;

    /** @param profile an empty directory */
    public Chromium(Path profile) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions()
                .setBinary(BINARY.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        // The path of the driver is given, so that nothing looks for one on the network.
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
    }

    public static boolean isInstalled() {
        return Files.isExecutable(BINARY) && Files.isExecutable(DRIVER);
    }

    public ChromeDriver driver() {
        return driver;
    }

    /**
     * Shows pages in a width and a scheme of colours.
     *
     * @param scheme {@code light} or {@code dark}
     */
    public void show(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** WCAG 2.2's contrast ratio of an element's text to the paper it is on. */
    public double contrast(String selector) {
        double text = luminance(selector, "color");
        double paper = luminance(selector, "backgroundColor");
        return (Math.max(text, paper) + 0.05) / (Math.min(text, paper) + 0.05);
    }

    public double luminance(String selector, String property) {
        return Double.parseDouble(String.valueOf(driver.executeScript(LUMINANCE, selector, property)));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
