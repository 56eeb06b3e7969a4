package org.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsoluteHtmlTest {
    private static final String BASE = "https://example.org/news/conference?page=1#top";

    private static final KnownAddresses NONE = _ -> Optional.empty();

    private static String resolve(String fragment) {
        return AbsoluteHtml.resolve(fragment, BASE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "<a href=\"a.html\">x</a> -> <a href=\"https://example.org/news/a.html\">x</a>",
                "<a href=\"#why\">x</a> -> <a href=\"https://example.org/news/conference?page=1#why\">x</a>",
                "<a href=\"?page=2\">x</a> -> <a href=\"https://example.org/news/conference?page=2\">x</a>",
                "<a href=\"//cdn.example/x\">x</a> -> <a href=\"https://cdn.example/x\">x</a>",
                "<a href=\"\">x</a> -> <a href=\"https://example.org/news/conference?page=1\">x</a>",
                "<img src=\"/a.png\"> -> <img src=\"https://example.org/a.png\">",
                "<img srcset=\"a.png 1x, /b.png 2x\"> -> <img srcset=\"https://example.org/news/a.png 1x, https://example.org/b.png 2x\">",
                "<source srcset=\"a.webp\"> -> <source srcset=\"https://example.org/news/a.webp\">",
                "<video poster=\"p.png\" src=\"v.mp4\"></video> -> <video poster=\"https://example.org/news/p.png\" src=\"https://example.org/news/v.mp4\"></video>",
                "<object data=\"o.svg\"></object> -> <object data=\"https://example.org/news/o.svg\"></object>",
                "<blockquote cite=\"../source\">q</blockquote> -> <blockquote cite=\"https://example.org/source\">q</blockquote>",
                "<q cite=\"s\">q</q> -> <q cite=\"https://example.org/news/s\">q</q>"
            })
    void resolvesAddressesWhereverTheyStand(String fragment, String resolved) {
        assertThat(resolve(fragment)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"mailto:ada@example.org\">x</a>",
                "<a href=\"tel:+49-30-1\">x</a>",
                "<img src=\"data:image/png;base64,AA==\" srcset=\"data:image/png;base64,AA== 2x\">",
                "<img src=\"\" alt=\"\">",
                "<video controls></video>",
                "<p title=\"a/b\">text with a &lt;b&gt; and a/b</p>",
                "text alone",
                "<a id=\"x\" name=\"y\">z</a>"
            })
    void leavesEverythingElseAsItIs(String fragment) {
        assertThat(resolve(fragment)).isEqualTo(fragment);
    }

    @ParameterizedTest
    @ValueSource(strings = {" a b ", "\ta b\n", "a\n b", "a\t b"})
    void takesNoLineBreaksForPartOfAnAddress(String address) {
        assertThat(resolve("<a href=\"" + address + "\">x</a>"))
                .isEqualTo("<a href=\"https://example.org/news/a%20b\">x</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre>a\n  b\n\n\tc  \n</pre>",
                "<pre>  \n\n</pre>",
                "<pre><code class=\"language-java\">int i;\n\n    i++;\n</code></pre>",
                "<p>a\n   b</p>\n\n<p>\tc</p>\n"
            })
    void keepsWhiteSpaceByteForByte(String fragment) {
        assertThat(resolve(fragment)).isEqualTo(fragment);
    }

    @Test
    void closesWhatIsLeftOpen() {
        assertThat(resolve("<ul><li>1<li><b>2")).isEqualTo("<ul><li>1</li><li><b>2</b></li></ul>");
    }

    @Test
    void dropsWhatXmlForbidsEvenBehindAReference() {
        assertThat(resolve("<p title=\"a&#xFFFE;&#2;b\">a&#xFFFE;&#2;b&#x1F600;</p>"))
                .isEqualTo("<p title=\"ab\">ab😀</p>");
    }

    @Test
    void hasNothingToSayOfNothing() {
        assertThat(resolve(" \n ")).isEmpty();
    }

    @Test
    void survivesDeepNesting() {
        assertThat(resolve("<blockquote>".repeat(5_000) + "<a href=\"x\">x</a>"))
                .contains("https://example.org/news/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "<a href=\"javascript:alert(1)\">x</a> -> <a>x</a>",
                "<q cite=\"javascript:alert(1)\">x</q> -> <q>x</q>",
                "<img src=\"data:text/html,x\" alt=\"x\"> -> <img alt=\"x\">",
                "<video src=\"data:image/png;base64,AA==\" controls></video> -> <video controls></video>",
                "<video poster=\"ftp://example.org/a\"></video> -> <video></video>",
                "<object data=\"file:///a\"></object> -> <object></object>",
                "<img srcset=\"javascript:x 1x, a.png 2x\"> -> <img srcset=\"https://example.org/news/a.png 2x\">",
                "<img srcset=\"javascript:x 1x\" alt=\"\"> -> <img alt=\"\">",
                "<p onclick=\"x()\" style=\"top:0\" data-x=\"1\" title=\"t\">x</p> -> <p title=\"t\">x</p>"
            })
    void removesWhatCouldRun(String fragment, String harmless) {
        assertThat(resolve(fragment)).isEqualTo(harmless);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\" \">",
                "<video poster=\"\" src=\" \"></video>",
                "<object data=\"\"></object>",
            })
    void leavesAnEmptyAddressOfAPictureEmpty(String fragment) {
        assertThat(resolve(fragment)).isEqualTo(fragment);
    }

    @Test
    void replacesTheAddressesThatAreKnown() {
        KnownAddresses known =
                address -> Optional.of("https://example.org/media/b.png").filter(_ -> address.equals("b.png"));
        String fragment = "<img src=\"a.png\"><img srcset=\"b.png 2x\">";
        String resolved =
                "<img src=\"https://example.org/news/a.png\">" + "<img srcset=\"https://example.org/media/b.png 2x\">";

        assertThat(AbsoluteHtml.resolve(fragment, BASE, TextLanguage.of("en"), known))
                .isEqualTo(resolved);
        assertThat(AbsoluteHtml.parsed(fragment, BASE, TextLanguage.of("en"), known)
                        .body()
                        .html())
                .isEqualTo(resolved);
        assertThat(AbsoluteHtml.resolve(" \n", BASE, TextLanguage.of("en"), known))
                .isEmpty();
        assertThat(AbsoluteHtml.parsed(" \n", BASE, TextLanguage.of("en"), known)
                        .body()
                        .html())
                .isEmpty();
    }

    @Test
    void givesIdsThatAnEarlierPartHasOtherNames() {
        var ids = new ElementIds();
        String part = "<h2 id=\"x\">x</h2><a href=\"#x\">x</a>";

        assertThat(AbsoluteHtml.resolve(part, "https://example.org/a", TextLanguage.of("en"), NONE, ids))
                .isEqualTo("<h2 id=\"x\">x</h2><a href=\"https://example.org/a#x\">x</a>");
        assertThat(AbsoluteHtml.parsed(part, "https://example.org/a", TextLanguage.of("en"), NONE, ids)
                        .body()
                        .html())
                .isEqualTo("<h2 id=\"x-2\">x</h2><a href=\"https://example.org/a#x-2\">x</a>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "<code>x</code> -> <code dir=\"ltr\">x</code>",
                "<kbd>x</kbd><samp>y</samp> -> <kbd dir=\"ltr\">x</kbd><samp dir=\"ltr\">y</samp>",
                "<pre><code>x</code></pre> -> <pre dir=\"ltr\"><code>x</code></pre>",
                "<code dir=\"auto\">x</code> -> <code dir=\"auto\">x</code>",
                "<p>x</p> -> <p>x</p>"
            })
    void marksCodeWhereTheLanguageIsWrittenFromRightToLeft(String fragment, String marked) {
        assertThat(AbsoluteHtml.resolve(fragment, BASE, TextLanguage.of("ar"), NONE))
                .isEqualTo(marked);
        assertThat(AbsoluteHtml.resolve(fragment, BASE, TextLanguage.of("en"), NONE))
                .isEqualTo(fragment);
        assertThat(resolve(fragment)).isEqualTo(fragment);
    }

    @Test
    void listsAddressesAsTheyWereWritten() {
        assertThat(AbsoluteHtml.addresses("<a href=\"a b\">x</a><img src=\"i.png\" srcset=\"j.png 1x, k.png 2x\">"
                        + "<blockquote cite=\"c\"><video poster=\"p.png\" src=\"\"></video>"))
                .containsExactlyInAnyOrder("a b", "i.png", "j.png", "k.png", "c", "p.png");
        assertThat(AbsoluteHtml.addresses("<p>none</p>")).isEmpty();
        assertThat(AbsoluteHtml.addresses(" ")).isEmpty();
    }

    @Test
    void resolvesOneAddressByItself() {
        assertThat(AbsoluteHtml.resolved(" ../a b ", BASE)).isEqualTo("https://example.org/a b");
    }
}
