package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.authoring.problem.Note;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What generators and editors add to Markdown. In the tables, {@code \n} is a line feed. */
class IdiomsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "```js title=\"a < b.js\"\\nx\\n``` => a &lt; b.js => js",
                "```js {1,3} title='a b' showLineNumbers\\nx\\n``` => a b => js",
                "```go {title=\"a.go\",linenos=true}\\nx\\n``` => a.go => go",
                "```go {linenos=true,filename=a.go}\\nx\\n``` => a.go => go",
                "```js:title=src/a.js {1}\\nx\\n``` => src/a.js => js",
            })
    void showsTheTitleOfCode(String markdown, String title, String language) {
        assertThat(html(markdown))
                .isEqualTo("<figure><figcaption>" + title + "</figcaption>\n<pre><code class=\"language-" + language
                        + "\">x\n</code></pre>\n</figure>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"```js\nx\n```", "```js subtitle=\"a\"\nx\n```", "```\ntitle=\"a\"\n```", "    title=\"a\""})
    void isNoTitleOfCode(String markdown) {
        assertThat(html(markdown)).doesNotContain("figure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            nullValues = "none",
            value = {
                "| a | b |\\n|---|---|\\n| 1 | 2 | 3 | 4 | => 3 | 4 => 3",
                "a | b\\n---|---\\n1 | 2 | 3 => 3 => 3",
                "| a | b |\\n|---|---|\\n| `x|y` | 1 | => 1 => 3",
                "> | a |\\n> |---|\\n> | b |\\n> | c | d | => d => 4",
                "| **你**好 | b |\\n|---|---|\\n| **你**好 | **好**。 | **是**。吗 | => **是**。吗 => 3",
                "| a | b |\\n|---|---|\\n| 1 | 2 |  | => none => 0",
                "| a | b |\\n|---|---|\\n| 1 | 2 | | => none => 0",
                "| a | b |\\n|---|---|\\n| 1 | 2\\n1 => none => 0",
                "| a | b |\\n|---|---|\\n| `x\\|y` | 1 | => none => 0",
                "| a | b |\\n|---|---|\\n|  | | => none => 0",
            })
    void tellsOfCellsThatHaveNoColumn(String markdown, @Nullable String lost, int line) {
        var notes = Markdown.body(lines(markdown), "", false, false).notes();

        if (lost == null) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes).singleElement().satisfies(note -> {
                assertThat(note.what()).contains("'" + lost + "'");
                assertThat(note.line(lines(markdown))).isEqualTo(line);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "## A {#own} => <h2 id=\"own\">A</h2>",
                "## A {#own .wide key=value} => <h2 id=\"own\">A</h2>",
                "## A {: #own } => <h2 id=\"own\">A</h2>",
                "## A\\n{: #own .x} => <h2 id=\"own\">A</h2>",
                "A {#own_id}\\n--- => <h2 id=\"own_id\">A</h2>",
                "## A {.unnumbered} => <h2 id=\"a\">A</h2>",
                "## A {/* #own */} => <h2 id=\"own\">A</h2>",
                "## B {#a}\\n## A => <h2 id=\"a\">B</h2>\\n<h2 id=\"a-1\">A</h2>",
                "## A\\n## A => <h2 id=\"a\">A</h2>\\n<h2 id=\"a-1\">A</h2>",
                "## The set {a, b} => <h2 id=\"the-set-a-b\">The set {a, b}</h2>",
                "## `x` — Über & 中文! => <h2 id=\"x--über--中文\"><code>x</code> — Über &amp; 中文!</h2>",
                "Text\\n{: .class #id} => <p>Text</p>",
                "{: .class}\\nText => <p>Text</p>",
                "- a\\n- b\\n{: .class} => <ul>\\n<li>a</li>\\n<li>b</li>\\n</ul>",
                "> a\\n{: .prompt-tip } => <blockquote>\\n<p>a</p>\\n</blockquote>",
                "[a](b){:target=\"_blank\"} c => <p><a href=\"b\">a</a> c</p>",
                "[a](b){target=_blank} c => <p><a href=\"b\">a</a> c</p>",
                "![a](b.png){: width=\"10\" .left} => <p><img src=\"b.png\" alt=\"a\"></p>",
                "*a*{: .x} b => <p><em>a</em> b</p>",
                "*f*{n=1} => <p><em>f</em>{n=1}</p>",
                "{::options parse_block_html=\"true\" /}\\n\\nText => <p>Text</p>",
                "a\\n\\n{::comment}\\nb\\n\\n- c\\n{:/comment}\\n\\nd => <p>a</p>\\n<p>d</p>",
                "{::comment}\\na\\n{:/}\\nb => <p>b</p>",
                "> {::comment}\\n> a\\n> {:/comment}\\n> b => <blockquote>\\n<p>b</p>\\n</blockquote>",
                "{::comment}\\na => <p>a</p>",
                "{:comment}\\na\\n{:/comment} => <p>a</p>",
                "```\\n{::comment}\\na\\n{:/comment}\\n``` => <pre><code>{::comment}\\na\\n{:/comment}\\n</code></pre>",
                "{:en: title=\"a\"}\\n\\nText => <p>Text</p>",
                "`{: .x}` => <p><code>{: .x}</code></p>",
                "```\\n{: .x}\\n``` => <pre><code>{: .x}\\n</code></pre>",
                "a\\n\\n    {: .x} => <p>a</p>\\n<pre><code>{: .x}\\n</code></pre>",
                "A set {1, 2} => <p>A set {1, 2}</p>",
                "{a} => <p>{a}</p>",
            })
    void takesAttributesOutAndGivesHeadingsTheirIds(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo(lines(html));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "\\n    :::python\\n    print(1) => <pre><code class=\"language-python\">print(1)\\n</code></pre>",
                "a\\n\\n    :::c++ hl_lines=\"1\"\\n    x\\n\\n    y => <p>a</p>\\n<pre><code class=\"language-c++\">x\\n\\ny\\n</code></pre>",
                "\\n    a\\n    :::python => <pre><code>a\\n:::python\\n</code></pre>",
                "<div class=\"a\" markdown=\"1\">\\n*a*\\n\\n- b\\n</div>\\n\\nc => <div><p><em>a</em></p><ul><li>b</li></ul></div><p>c</p>",
                "<details markdown=1>\\n<summary>a</summary>\\n\\n*b*\\n</details> => <details><summary>a</summary><p><em>b</em></p></details>",
                "<div>\\n*a*\\n</div> => <div>*a*</div>",
                "<div class=\"markdown\">\\n*a*\\n</div> => <div>*a*</div>",
                "{::nomarkdown}\\n<div>*a*</div>\\n{:/nomarkdown} => <div>*a*</div>",
                "<div>a</div>\\n{: .x} => <div>a</div>",
                "<pre>\\n{: .x}\\n</pre> => <pre>{: .x}</pre>",
                "a <b className={x} title=\"c\">d</b> => <p>a <b title=\"c\">d</b></p>",
                "<em style={{color: '}'}} {...props}>a</em> => <p><em>a</em></p>",
                "<em\\n  values={[\\n    {a: 'b'},\\n  ]}>c</em> => <p><em>c</em></p>",
                "<br clear={x} /> a => <p><br> a</p>",
                "<Foo a={b} /> c => <p> c</p>",
                "<Foo.Bar a=\"b\">c</Foo.Bar> => <p>c</p>",
                "<Foo.Bar a=\"b\">c</Foo.Bar></Foo.Bar> => <p>c&lt;/Foo.Bar&gt;</p>",
                "<audio src=\"https://e.org/a.mp3\" />\\n\\na => <audio src=\"https://e.org/a.mp3\" controls></audio><p>a</p>",
                "<Foo.Bar /> c => <p> c</p>",
                "<Foo.Bar a={b}>c</Foo.Bar> => <p>c</p>",
                "Set<Map.Entry> in <Foo.md> </Foo.Bar> => <p>Set&lt;Map.Entry&gt; in &lt;Foo.md&gt; &lt;/Foo.Bar&gt;</p>",
                "<www.example.org> <a.txt b=\"c\"> => <p>&lt;<a href=\"http://www.example.org\">www.example.org</a>&gt; &lt;a.txt b=&quot;c&quot;&gt;</p>",
                "\\n    :::note\\n    a\\n    ::: => <pre><code>:::note\\na\\n:::\\n</code></pre>",
                "a {/* b */} c => <p>a  c</p>",
                "a\\n\\n{/* b\\nc */}\\n\\nd => <p>a</p>\\n<p>d</p>",
                "`{/* b */}` {/* c => <p><code>{/* b */}</code> {/* c</p>",
                "\\n    #!python\\n    a => <pre><code class=\"language-python\">a\\n</code></pre>",
                "\\n    #!/bin/sh\\n    a => <pre><code>#!/bin/sh\\na\\n</code></pre>",
                "HTML HTML5 (HTML)\\n\\n*[HTML]: a\\n*[HTML]: b => <p><abbr title=\"a\">HTML</abbr> HTML5 (<abbr title=\"a\">HTML</abbr>)</p>",
                "The HTML of HTMLs\\n\\n*[HTML]: Hyper \"x\" => <p>The <abbr title=\"Hyper &quot;x&quot;\">HTML</abbr> of HTMLs</p>",
                "*[a]: b\\n*[c d]: e\\nA *c d* `a` a => <p>A <em><abbr title=\"e\">c d</abbr></em> <code>a</code> <abbr title=\"b\">a</abbr></p>",
                "A\\n*[a]: b => <p>A\\n*[a]: b</p>",
                "<video controls src={v} />\\n\\na => <video controls></video><p>a</p>",
                "<video src=\"https://e.org/v.mp4\" />\\n\\na => <video src=\"https://e.org/v.mp4\" controls></video><p>a</p>",
                "<iframe src=\"https://e.org/\" />\\n\\na => <p><a href=\"https://e.org/\">https://e.org/</a></p><p>a</p>",
                "<pre>\\n<b c=\"{d}\">x</b> y={z}\\n</pre> => <pre><b>x</b> y={z}</pre>",
                "`<b c={d}>` => <p><code>&lt;b c={d}&gt;</code></p>",
                "a <b {c} d => <p>a &lt;b {c} d</p>",
                "a <b c={d => <p>a &lt;b c={d</p>",
            })
    void readsWhatPythonsAndKramdownsMarkdownAndMdxAdd(String markdown, String html) {
        assertThat(html(markdown).replaceAll("(?<=>)\\n(?=<)|(?<=>)\\n(?=[*{])|(?<=[*}])\\n(?=<)", ""))
                .isEqualTo(lines(html).replaceAll("(?<=>)\\n(?=<)", ""));
    }

    @Test
    void saysOnceWhatJavaScriptIsMissing() {
        var notes = body("a <img src={b} alt=\"c\" /> <img src={d} />").notes();
        assertThat(notes)
                .extracting(Note::what)
                .containsExactly("what stands in braces in <img> was left out, for scripts do not work in feeds");
    }

    @Test
    void takesLinksOutToPagesThatOnlyPelicanMakes() {
        String markdown = "a\\n[*b*]({tag}c), [d](|category|e), [f]({filename}g.md), [h]({index}), [i](|author|j)";
        var body = body(markdown);
        assertThat(body.prose().html())
                .startsWith("<p>a\n<em>b</em>, d, <a href=")
                .endsWith(", h, i</p>");
        assertThat(body.notes()).hasSize(4);
        assertThat(body.notes().getFirst().what())
                .startsWith("the link to '{tag}c' leads to a page that is not made here");
        assertThat(body.notes().getFirst().line(lines(markdown))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[TOC]\\n\\nText",
                "[toc]\\n\\nText",
                "[[toc]]\\n\\nText",
                "[[_TOC_]]\\n\\nText",
                "* TOC\\n{:toc}\\n\\nText",
                "1. This is replaced\\n{: toc .x}\\n\\nText",
                "<!-- toc -->\\n\\nText",
            })
    void takesTablesOfContentsOut(String markdown) {
        assertThat(html(markdown)).isEqualTo("<p>Text</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "- [ ] a\\n- [x] b\\n- [X] c => <ul>\\n<li>☐ a</li>\\n<li>☑ b</li>\\n<li>☑ c</li>\\n</ul>",
                "- [x] a\\n\\n- [ ] b => <ul>\\n<li>\\n<p>☑ a</p>\\n</li>\\n<li>\\n<p>☐ b</p>\\n</li>\\n</ul>",
                "- [x](y) => <ul>\\n<li><a href=\"y\">x</a></li>\\n</ul>",
                "a [x] b => <p>a [x] b</p>",
            })
    void showsTasksBySigns(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo(lines(html));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "> [!NOTE]\\n> Text => Note|<p>Text</p>",
                "> [!WARNING]\\n>\\n> Text => Warning|<p>Text</p>",
                "> [!tip]- My *own* title\\n> Text => My <em>own</em> title|<p>Text</p>",
                "> [!IMPORTANT] \\n> Text => Important|<p>Text</p>",
                "> [!faq]+ Why?\\n> Text => Why?|<p>Text</p>",
                ":::note\\nText\\n::::: => Note|<p>Text</p>",
                "::::info\\nText\\n:::: => Info|<p>Text</p>",
                "??? question\\n    Text => Question|<p>Text</p>",
                ":::note\\nText\\n::: => Note|<p>Text</p>",
                ":::tip[My *own*]\\n\\nText\\n\\n::: => My <em>own</em>|<p>Text</p>",
                ":::tip My *own*\\nText\\n::: => My <em>own</em>|<p>Text</p>",
                "::: warning\\nText\\n::: => Warning|<p>Text</p>",
                "::: {.callout-caution title=\"Hot\"}\\nText\\n::: => Hot|<p>Text</p>",
                "!!! note\\n    Text => Note|<p>Text</p>",
                "!!! danger highlight \"Do *not*\"\\n    Text => Do <em>not</em>|<p>Text</p>",
                "???+ info\\n\\n    Text => Info|<p>Text</p>",
            })
    void setsNotesApartWithTheirTitle(String markdown, String parts) {
        assertThat(html(markdown))
                .isEqualTo("<blockquote>\n<p><strong>" + parts.replace("|", "</strong></p>\n") + "\n</blockquote>");
    }

    @Test
    void setsNotesApartInEachOther() {
        String inner = "<blockquote>\n<p><strong>Tip</strong></p>\n<p>b</p>\n</blockquote>";
        String expected = "<blockquote>\n<p><strong>Note</strong></p>\n<p>a</p>\n" + inner
                + "\n<p>c</p>\n</blockquote>\n<p>d</p>";
        assertThat(html("::::note\\na\\n:::tip\\nb\\n:::\\nc\\n::::\\n\\nd")).isEqualTo(expected);
        assertThat(html(":::note\\na\\n:::tip\\nb\\n:::\\nc\\n:::\\n\\nd")).isEqualTo(expected);
        assertThat(html("!!! note\\n    a\\n\\n    !!! tip\\n        b\\n\\n    c\\n\\nd"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                ":::note\\nText => <p>:::note</p>\\n<p>Text</p>",
                "!!! wow => <p>!!! wow</p>",
                "::: => <p>:::</p>",
                "```\\n:::note\\n::: \\n!!! note\\n> [!NOTE]\\n``` => <pre><code>:::note\\n::: \\n!!! note\\n&gt; [!NOTE]\\n</code></pre>",
                ":::note\\n```\\n:::\\n```\\n::: => <blockquote>\\n<p><strong>Note</strong></p>\\n<pre><code>:::\\n</code></pre>\\n</blockquote>",
                "> a\\n> [!NOTE] => <blockquote>\\n<p>a\\n[!NOTE]</p>\\n</blockquote>",
                "What?! => <p>What?!</p>",
                "3~5 and ~x~ => <p>3~5 and ~x~</p>",
                "10^6^ and a == b == c => <p>10^6^ and a == b == c</p>",
                "Term\\n: Meaning => <p>Term\\n: Meaning</p>",
            })
    void leavesWhatIsNoneAsItWasWritten(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo(lines(html));
    }

    @Test
    void keepsTheTextOfABlockOfAnUnknownKindAndSaysSo() {
        var body = body(":::tabs\\nText\\n:::");
        assertThat(body.prose().html()).isEqualTo("<p>Text</p>");
        assertThat(body.notes()).extracting(Note::sign).containsExactly(":::tabs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Text *a*.\\n\\nMore.\\n\\n<!--more-->\\n\\nRest => Text a. More.|<p>Text <em>a</em>.</p>\\n<p>More.</p>\\n<p>Rest</p>",
                "Text <!-- more --> rest => Text|<p>Text  rest</p>",
                "Text\\n\\n<!--more Read on-->\\n\\nRest => Text|<p>Text</p>\\n<p>Rest</p>",
                "Text\\n\\n<!-- truncate -->\\n\\nRest => Text|<p>Text</p>\\n<p>Rest</p>",
                "Text[^1]\\n\\n<!--more-->\\n\\n[^1]: Note => Text|<p>Text<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup></p>\\n<section>\\n<ol>\\n<li id=\"fn-1\">\\n<p>Note <a href=\"#fnref-1\">↩</a></p>\\n</li>\\n</ol>\\n</section>",
                "Text\\n\\n{/* truncate */}\\n\\nRest => Text|<p>Text</p>\\n<p>Rest</p>",
                "10<sup>6</sup> t\\n\\n<!--MORE-->\\n\\nRest => 10⁶ t|<p>10<sup>6</sup> t</p>\\n<p>Rest</p>",
            })
    void takesWhatStandsBeforeTheMarkForTheSummary(String markdown, String parts) {
        var body = body(markdown);
        assertThat(body.summary()).isEqualTo(parts.substring(0, parts.indexOf('|')));
        assertThat(body.prose().html().replace("\n\n", "\n")).isEqualTo(lines(parts.substring(parts.indexOf('|') + 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--more-->\\n\\nRest",
                "Text `<!--more-->` rest",
                "Text\\n\\n    <!--more-->",
                "Text\\n\\n<!-- more of this later -->\\n\\nRest",
                "Text",
            })
    void takesNoSummaryWithoutAMark(String markdown) {
        assertThat(body(markdown).summary()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "# A *title* {#x}\\n\\nText => A title|<p>Text</p>",
                "A title\\n===\\n\\nText => A title|<p>Text</p>",
                "![a](b.png)\\n\\n# 10<sup>6</sup>\\n\\nText => 10⁶|<p><img src=\"b.png\" alt=\"a\"></p>\\n<p>Text</p>",
            })
    void offersTheFirstHeadingAsTheTitle(String markdown, String parts) {
        var body = Markdown.body(lines(markdown), "", true, true);
        assertThat(body.heading() + "|" + body.prose().html()).isEqualTo(lines(parts));
    }

    @Test
    void offersNoHeadingWhereATitleIsStated() {
        var body = Markdown.body("# Other\n\nText", "Title", true, true);
        assertThat(body.heading()).isNull();
        assertThat(body.prose().html()).contains("Other");
    }

    @Test
    void takesLinesOfJavaScriptAtTheTopOut() {
        var body = body(
                "import Tabs from '@theme/Tabs';\\nimport {\\n  a\\n} from \"b\"\\n\\nexport const x = 1;\\n\\nText\\n\\nimport a from 'b'");
        assertThat(body.prose().html()).isEqualTo("<p>Text</p>\n<p>import a from 'b'</p>");
        assertThat(body.notes()).extracting(Note::sign).containsExactly("import Tabs from '@theme/Tabs';");
        assertThat(html("import taxes rise from 'today'")).contains("import taxes");
        assertThat(html("export const matters to us")).contains("export const");
        assertThat(html("export default layout(a)\\n\\nText")).isEqualTo("<p>Text</p>");
        assertThat(html("export function a() {}\\n\\nText")).isEqualTo("<p>Text</p>");
    }

    private static String html(String markdown) {
        return body(markdown).prose().html();
    }

    private static Body body(String markdown) {
        return Markdown.body(lines(markdown), "T", true, true);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
