package org.feedwright.authoring.template;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.feedwright.authoring.body.HtmlBody;
import org.feedwright.authoring.body.Markdown;
import org.feedwright.authoring.problem.TooMuch;
import org.feedwright.feed.Conventions.Templates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a megabyte that is made to be slow takes seconds, not minutes. The parser's own time is bounded elsewhere. */
class TemplateCostTest {
    private static final int SIZE = 500_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{< a >}} {% b %} {{ c.d }} ",
                "{{< {% {{ ",
                "{{ a {{ b ",
                "{% raw %} ",
                "{% highlight %} ",
                "{{< highlight >}} ",
                "{% raw %}`{% endraw %} ",
                "{{ \"/x\" | url | url | url }} ",
                "{{< figure src=a caption=b >}} ",
                "{% note %}{% endnote %}",
                "{% a \" ' ",
                "{% a(b=1) %} {{ c(d='e') }} ",
                "{{< a \" >}} ",
                "{# ",
                "<pre><code>",
                "<p>a</p><p>b ",
                "<h2>Disclaimer</h2>",
            })
    void isBounded(String part) {
        String open = part.repeat(3_000);
        String text = (open + "}} %} >}} #}\n\n").repeat(SIZE / open.length());
        for (var language : Templates.values()) {
            assertTimeout(Duration.ofSeconds(10), () -> read(text, language), language.name());
        }
    }

    private static void read(String text, Templates language) {
        var site = new Site(language, "T", "https://example.org/blog/", file -> file, Markdown::inline);
        try {
            TemplateTags.translate(text, site, HtmlBody::code, true, _ -> {});
            if (language == Templates.NONE) {
                HtmlBody.body(Translation.none(text), "T", true, true);
            }
        } catch (TooMuch _) {
            // that is the bound
        }
    }
}
