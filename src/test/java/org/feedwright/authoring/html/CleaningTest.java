package org.feedwright.authoring.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.feedwright.authoring.problem.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of elements, as docs/html.md says. */
class CleaningTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<ol start=\"3\" type=\"a\" reversed><li value=\"2\">a</li></ol> => <ol start=\"3\" type=\"a\" reversed><li value=\"2\">a</li></ol>",
                "<td>a</td> => a",
                "<center>a</center><search>b</search><hgroup>c</hgroup> => <div>a</div><div>b</div><div>c</div>",
                "<address>a</address><fieldset>b</fieldset><main>c</main><nav>d</nav> => <div>a</div><div>b</div><div>c</div><div>d</div>",
                "<menu><li>a</li></menu><dir><li>b</li></dir> => <ul><li>a</li></ul><ul><li>b</li></ul>",
                "<xmp><b>a</b></xmp> => <pre>&lt;b&gt;a&lt;/b&gt;</pre>",
                "<font color=\"red\">a</font><blink>b</blink> => ab",
                "<a name=\"x\">a</a> => <a id=\"x\">a</a>",
                "<a name=\" \">a</a> => <a>a</a>",
                "<a name=\"x\" id=\"y\">a</a> => <a id=\"y\">a</a>",
                "<video src=\"a.mp4\"></video><audio src=\"a.mp3\"></audio> => <video src=\"a.mp4\" controls></video><audio src=\"a.mp3\" controls></audio>",
                "<video autoplay src=\"a.mp4\" poster=\"b.png\" loop></video> => <video src=\"a.mp4\" poster=\"b.png\" controls></video>",
                "<blockquote cite=\"https://example.org/\">a</blockquote><q cite=\"tel:1\">b</q> => <blockquote cite=\"https://example.org/\">a</blockquote><q cite=\"tel:1\">b</q>",
                "<ins cite=\"a\" datetime=\"2026\">b</ins><del cite=\"javascript:a\">c</del> => <ins cite=\"a\" datetime=\"2026\">b</ins><del>c</del>",
                "<img alt=\"a\"> => a",
                "<img src=\" \" alt=\"a\">b => ab",
                "<img srcset=\"a.png 1x, b.png 2x\"> => <img srcset=\"a.png 1x, b.png 2x\" src=\"a.png\">",
                "<picture><source srcset=\"a.webp 2x\"><img alt=\"b\"></picture> => <picture><source srcset=\"a.webp 2x\"><img alt=\"b\" src=\"a.webp\"></picture>",
                "<picture><source type=\"image/webp\"><img src=\"a.png\"></picture> => <picture><img src=\"a.png\"></picture>",
                "<a href=\"b\">a<object data=\"https://example.org/c\">d</object></a> => <a href=\"b\">ad</a>",
                "<a href=\"b\">a<object><a href=\"c\">d</a></object>e</a>f => <a href=\"b\">ade</a>f",
                "<a href=\"b\">a</a><a href=\"c\">d</a> => <a href=\"b\">a</a><a href=\"c\">d</a>",
                "<a href=\"\">a</a> => <a href=\"\">a</a>",
                "<form><label>a</label><input><p>b</p></form> => <div><p>b</p></div>",
                "<form><input></form>a => a",
                "<label>a</label><legend>b</legend>c => a b c",
                "<input type=\"checkbox\" checked>a<input type=\"CHECKBOX\">b => ☑ a☐ b",
                "<svg><title>a</title><desc>b</desc></svg> => a",
                "<svg><desc>b</desc></svg><svg aria-label=\"c\"><title>a</title></svg> => bc",
                "<svg aria-hidden=\"TRUE\"><title>a</title></svg>b => b",
                "<noembed>a</noembed><noframes>b</noframes><template>c</template>d => d",
                "<select><option>a</option></select><textarea>b</textarea><button>c</button>d => d",
                "<h2>a <a href=\"#a\" aria-hidden=\"true\">#</a></h2> => <h2>a </h2>",
                "<h2>a <a href=\"b\" aria-hidden=\"true\">c</a></h2> => <h2>a <a href=\"b\">c</a></h2>",
            })
    void leavesWhatReadersCanShow(String html, String clean) {
        assertThat(CleanHtml.of(html)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "display:none",
                "DISPLAY : NONE !important",
                "visibility:hidden",
                "visibility: collapse",
                "content-visibility: hidden",
                "mso-hide:all",
                "opacity:0",
                "opacity: 0.0",
                "opacity: 0%",
                "font-size:0",
                "font-size: 0.00px",
                "color:red;display:none",
                "display:block;display:none",
                "/* a */display/* b */:none",
            })
    void leavesOutWhatAStyleHides(String style) {
        assertThat(CleanHtml.of("a<b style=\"" + style + "\">b</b>")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "display:block",
                "display:none;display:block",
                "/*display:none*/",
                "opacity:0.5",
                "font-size:0.8em",
                "font-size: 10px",
                "visibility:visible",
                "background:url(display:none)",
            })
    void keepsWhatAStyleShows(String style) {
        assertThat(CleanHtml.of("a<b style=\"" + style + "\">b</b>")).isEqualTo("a<b>b</b>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<b hidden>b</b> => ",
                "<b hidden=\"Until-Found\">b</b> => <b>b</b>",
                "<dialog>b</dialog> => ",
                "<dialog open>b</dialog> => <div>b</div>",
            })
    void hidesWhatBrowsersHide(String html, String clean) {
        assertThat(CleanHtml.of(html)).isEqualTo(clean == null ? "" : clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data-src",
                "data-lazy-src",
                "data-original",
                "data-lazy",
                "data-orig-file",
                "data-full-src",
                "data-hi-res-src",
                "data-actualsrc",
                "data-url",
            })
    void showsThePictureThatAScriptWouldLoad(String key) {
        for (String source : List.of(
                "",
                "src=\"\"",
                "src=\"data:image/gif;base64,R0\"",
                "src=\"#\"",
                "src=\"about:blank\"",
                "src=\"/i/lazy-loader.GIF?1\"",
                "src=\"spacer.png\"")) {
            assertThat(CleanHtml.of("<img " + source + " " + key + "=\"b.png\">"))
                    .isEqualTo("<img src=\"b.png\">");
        }
        assertThat(CleanHtml.of("<img src=\"a.png\" " + key + "=\"b.png\">")).isEqualTo("<img src=\"a.png\">");
        assertThat(CleanHtml.of("<img src=\"#\" " + key + "=\"javascript:b\">")).doesNotContain("javascript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-srcset", "data-lazy-srcset", "data-original-set", "data-sizes-srcset"})
    void showsThePicturesThatAScriptWouldLoad(String key) {
        assertThat(CleanHtml.of("<img src=\"a.png\" " + key + "=\"b.png 2x\">"))
                .isEqualTo("<img src=\"a.png\" srcset=\"b.png 2x\">");
        assertThat(CleanHtml.of("<img src=\"a.png\" srcset=\"c.png 2x\" " + key + "=\"b.png 2x\">"))
                .isEqualTo("<img src=\"a.png\" srcset=\"c.png 2x\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<img src=\"data:image/gif;base64,R0\"><noscript><img src=\"a.png\"></noscript> => <img src=\"a.png\">",
                "<noscript><img src=\"a.png\"></noscript> <img src=\"#\"> => <img src=\"a.png\">",
                "<img data-src=\"a.png\"><noscript><img src=\"a.png\"></noscript> => <img src=\"a.png\">",
                "<noscript><p>a</p></noscript><noscript></noscript> => <p>a</p>",
            })
    void showsOneOfAPictureAndItsCopy(String html, String clean) {
        assertThat(CleanHtml.of(html).strip()).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<iframe src=\"https://example.org/a\" title=\"b\"></iframe> => <p><a href=\"https://example.org/a\">b</a></p>",
                "<p>c<iframe src=\"https://example.org/a\"></iframe>d</p> => <p>c <a href=\"https://example.org/a\">https://example.org/a</a>d</p>",
                "<p>c <iframe src=\"https://example.org/a\"></iframe></p> => <p>c <a href=\"https://example.org/a\">https://example.org/a</a></p>",
                "<iframe src=\"https://example.org/a\" width=\"1\" height=\"9\"></iframe>b => b",
                "<iframe src=\"https://example.org/a\" height=\"0px\"></iframe>b => b",
                "<iframe src=\"https://example.org/a\" width=\"10\"></iframe> => <p><a href=\"https://example.org/a\">https://example.org/a</a></p>",
                "<iframe src=\"javascript:a\"></iframe>b => b",
                "<embed src=\"https://example.org/a.png\" type=\"image/png\"> => <p><img src=\"https://example.org/a.png\" alt=\"\"></p>",
                "<object data=\"https://example.org/a\">b</object> => <p><a href=\"https://example.org/a\">b</a></p>",
                "<object data=\"a.swf\"><p>b <img src=\"c.png\"></p></object> => <p>b <img src=\"c.png\"></p>",
                "<map><area href=\"https://example.org/a\" alt=\"b\"></map> => <p><a href=\"https://example.org/a\">b</a></p>",
                "<lite-youtube videoid=\"a_b-1\" aria-label=\"c\"></lite-youtube> => <p><a href=\"https://www.youtube.com/watch?v=a_b-1\">c</a></p>",
                "<lite-vimeo data-videoid=\"12\"></lite-vimeo> => <p><a href=\"https://vimeo.com/12\">https://vimeo.com/12</a></p>",
                "<amp-dailymotion data-videoid=\"x1\"></amp-dailymotion> => <p><a href=\"https://www.dailymotion.com/video/x1\">https://www.dailymotion.com/video/x1</a></p>",
                "<amp-img src=\"a.png\" alt=\"b\"></amp-img><amp-anim src=\"c.gif\"></amp-anim> => <p><img src=\"a.png\" alt=\"b\"></p><p><img src=\"c.gif\" alt=\"\"></p>",
                "<amp-audio src=\"a.mp3\"></amp-audio><amp-video src=\"b.mp4\">c</amp-video> => <p><audio src=\"a.mp3\" controls></audio></p><p><video src=\"b.mp4\" controls></video></p>",
                "<my-card src=\"https://example.org/a\"></my-card><my-card src=\"b\">c</my-card> => <p><a href=\"https://example.org/a\">https://example.org/a</a></p>c",
            })
    void leavesALinkToWhatIsElsewhere(String html, String clean) {
        assertThat(CleanHtml.of(html)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<script>a</script> => a script does not work in feeds and was left out",
                "<style>a</style> => a style sheet does not work in feeds and was left out",
                "<template>a</template> => a template does not work in feeds and was left out",
                "<base href=\"a\"> => <base> does not work in feeds and was left out",
                "<button>a</button> => a form does not work in feeds and was left out",
                "<datalist>a</datalist> => a form does not work in feeds and was left out",
                "<input> => a form does not work in feeds and was left out",
                "<form><label>a</label></form> => a form does not work in feeds and was left out",
                "<select><optgroup label=\"a\"><option>b</option></optgroup></select> => a form does not work in feeds and was left out",
                "<textarea>a</textarea> => a form does not work in feeds and was left out",
                "<iframe src=\"javascript:a\"></iframe> => a frame does not work in feeds and was left out",
                "<iframe src=\"https://example.org/\"></iframe> => frames do not work in feeds, so a link stands there",
                "<embed src=\"https://example.org/\"> => plug-ins do not work in feeds, so a link stands there",
                "<object data=\"https://example.org/\"></object> => plug-ins do not work in feeds, so a link stands there",
                "<math><mi>x</mi></math> => few readers of feeds show formulas (MathML), so one stands there as text such as 1/2",
                "<svg></svg> => few readers of feeds show drawings (SVG), so its label or title stands there",
                "<b onclick=\"a\">b</b> => 'onclick' does not work in feeds and was left out",
                "<b hidden>b</b> => what is hidden was left out",
                "<a href=\"javascript:a\">b</a> => the address 'javascript:a' does not work in feeds and was left out",
                "<img src=\"javascript:a\"> => the address 'javascript:a' does not work in feeds and was left out",
                "<img srcset=\"javascript:a 2x\" src=\"b.png\"> => the address 'javascript:a' does not work in feeds and was left out",
                "<q cite=\"javascript:a\">b</q> => the address 'javascript:a' does not work in feeds and was left out",
                "a <![CDATA[b < c]]> d => what stands in <![CDATA[…]]> is a comment in HTML and was left out",
                "a <?php echo 1 ?> b => what stands in <?…?> is not run and was left out",
                "the <title> of a page => what stands in <title> is not shown and was left out",
                "<noframes>a</noframes> => what stands in <noframes> is not shown and was left out",
                "<my_card>a</my_card> => <my_card> is no element of HTML; its text stays, and what else it shows is missing",
            })
    void tellsWhatCouldNotStay(String html, String what) {
        assertThat(notes(html)).extracting(Note::what).containsExactly(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <!-- b --> c",
                "<!--[if IE]>a<![endif]-->",
                "<?xml version=\"1.0\"?><p>a</p>",
                "<title></title>a"
            })
    void saysNothingOfWhatIsMeantToBeAComment(String html) {
        assertThat(notes(html)).isEmpty();
    }

    @Test
    void tellsOfEachKindOnceAndOfFifty() {
        assertThat(notes("<script></script><script></script>")).hasSize(1);

        var many = new StringBuilder();
        for (int number = 1; number <= 51; number++) {
            many.append("<a href=\"javascript:").append(number).append("\">b</a>");
        }
        assertThat(notes(many.toString())).hasSize(50);
    }

    @Test
    void namesTheBeginningOfALongAddress() {
        String sixty = "javascript:" + "x".repeat(49);

        assertThat(notes("<a href=\"" + sixty + "\">b</a>").getFirst().what()).contains("'" + sixty + "'");
        assertThat(notes("<a href=\"" + sixty + "y\">b</a>").getFirst().what()).contains("'" + sixty + "…'");
    }

    private static List<Note> notes(String html) {
        var notes = new ArrayList<Note>();
        CleanHtml.of(html, notes::add);
        return notes;
    }
}
