package org.feedwright.authoring.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.feedwright.authoring.body.Markdown;
import org.feedwright.authoring.problem.Note;
import org.feedwright.feed.Conventions.Templates;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What template tags become in the HTML of a body. In the tables, {@code \n} is a line feed. */
class TemplateTagsTest {
    private final List<Note> notes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "{{< figure src=\"a.png\" alt=\"b\" caption=\"*c* [d](e)\" >}}\\nText => <figure><img src=\"a.png\" alt=\"b\"><figcaption><em>c</em> <a href=\"e\">d</a></figcaption></figure>\\n<p>Text</p>",
                "{{< figure src=\"a.png\" title=\"b\" link=\"c\" width=\"10\" >}} => <figure><a href=\"c\"><img src=\"a.png\" alt=\"\" width=\"10\"></a><figcaption><strong>b</strong></figcaption></figure>",
                "{{< youtube w7Ft2ymGmfc >}} => <p><a href=\"https://www.youtube.com/watch?v=w7Ft2ymGmfc\">https://www.youtube.com/watch?v=w7Ft2ymGmfc</a></p>",
                "See {{< youtube id=\"w7\" title=\"A film\" >}}. => <p>See <a href=\"https://www.youtube.com/watch?v=w7\">A film</a>.</p>",
                "{{< vimeo 55073825 >}} => <p><a href=\"https://vimeo.com/55073825\">https://vimeo.com/55073825</a></p>",
                "{{< x user=\"a\" id=\"12\" >}} => <p><a href=\"https://x.com/a/status/12\">https://x.com/a/status/12</a></p>",
                "{{< tweet 12 >}} => <p><a href=\"https://x.com/i/status/12\">https://x.com/i/status/12</a></p>",
                "{{< instagram CxO >}} => <p><a href=\"https://www.instagram.com/p/CxO/\">https://www.instagram.com/p/CxO/</a></p>",
                "{{< gist a 12f >}} => <p><a href=\"https://gist.github.com/a/12f\">https://gist.github.com/a/12f</a></p>",
                "[a]({{< ref \"b.md#p\" >}}) => <p><a href=\"b.md#p\">a</a></p>",
                "[a]({{% relref \"/posts/b\" %}}) => <p><a href=\"b.md\">a</a></p>",
                "[a]({{< relref \"posts/b/index.md\" >}}) => <p><a href=\"b/index.md\">a</a></p>",
                "[a]({{< ref \"#p\" >}}) => <p><a href=\"#p\">a</a></p>",
                "{{< highlight go \"linenos=table\" >}}\\na < b\\n\\n    *c* {{ x }}\\n{{< /highlight >}}\\nText => <pre><code class=\"language-go\">a &lt; b\\n\\n    *c* {{ x }}\\n</code></pre>\\n<p>Text</p>",
                "{{< details summary=\"a\" >}}\\n*b*\\n{{< /details >}} => <details><summary>a</summary>\\n<p><em>b</em></p>\\n</details>",
                "{{< qr >}}\\nhttps://example.org/\\n{{< /qr >}} => <p><a href=\"https://example.org/\">https://example.org/</a></p>",
                "{{</* x */>}} => <p>{{&lt; x &gt;}}</p>",
                "`{{</* x */>}}` => <p><code>{{&lt; x &gt;}}</code></p>",
                "`{{< x 1 >}}` => <p><code>{{&lt; x 1 &gt;}}</code></p>",
                "{{< figure src=\"a.png\" >}}{{< /figure >}}\\n*b* => <figure><img src=\"a.png\" alt=\"\"></figure>\\n<p><em>b</em></p>",
                "{{< figure src=\"a.png\" >}} b\\n*c* => <figure><img src=\"a.png\" alt=\"\"></figure>\\n<p>b\\n<em>c</em></p>",
                "{{< figure src=\"a.png\" caption=\"b >}} c\" >}}\\n*d* => <figure><img src=\"a.png\" alt=\"\"><figcaption>b &gt;}} c</figcaption></figure>\\n<p><em>d</em></p>",
                "{{< details summary=\"a\" >}}b{{< /details >}}\\n*c* => <details><summary>a</summary>\\n<p>b</p>\\n</details>\\n<p><em>c</em></p>",
                "Hugo keeps {{ x }} => <p>Hugo keeps {{ x }}</p>",
            })
    void translatesHugos(String markdown, String html) {
        assertThat(html(Templates.HUGO, markdown)).isEqualTo(lines(html));
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "{% highlight ruby linenos %}\\na < b\\n\\n*c* {{ x }}\\n{% endhighlight %}\\nText => <pre><code class=\"language-ruby\">a &lt; b\\n\\n*c* {{ x }}\\n</code></pre>\\n<p>Text</p>",
                "{% highlight html %}{% raw %}<a>{{ b }}{% endraw %}{% endhighlight %} => <pre><code class=\"language-html\">&lt;a&gt;{{ b }}</code></pre>",
                "{% raw %}{{ a }} *b*{% endraw %} => <p>{{ a }} <em>b</em></p>",
                "`{% raw %}{{ a }}{% endraw %}` => <p><code>{{ a }}</code></p>",
                "```\\n{% raw %}\\n{{ a }} {% b %}\\n{% endraw %}\\n``` => <pre><code>{{ a }} {% b %}\\n</code></pre>",
                "```\\n{{ site.url }} {% post_url a %}\\n``` => <pre><code>{{ site.url }} {% post_url a %}\\n</code></pre>",
                "a\\n\\n    {{ site.url }} => <p>a</p>\\n<pre><code>{{ site.url }}\\n</code></pre>",
                "[a]({% post_url 2020-01-01-name %}) => <p><a href=\"2020-01-01-name.md\">a</a></p>",
                "[a]({{ site.baseurl }}{% link _posts/2020-01-01-name.md %}#p) => <p><a href=\"2020-01-01-name.md#p\">a</a></p>",
                "[a]({% link _posts/2020-01-01-name.md %}#p) => <p><a href=\"2020-01-01-name.md#p\">a</a></p>",
                "[a]({{ site.url }}{{ site.baseurl }}{% post_url 2020-01-01-name %}) => <p><a href=\"2020-01-01-name.md\">a</a></p>",
                "[a]({% link assets/b.pdf %}) => <p><a href=\"/blog/assets/b.pdf\">a</a></p>",
                "[a]({{ site.baseurl }}/x) => <p><a href=\"/blog/x\">a</a></p>",
                "[a]({{site.url}}{{site.baseurl}}/x) => <p><a href=\"https://example.org/blog/x\">a</a></p>",
                "[a]({{ \"/x\" | relative_url }}) => <p><a href=\"/blog/x\">a</a></p>",
                "![a]({{ '/x.png' | absolute_url }}) => <p><img src=\"/blog/x.png\" alt=\"a\"></p>",
                "{% include figure.html src=\"a.png\" alt=\"b\" caption=\"*c*\" %} => <figure><img src=\"a.png\" alt=\"b\"><figcaption><em>c</em></figcaption></figure>",
                "{% include figure image_path=\"/a.png\" %} => <p><img src=\"/a.png\" alt=\"\"></p>",
                "{% include youtube.html id=\"w7\" %} => <p><a href=\"https://www.youtube.com/watch?v=w7\">https://www.youtube.com/watch?v=w7</a></p>",
                "{% include video id=\"12\" provider=\"vimeo\" %} => <p><a href=\"https://vimeo.com/12\">https://vimeo.com/12</a></p>",
                "{% gist a/12 b.rb %} => <p><a href=\"https://gist.github.com/a/12\">b.rb</a></p>",
                "a{% comment %} b {% endcomment %} => <p>a</p>",
                "{{ page.title }} => <p>A &amp; B</p>",
            })
    void translatesJekylls(String markdown, String html) {
        assertThat(html(Templates.JEKYLL, markdown)).isEqualTo(lines(html));
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "{% raw %}{{ a }}{% endraw %} => <p>{{ a }}</p>",
                "{%- highlight \"js\" -%}\\na\\n{%- endhighlight -%} => <pre><code class=\"language-js\">a\\n</code></pre>",
                "[a]({{ '/x' | url }}) => <p><a href=\"/blog/x\">a</a></p>",
                "{% image \"a.png\", \"b c\" %} => <p><img src=\"a.png\" alt=\"b c\"></p>",
                "{% youtube \"w7\" %} => <p><a href=\"https://www.youtube.com/watch?v=w7\">https://www.youtube.com/watch?v=w7</a></p>",
                "a {# b #}c => <p>a c</p>",
                "## A {#b} c => <h2 id=\"a-b-c\">A {#b} c</h2>",
                "{{ title }} => <p>A &amp; B</p>",
            })
    void translatesEleventys(String markdown, String html) {
        assertThat(html(Templates.ELEVENTY, markdown)).isEqualTo(lines(html));
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "{% post_link b %} => <p><a href=\"b.md\">b</a></p>",
                "{% post_link b 'A title' false %} => <p><a href=\"b.md\">A title</a></p>",
                "[a]({% post_path b %}) => <p><a href=\"b.md\">a</a></p>",
                "{% asset_img a.png A title %} => <p><img src=\"own/a.png\" alt=\"A title\" title=\"A title\"></p>",
                "{% asset_img left a.png 10 20 '\"b c\" \"d e\"' %} => <p><img src=\"own/a.png\" alt=\"d e\" title=\"b c\" width=\"10\" height=\"20\"></p>",
                "{% img left /a.png 10 %} => <p><img src=\"/a.png\" alt=\"\" width=\"10\"></p>",
                "[a]({% asset_path b.pdf %}) => <p><a href=\"own/b.pdf\">a</a></p>",
                "{% asset_link b.pdf \"c d\" %} => <p><a href=\"own/b.pdf\">c d</a></p>",
                "{% codeblock A title lang:js https://example.org/ more %}\\na < b\\n\\n*c*\\n{% endcodeblock %} => <p>A title <a href=\"https://example.org/\">more</a></p>\\n<pre><code class=\"language-js\">a &lt; b\\n\\n*c*\\n</code></pre>",
                "{% blockquote A. Bee, The book %}\\n*a*\\n{% endblockquote %} => <blockquote>\\n<p><em>a</em></p>\\n<footer><strong>A. Bee</strong> <cite>The book</cite></footer></blockquote>",
                "{% quote A, B https://example.org/ C %}\\na\\n{% endquote %} => <blockquote>\\n<p>a</p>\\n<footer><strong>A, B</strong> <cite><a href=\"https://example.org/\">C</a></cite></footer></blockquote>",
                "{% quote A, B https://example.org/ %}\\na\\n{% endquote %} => <blockquote>\\n<p>a</p>\\n<footer><strong>A</strong> <cite><a href=\"https://example.org/\">B</a></cite></footer></blockquote>",
                "{% codeblock A title https://example.org/ %}\\na\\n{% endcodeblock %} => <p><a href=\"https://example.org/\">A title</a></p>\\n<pre><code>a\\n</code></pre>",
                "{% quote A https://example.org/ B %}\\na\\n{% endquote %} => <blockquote>\\n<p>a</p>\\n<footer><strong>A</strong> <cite><a href=\"https://example.org/\">B</a></cite></footer></blockquote>",
                "{% note warning %}\\n*a*\\n{% endnote %}\\nText => <blockquote><p><strong>Warning</strong></p>\\n<p><em>a</em></p>\\n</blockquote>\\n<p>Text</p>",
                "{% note info Own title %}\\na\\n{% endnote %} => <blockquote><p><strong>Own title</strong></p>\\n<p>a</p>\\n</blockquote>",
                "{% pullquote %}\\na\\n{% endpullquote %} => <blockquote>\\n<p>a</p>\\n</blockquote>",
                "{% gallery %}\\n![a](b.png)\\n{% endgallery %} => <p><img src=\"b.png\" alt=\"a\"></p>",
                "{% youtube w7 %} => <p><a href=\"https://www.youtube.com/watch?v=w7\">https://www.youtube.com/watch?v=w7</a></p>",
                "{% gist 12 %} => <p><a href=\"https://gist.github.com/12\">https://gist.github.com/12</a></p>",
                "{% link A https://example.org/ %} => <p><a href=\"https://example.org/\">A</a></p>",
                "{% raw %}\\n{{ a }}\\n{% endraw %} => <p>{{ a }}</p>",
            })
    void translatesHexos(String markdown, String html) {
        assertThat(html(Templates.HEXO, markdown)).isEqualTo(lines(html));
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "{{ youtube(id=\"w7\", autoplay=true) }} => <p><a href=\"https://www.youtube.com/watch?v=w7\">https://www.youtube.com/watch?v=w7</a></p>",
                "See {{ vimeo(id='12', class=`wide`) }}. => <p>See <a href=\"https://vimeo.com/12\">https://vimeo.com/12</a>.</p>",
                "{{ streamable(id=\"92ok4\") }} => <p><a href=\"https://streamable.com/92ok4\">https://streamable.com/92ok4</a></p>",
                "{{ gist(url=\"https://gist.github.com/a/12\", file=\"b.rs\") }} => <p><a href=\"https://gist.github.com/a/12\">b.rs</a></p>",
                "{{ figure(src=\"a.png\", alt=\"b\", caption=\"*c*\") }} => <figure><img src=\"a.png\" alt=\"b\"><figcaption><em>c</em></figcaption></figure>",
                "{{ resize_image(path=\"a.png\", width=5, height=6, op=\"fit\") }} => <p><img src=\"a.png\" alt=\"\" width=\"5\" height=\"6\"></p>",
                "{% quote(author=\"A & B\") %}\\n*a*\\n{% end %}\\nText => <blockquote>\\n<p><em>a</em></p>\\n<footer>A &amp; B</footer></blockquote>\\n<p>Text</p>",
                "{% quote() %}\\na\\n{% end %} => <blockquote>\\n<p>a</p>\\n</blockquote>",
                "{{/* youtube(id=\"w7\") */}} => <p>{{ youtube(id=&quot;w7&quot;) }}</p>",
                "`{%/* quote() */%}` => <p><code>{% quote() %}</code></p>",
                "`{{ youtube(id=\"w7\") }}` => <p><code>{{ youtube(id=&quot;w7&quot;) }}</code></p>",
                "Zola keeps {{ x }}, {% if x %} and {{< y >}} => <p>Zola keeps {{ x }}, {% if x %} and {{&lt; y &gt;}}</p>",
            })
    void translatesZolas(String markdown, String html) {
        assertThat(html(Templates.ZOLA, markdown)).isEqualTo(lines(html));
        assertThat(notes).isEmpty();
    }

    @Test
    void endsPairsOfZolaThatStandWithinOthers() {
        assertThat(
                        html(
                                Templates.ZOLA,
                                "{% own(a=1) %}\\n{% quote(author=\"b\") %}\\nc\\n{% end %}\\nd\\n{% end %}\\n{% end %}e {{ own() }}"))
                .isEqualTo("<blockquote>\n<p>c</p>\n<footer>b</footer></blockquote>\n<p>d</p>\n<p>e</p>");
        assertThat(notes).extracting(Note::known).containsExactly(1, 7);
        assertThat(notes.getLast().what()).startsWith("the tag {{ own() }} is not among");
    }

    @Test
    void takesOthersOutAndSaysSoOnceForEachKind() {
        assertThat(html(
                        Templates.HUGO,
                        "a\\n\\n{{< own x=1 >}}b{{< /own >}}\\n\\n{{< own >}}c{{< /own >}} {{< param d >}}"))
                .isEqualTo("<p>a</p>\n<p>b</p>\n<p>c</p>");
        assertThat(notes).extracting(Note::known).containsExactly(3, 5);
        assertThat(notes.getFirst().what()).startsWith("the tag {{< own >}} (2 times) is not among");
    }

    @Test
    void takesControlTagsOutAndKeepsTheirText() {
        assertThat(html(Templates.JEKYLL, "a{% if page.x %}b{% endif %} {{ page.y }}c"))
                .isEqualTo("<p>ab c</p>");
        assertThat(notes).hasSize(2);
    }

    @Test
    void leavesAllAsItIsWithoutALanguageAndSaysSo() {
        String text = "a {{< b >}} {% c %}\\n{{ page.d }} {{ page.d }}\\n`{% e %}` {{</* f */>}} $\\frac{{1}}{{x}}$";
        var translation = TemplateTags.translate(lines(text), site(Templates.NONE), Markdown::code, false, notes::add);
        assertThat(translation.text()).isEqualTo(lines(text));
        assertThat(notes).extracting(Note::known).containsExactly(1, 1, 2);
        assertThat(notes.getLast().what())
                .isEqualTo("the tag {{ page.d }} (2 times) stays as it is written, for templates are not run");
    }

    @ParameterizedTest
    @EnumSource(Templates.class)
    void leavesWhatIsNoTag(Templates language) {
        for (String text : List.of("a { b", "{", "{%", "{{", "{{<", "{% a", "{{ a", "{ % a % }", "{}")) {
            assertThat(TemplateTags.translate(text, site(language), Markdown::code, false, notes::add)
                            .text())
                    .isEqualTo(text);
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void knowsTheLinesOfWhatWasWritten() {
        String text = "1\n{{< figure\n  src=\"a.png\"\n>}}\n5\n{{< highlight go >}}\n7\n8\n{{< /highlight >}}\n10";
        var translation = TemplateTags.translate(text, site(Templates.HUGO), Markdown::code, false, notes::add);
        var lines = translation.text().lines().toList();
        for (String line : List.of("1", "5", "10")) {
            assertThat(translation.lines().written(lines.indexOf(line)) + 1).isEqualTo(Integer.parseInt(line));
        }
        assertThat(Markdown.body(translation, "T", true, true).prose().source()).isEqualTo(text);
    }

    @Test
    void leavesTheDisclaimerBehindATagOutOfTheSource() {
        String text = "{{< figure\n src=\"a.png\" >}}\nText\n\nDisclaimer: Not advice.";
        var translation = TemplateTags.translate(text, site(Templates.HUGO), Markdown::code, false, notes::add);
        assertThat(Markdown.body(translation, "T", true, true).prose().source())
                .isEqualTo("{{< figure\n src=\"a.png\" >}}\nText");
    }

    @Test
    void isNotMistakenByBackticksInHighlightedCode() {
        assertThat(html(Templates.JEKYLL, "{% highlight sh %}\\n```\\n`a\\n{% endhighlight %}\\n{{ site.baseurl }}/b"))
                .isEqualTo("<pre><code class=\"language-sh\">```\n`a\n</code></pre>\n<p>/blog/b</p>");
    }

    /** Whatever stands in an argument is text, wherever it is shown; only captions are Markdown. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "HUGO => {{< figure src=\"a.png\" alt=\"%s\" >}}",
                "HUGO => {{< figure src=\"a.png\" title=\"%s\" >}}",
                "HUGO => {{< figure src=\"a.png\" width=\"%s\" height=\"%s\" >}}",
                "HUGO => {{< figure src=\"a.png\" attr=\"a\" attrlink=\"%s\" link=\"%s\" >}}",
                "HUGO => {{< figure src=\"a.png\" attr=\"%s\" attrlink=\"https://example.org/\" >}}",
                "HUGO => {{< figure src=\"%s\" >}}",
                "HUGO => {{< youtube id=\"w7\" title=\"%s\" >}} {{< vimeo id=\"7\" title=\"%s\" >}}",
                "HUGO => {{< youtube id=\"%s\" >}} {{< x user=\"%s\" id=\"%s\" >}} {{< gist \"%s\" \"%s\" >}}",
                "HUGO => {{< gist a 12 \"%s\" >}}",
                "HUGO => {{< details summary=\"%s\" >}}b{{< /details >}}",
                "HUGO => {{< qr text=\"%s\" />}} {{< qr text=\"https://example.org/%s\" />}}",
                "HUGO => {{< highlight \"%s\" >}}%s{{< /highlight >}}",
                "JEKYLL => {% gist a/12 \"%s\" %} {% gist \"%s\" %}",
                "JEKYLL => {% image \"a.png\" alt=\"%s\" title=\"%s\" width=\"%s\" height=\"%s\" %}",
                "JEKYLL => {% include figure.html src=\"%s\" alt=\"%s\" %} {% include youtube.html id=\"%s\" title=\"%s\" %}",
                "JEKYLL => {% include video id=\"12\" provider=\"vimeo\" title=\"%s\" %}",
                "JEKYLL => {% highlight \"%s\" %}%s{% endhighlight %}",
                "JEKYLL => {{ page.title }}",
                "ELEVENTY => {{ title }} {{ page.title }}",
                "HEXO => {% codeblock %s lang:%s %}\\n%s\\n{% endcodeblock %}",
                "HEXO => {% codeblock %s https://example.org/ %s %}\\n%s\\n{% endcodeblock %}",
                "HEXO => {% codeblock https://example.org/%s %s %}\\n%s\\n{% endcodeblock %}",
                "HEXO => {% post_link b '%s' %} {% asset_link b.pdf '%s' %} {% link '%s' https://example.org/ %}",
                "HEXO => {% img /a.png 10 20 '%s' %} {% asset_img a.png '%s' '%s' %}",
                "HEXO => {% blockquote %s, %s %}\\na\\n{% endblockquote %}",
                "HEXO => {% blockquote a https://example.org/ %s %}\\na\\n{% endblockquote %}",
                "HEXO => {% note info %s %}\\na\\n{% endnote %} {% gist 12 '%s' %} {% youtube '%s' %}",
                "ZOLA => {% quote(author=\"%s\") %}\\na\\n{% end %}",
                "ZOLA => {{ youtube(id=\"w7\", title=\"%s\") }} {{ gist(url=\"https://example.org/\", file=\"%s\") }}",
                "ZOLA => {{ image(src=\"a.png\", alt=\"%s\", title=\"%s\", width=\"%s\", height=\"%s\") }}",
            })
    void showsArgumentsAsTheyAre(Templates language, String markdown) {
        String hostile = "a&lt;<i/onclick=b>&";
        var site = new Site(language, hostile, "https://example.org/", file -> file, Markdown::inline);
        String text = lines(markdown).replace("%s", hostile);
        String translated = TemplateTags.translate(text, site, Markdown::code, false, notes::add)
                .text();

        var document = Jsoup.parseBodyFragment(translated);
        assertThat(document.select("i")).as(translated).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countLinesHoweverTheyEnd(String end) {
        String text = "a\n\n{{< own >}}\n{{< figure\n src=\"a.png\" >}}\n{{< other >}}".replace("\n", end);
        TemplateTags.translate(text, site(Templates.HUGO), Markdown::code, false, notes::add);

        assertThat(notes).extracting(Note::known).containsExactly(3, 6);
    }

    /** A tag that begins a line ends the paragraph that HTML would go on with; one that is indented by four is code. */
    @Test
    void partsWhatATagShowsFromTheTextBehindIt() {
        assertThat(html(Templates.HUGO, "   {{< details summary=\"a\" >}}b{{< /details >}}\\n*c*"))
                .endsWith("<p><em>c</em></p>");
        assertThat(html(Templates.HUGO, "   {{< figure src=\"a.png\" >}} b\\n*c*"))
                .contains("<em>c</em>");
        assertThat(html(Templates.HUGO, "x {{< figure src=\"a.png\" >}}\\n*c*")).contains("<em>c</em>");
    }

    @Test
    void tellsOfFiftyKindsAndCountsEach() {
        var text = new StringBuilder();
        for (int number = 1; number <= 52; number++) {
            text.append("{{< own").append(number).append(" >}}\n");
        }
        text.append("{{< own1 >}}");
        TemplateTags.translate(text.toString(), site(Templates.HUGO), Markdown::code, false, notes::add);

        assertThat(notes).hasSize(50);
        assertThat(notes.getFirst().what()).startsWith("the tag {{< own1 >}} (2 times)");
    }

    /** Of an argument that is given twice, the first counts, as for the generators. */
    @Test
    void takesTheFirstOfTwoArguments() {
        assertThat(html(Templates.HUGO, "{{< youtube id=\"a\" id=\"b\" >}}")).contains("watch?v=a\"");
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, a.md",
        "a, a.md",
        "a/, a.md",
        "/posts/a/index.md, a/index.md",
        "/posts/a/_index.md, a/_index.md",
        "index.md, index.md",
        "a b (c).html#d, a%20b%20%28c%29.html#d",
        "'#d', '#d'",
        "a.TXT, a.TXT",
    })
    void namesTheFileOfAnArticle(String named, String file) {
        assertThat(Snippets.article(named)).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "figure, <figure><img",
        "img, <figure><img",
        "image, <figure><img",
        "youtube, youtube.com/watch?v=12",
        "youtubelite, youtube.com/watch?v=12",
        "youtube-lite, youtube.com/watch?v=12",
        "vimeo, vimeo.com/12",
        "vimeo_simple, vimeo.com/12",
        "instagram, instagram.com/p/12/",
        "instagram_simple, instagram.com/p/12/",
        "tweet, x.com/i/status/12",
        "twitter, x.com/i/status/12",
        "x, x.com/i/status/12",
        "x_simple, x.com/i/status/12",
        "twitter_simple, x.com/i/status/12",
        "YouTube, youtube.com/watch?v=12",
    })
    void knowsHugosByAllTheirNames(String name, String shown) {
        assertThat(html(Templates.HUGO, "{{< " + name + " 12 >}}")).contains(shown);
        assertThat(notes).isEmpty();
    }

    @Test
    void followsTenFilters() {
        String ten = " | safe".repeat(10);

        assertThat(html(Templates.JEKYLL, "{{ 'a'" + ten + " }}")).isEqualTo("<p>a</p>");
        assertThat(notes).isEmpty();
        assertThat(html(Templates.JEKYLL, "{{ 'a'" + ten + " | safe }}b")).isEqualTo("<p>b</p>");
        assertThat(notes).hasSize(1);
    }

    @Test
    void isNotMistakenByTildesInHighlightedCode() {
        assertThat(html(Templates.JEKYLL, "{% highlight sh %}\\n~~~\\n{% endhighlight %}\\n{{ site.baseurl }}/b"))
                .isEqualTo("<pre><code class=\"language-sh\">~~~\n</code></pre>\n<p>/blog/b</p>");
    }

    private String html(Templates language, String markdown) {
        var translation = TemplateTags.translate(lines(markdown), site(language), Markdown::code, false, notes::add);
        return Markdown.body(translation, "T", true, true).prose().html().replaceAll("\n{2,}(?=<(?!/code))", "\n");
    }

    private static Site site(Templates language) {
        return new Site(language, "A & B", "https://example.org/blog/", file -> "own/" + file, Markdown::inline);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
