package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.feedwright.article.Person;
import org.feedwright.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.springframework.test.context.TestPropertySource;

/**
 * The pages in a real browser. Without Debian's Chromium it is skipped, but not on a CI machine: there a
 * missing browser is a failure.
 */
@TestPropertySource(properties = "feedwright.page.title=Browser")
class BrowserTest extends PageTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path profile;

    private static Chromium chromium;
    private static ChromeDriver browser;

    @BeforeAll
    static void startTheBrowser() {
        boolean isInstalled = Chromium.isInstalled();
        if (System.getenv("CI") == null) {
            assumeTrue(isInstalled, "Chromium is not installed: apt-get install chromium chromium-driver");
        }
        assertThat(isInstalled).as("Chromium is installed").isTrue();
        chromium = new Chromium(profile);
        browser = chromium.driver();
    }

    @AfterAll
    static void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void publishArticles() {
        if (feeds.all().isEmpty()) {
            var feed = open("browsed");
            publish(Sample.of(feed, "a")
                    .title("A title with an unreasonablylongwordthatnobodywouldwritebutsomebodywill in it")
                    .highlights("The first point", "The second point")
                    .authors(Person.named("Ann Abel"))
                    .disclaimer("<p>Not advice.</p>")
                    .body("<p>Text with a note<a href=\"#n1\">1</a>.</p><pre><code>" + "wide ".repeat(60)
                            + "</code></pre><table><tr>" + "<td>wide-cell</td>".repeat(30) + "</tr></table>"
                            + "<p>More.</p>".repeat(60)
                            + "<p id=\"n1\">The note.</p>"));
            publish(Sample.of(open("rtl", Sample.feed("أخبار العلوم", "ar")), "مؤتمر")
                    .title("مؤتمر")
                    .authors(Person.named("ليلى"), Person.named("Ann Abel"))
                    .highlights("OPEC تجتمع")
                    .body("<p>نص <code>a(1);</code></p><blockquote>اقتباس</blockquote><ul><li>نقطة</li></ul>"
                            + "<pre>if (a) {\n  b();\n}</pre>"));
        }
        chromium.show(1280, "light");
        browser.manage().logs().get(LogType.BROWSER);
    }

    @Test
    void leadsFromTheFrontPageToTheFeedToTheArticleAndBack() {
        visit("/");
        assertThat(browser.getTitle()).isEqualTo("Browser");

        browser.findElement(By.linkText("The feed browsed")).click();
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("The feed browsed");

        browser.findElement(By.cssSelector(".entries h3 a")).click();
        assertThat(browser.findElement(By.cssSelector(".summary")).getText()).contains("The first point");
        assertThat(browser.findElement(By.cssSelector(".disclaimer")).getText()).contains("Not advice.");

        browser.findElement(By.cssSelector(".kicker a")).click();
        assertThat(browser.getCurrentUrl()).endsWith("/feeds/browsed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json", "rdf"})
    void showsThePageOfAFeedWhoseAddressIsOpenedByHand(String extension) {
        visit("/feeds/browsed." + extension);

        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("The feed browsed");
        assertThat(browser.findElement(By.cssSelector("h1")).getCssValue("font-weight"))
                .isEqualTo("700");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void selectsTheWholeAddressOfAFeedWithOneClick() {
        visit("/feeds/browsed");

        browser.findElement(By.cssSelector("code.address")).click();

        assertThat(browser.executeScript("return getSelection().toString()")).isEqualTo(BASE + "/feeds/browsed.atom");
    }

    @Test
    void staysOnThePageForALinkWithinTheText() {
        visit("/articles/browsed/a");

        browser.findElement(By.linkText("1")).click();

        assertThat(browser.getCurrentUrl()).endsWith("/articles/browsed/a#n1");
        assertThat(browser.findElements(By.cssSelector("#n1:target"))).hasSize(1);
    }

    @Test
    void skipsToTheContentByKeyboard() {
        visit("/feeds/browsed");

        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        var first = browser.switchTo().activeElement();
        assertThat(first.getText()).isEqualTo("Skip to the content");
        first.sendKeys(Keys.ENTER);

        assertThat(browser.switchTo().activeElement().getTagName()).isEqualTo("main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds/browsed", "/articles/browsed/a", "/feeds/rtl", "/articles/rtl/مؤتمر"})
    void fitsOnAPhoneAndLogsNothing(String path) {
        chromium.show(360, "light");

        visit(path);

        assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                .isEqualTo(360L);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void mirrorsAnArticleFromRightToLeftButNotItsCode() {
        visit("/articles/rtl/مؤتمر");

        for (String element : List.of("h1", ".summary li", ".prose p", ".prose blockquote", ".prose ul")) {
            assertThat(style(element, "direction")).as(element).isEqualTo("rtl");
        }
        assertThat(style(".prose blockquote", "borderRightWidth")).isEqualTo("3px");
        assertThat(style(".prose blockquote", "borderLeftWidth")).isEqualTo("0px");
        assertThat(style(".summary", "borderRightWidth")).isEqualTo("4px");
        assertThat(style("h1", "letterSpacing")).isEqualTo("normal");
        for (String element : List.of(".prose pre", ".prose code")) {
            assertThat(style(element, "direction")).as(element).isEqualTo("ltr");
        }
        assertThat(style(".prose pre", "textAlign")).isEqualTo("left");
        assertThat(style("header.site", "direction")).isEqualTo("ltr");
    }

    private static String style(String selector, String property) {
        return String.valueOf(browser.executeScript(
                "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, property));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableByDayAndByNight(String scheme) {
        chromium.show(1280, scheme);

        visit("/articles/browsed/a");

        for (String element :
                List.of("h1", ".meta", ".kicker a", ".summary li", ".prose p", ".disclaimer p", "footer a")) {
            assertThat(chromium.contrast(element)).as(element).isGreaterThan(4.5);
        }
        boolean isDark = chromium.luminance("body", "backgroundColor") < 0.2;
        assertThat(isDark).isEqualTo(scheme.equals("dark"));
    }

    private void visit(String path) {
        browser.get("http://localhost:" + port + path);
    }
}
