package org.feedwright.imports.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.imports.Import;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportTarget;
import org.feedwright.imports.ImportedMedia;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordpressExportTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Path EXPORT = Path.of("src/test/resources/imports/wordpress.xml");
    private static final WordpressOptions USUAL = new WordpressOptions(Set.of("post"), false, false, null);

    @TempDir
    private Path folder;

    private ImportReport run(Path export, WordpressOptions options) throws IOException {
        return Import.run(
                new WordpressExport(export, options),
                new ImportTarget(folder, new FeedName("log"), false),
                ImportedMedia.left(),
                NOW,
                _ -> {});
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("log").resolve(name));
    }

    /** An export with one post. */
    private Path export(String body, String more) throws IOException {
        return Files.writeString(folder.resolve("export.xml"), """
                <?xml version="1.0"?>
                <rss xmlns:wp="http://wordpress.org/export/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel><title>Log</title><link>http://log.example</link><wp:wxr_version>1.0</wp:wxr_version>
                <item><title>One</title><link>http://log.example/one/</link><guid>one</guid>
                <content:encoded><![CDATA[%s]]></content:encoded>
                <wp:post_id>1</wp:post_id><wp:post_date>2020-01-01 10:00:00</wp:post_date>
                <wp:post_date_gmt>2020-01-01 10:00:00</wp:post_date_gmt><wp:post_name>one</wp:post_name>
                <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>%s</item></channel></rss>
                """.formatted(body, more));
    }

    private String body(String stored) throws IOException {
        run(export(stored, ""), USUAL);
        String file = file("2020-01-01-one.html");
        return file.substring(file.indexOf("\n---\n") + 5).strip();
    }

    @Test
    void keepsWhatReadersKnowOfAPost() throws IOException {
        run(EXPORT, USUAL);

        assertThat(file("2020-03-11-spring-tide.html")).startsWith("""
                ---
                title: Spring tide – and a low bridge
                published: 2020-03-11T00:30:00+02:00
                updated: 2020-04-01T10:00:00+02:00
                id: http://ferry.example/blog/?p=101
                aliases:
                - /blog/2020/03/spring-tide/
                - /blog/?p=101
                authors:
                - Ann O'Hara
                categories:
                - Tides & Moon
                - 潮
                summary: The bridge was low & we waited.
                image:
                  url: https://ferry.example/blog/wp-content/uploads/2020/03/bridge.jpg
                  alt: Bridge & boat
                enclosures:
                - url: https://ferry.example/blog/wp-content/uploads/tide.mp3
                  type: audio/mpeg
                  length: 123456
                ---
                """);
    }

    @Test
    void makesTheBodyOfTheClassicEditorHtml() throws IOException {
        run(EXPORT, USUAL);

        assertThat(file("2020-03-11-spring-tide.html")).endsWith("""
                ---
                <p>The bridge was <strong>low</strong>.<br>
                We waited.</p>
                <figure><a href="https://ferry.example/blog/wp-content/uploads/2020/03/bridge.jpg"><img\
                 src="https://ferry.example/blog/wp-content/uploads/2020/03/bridge-300x200.jpg" alt="A bridge" width="300"\
                 height="200" /></a><figcaption>The bridge at <em>low</em> water</figcaption>
                </figure>

                <!--more-->

                <pre>
                 07:00   high

                 13:10   low
                </pre>

                <figure><img src="https://ferry.example/blog/wp-content/uploads/2020/03/bridge.jpg" alt="Bridge &amp; boat">\
                <figcaption>The bridge</figcaption>
                </figure>

                <figure><img src="https://ferry.example/blog/wp-content/uploads/2020/03/boat.jpg" alt=""></figure>

                <p><a href="https://video.example/watch?v=1&amp;t=2">https://video.example/watch?v=1&amp;t=2</a></p>
                <p>[contact-form-7 id="12" title="Write"] and [sic] and [gallery] stay.</p>
                """);
    }

    @Test
    void takesTheEditorsBlocksOutAndReusableOnesIn() throws IOException {
        run(EXPORT, USUAL);

        assertThat(file("2021-05-01-blocks.html"))
                .contains("authors:\n- Bert Lund\n- Guest Writer\n")
                .doesNotContain("updated:")
                .endsWith("""
                ---
                <p>One paragraph,
                in two lines.</p>

                <!--more-->

                <figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
                <p><a href="https://video.example/2">https://video.example/2</a></p>
                </div></figure>

                <pre class="wp-block-code"><code>echo "[gallery ids=1]"

                https://video.example/3
                </code></pre>

                <p>Reused words.</p>
                """);
    }

    @Test
    void neverPublishesWhatWasNotPublic() throws IOException {
        var report = run(EXPORT, USUAL);

        for (String name : new String[] {"2025-12-01-a-draft", "2022-01-01-private", "2022-02-01-word"}) {
            assertThat(file(name + ".html")).as(name).contains("\ndraft: true\n");
        }
        assertThat(report.lines()).contains("published: 3", "scheduled: 1", "drafts: 3");
        run(EXPORT, new WordpressOptions(Set.of("post"), false, false, ZoneId.of("Europe/Berlin")));
        assertThat(file("2025-12-01-a-draft.html")).contains("published: 2025-12-01T10:00:00+01:00");
    }

    @Test
    void tellsWhatItLeavesOut() throws IOException {
        var report = run(EXPORT, USUAL);

        assertThat(report.lines())
                .contains(
                        "ids kept: 7",
                        "former addresses: 12",
                        "not taken; attachments: 2, comments: 1, drafts that nobody has saved: 1, in the trash: 1, menu"
                                + " items: 1, pages (--pages takes them): 1, reusable blocks (they stand in the articles"
                                + " that show them): 1, terms of 'post_format': 1",
                        "not understood, left as it is: [contact-form-7] in 'Spring tide – and a low bridge'")
                .containsSequence(
                        "the block latest-posts, which WordPress makes anew for each reader, is left out of:",
                        "  Blocks")
                .containsSequence("galleries of which the export lacks pictures:", "  Spring tide – and a low bridge")
                .containsSequence("drafts, because they have a password there:", "  2022-02-01-word.html");
    }

    @Test
    void writesTheDefinitionOfTheFeed() throws IOException {
        run(EXPORT, USUAL);

        assertThat(file("feed.yaml")).isEqualTo("""
                title: The Ferry Log & Notes
                subtitle: Boats, tides, timetables
                home: https://ferry.example/blog
                language: en-GB
                formerly-at:
                - /blog/feed/
                - /blog/feed/atom/
                """);
    }

    @Test
    void takesPagesMailAndLinksWhereItIsTold() throws IOException {
        run(EXPORT, new WordpressOptions(Set.of("post", "page"), true, true, null));

        assertThat(file("2019-01-01-about.html"))
                .contains("link: https://ferry.example/blog/about/\n", "  email: ann@ferry.example\n")
                .doesNotContain("aliases");
        assertThat(file("feed.yaml")).doesNotContain("formerly-at");
    }

    @Test
    void keepsMailToItselfOtherwise() throws IOException {
        run(EXPORT, USUAL);

        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content().doesNotContain("@ferry.example");
            }
        }
    }

    @Test
    void inventsNoTitleOfANote() throws IOException {
        var report = run(EXPORT, USUAL);

        assertThat(file("2023-01-01-107.html")).startsWith("---\nuntitled: true\npublished: 2023-01-01T");
        assertThat(report.lines()).containsSequence("notes, without a title there and here:", "  2023-01-01-107.html");
    }

    @Test
    void keepsTheFootnotesThatStandBesideTheText() throws IOException {
        String notes =
                "[{\"content\":\"The <em>first<\\/em> \\u00fc\",\"id\":\"a-1\"},{\"content\":\"Two\",\"id\":\"b\"}]";
        var report = run(
                export(
                        """
                        <!-- wp:paragraph --><p>A<sup data-fn="a-1" class="fn"><a href="#a-1" id="a-1-link">1</a></sup></p>\
                        <!-- /wp:paragraph -->

                        <!-- wp:footnotes /-->""",
                        "<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[" + notes
                                + "]]></wp:meta_value></wp:postmeta>"),
                USUAL);

        assertThat(file("2020-01-01-one.html")).endsWith("""
                <ol class="wp-block-footnotes">
                <li id="a-1">The <em>first</em> ü <a href="#a-1-link">↩︎</a></li>
                <li id="b">Two <a href="#b-link">↩︎</a></li>
                </ol>
                """);
        assertThat(report.lines()).noneMatch(line -> line.contains("left out"));
    }

    @Test
    void keepsTheAddressesOfProfiles() throws IOException {
        var report = run(export("""
                        <!-- wp:social-links --><ul><!-- wp:social-link {"url":"https://m.example/@ann?a=1\\u0026b","service":"mastodon"} /-->\
                        <!-- wp:social-link {"url":"https://b.example/","label":"B \\u003c","service":"x"} /-->\
                        <!-- wp:social-link {"service":"x"} /--><!-- wp:social-link /--></ul><!-- /wp:social-links -->""", ""), USUAL);

        assertThat(file("2020-01-01-one.html"))
                .endsWith("<ul><li><a href=\"https://m.example/@ann?a=1&amp;b\">mastodon</a></li>"
                        + "<li><a href=\"https://b.example/\">B &lt;</a></li></ul>\n");
        assertThat(report.lines())
                .containsSequence(
                        "the block social-link, which WordPress makes anew for each reader, is left out of:", "  One")
                .containsOnlyOnce("  One");
    }

    @Test
    void namesFootnotesThatTheExportLacks() throws IOException {
        var report = run(export("<!-- wp:footnotes /-->", ""), USUAL);

        assertThat(report.lines())
                .containsSequence(
                        "the block footnotes, which WordPress makes anew for each reader, is left out of:", "  One");
    }

    /** WordPress has a category for what has none; its address stays when somebody gives it a name. */
    @Test
    void keepsTheNameThatSomebodyGaveToTheUsualCategory() throws IOException {
        run(
                export(
                        "x",
                        "<category domain='category' nicename='uncategorized'>News</category>"
                                + "<category domain='category' nicename='other'>Uncategorized</category>"
                                + "<category domain='post_tag' nicename='uncategorized'>未分類</category>"),
                USUAL);

        assertThat(file("2020-01-01-one.html")).contains("categories:\n- News\n---\n");
    }

    @Test
    void namesThePostsWhoseFeaturedImageTheExportLacks() throws IOException {
        String meta =
                "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>%s</wp:meta_value></wp:postmeta>";

        assertThat(run(export("x", meta.formatted("77")), USUAL).lines())
                .containsSequence(
                        "with a featured image that the export lacks; export all content, and import again:",
                        "  2020-01-01-one.html");
        assertThat(run(export("x", meta.formatted("-1")), USUAL).lines())
                .noneMatch(line -> line.contains("featured image"));
    }

    @Test
    void takesTheFeaturedImageThatWasNotedLastAndEachEnclosure() throws IOException {
        String meta = "<wp:postmeta><wp:meta_key>%s</wp:meta_key><wp:meta_value>%s</wp:meta_value></wp:postmeta>";
        run(
                export(
                        "x",
                        meta.formatted("_thumbnail_id", "77")
                                + meta.formatted("_thumbnail_id", "1a")
                                + meta.formatted("enclosure", "http://log.example/1.mp3\n5\naudio/mpeg")
                                + meta.formatted("enclosure", "http://log.example/2.mp3\n6\nAUDIO/MPEG\na:1:{}")
                                + meta.formatted("enclosure", "http://log.example/1.mp3\n5\naudio/mpeg")
                                + TagsInSquareBrackets.FILES),
                USUAL);

        assertThat(file("2020-01-01-one.html")).contains("image: http://log.example/a.jpg\n", """
                enclosures:
                - url: http://log.example/1.mp3
                  type: audio/mpeg
                  length: 5
                - url: http://log.example/2.mp3
                  type: audio/mpeg
                  length: 6
                ---
                """);
    }

    @Test
    void knowsCoAuthorsByTheirLogin() throws IOException {
        run(
                export(
                        "x",
                        "<category domain='author' nicename='cap-ann'>ann at work</category></item><wp:author>"
                                + "<wp:author_login>ann</wp:author_login><wp:author_display_name>Ann Tide</wp:author_display_name>"
                                + "</wp:author><item><wp:post_type>revision</wp:post_type>"),
                USUAL);

        assertThat(file("2020-01-01-one.html")).contains("authors:\n- Ann Tide\n---\n");
    }

    @Test
    void putsReusableBlocksIntoReusableBlocks() throws IOException {
        String block = "</item><item><wp:post_type>wp_block</wp:post_type><wp:post_id>%d</wp:post_id>"
                + "<content:encoded><![CDATA[%s]]></content:encoded>";
        var report = run(
                export(
                        "<!-- wp:block {\"ref\":7} /-->",
                        block.formatted(7, "<p>Outer</p><!-- wp:block {\"ref\":8} /-->")
                                + block.formatted(8, "<p>Inner</p><!-- wp:block {\"ref\":7} /-->")),
                USUAL);

        assertThat(file("2020-01-01-one.html")).contains("<p>Outer</p><p>Inner</p><p>Outer</p>");
        assertThat(report.lines())
                .containsSequence(
                        "the block block, which WordPress makes anew for each reader, is left out of:", "  One");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02 00:00:00, 2020-01-02T00:00:00+14:00",
        "2020-01-02 00:15:00, 2020-01-01T10:00:00Z",
        "2020-01-01 15:45:00, 2020-01-01T15:45:00+05:45",
        "2020-01-01 10:07:00, 2020-01-01T10:00:00Z",
        "0000-00-00 00:00:00, 2020-01-01T10:00:00Z",
    })
    void seesTheZoneByBothDates(String local, String published) throws IOException {
        var export = export("x", "");
        Files.writeString(
                export,
                Files.readString(export).replace("<wp:post_date>2020-01-01 10:00:00", "<wp:post_date>" + local));
        run(export, USUAL);

        assertThat(file(published.substring(0, 10) + "-one.html")).contains("published: " + published + "\n");
    }

    /** On a network of sites, the two addresses differ. */
    @Test
    void takesTheAddressOfTheBlogAndNotThatOfTheNetwork() throws IOException {
        var export = export("x", "");
        Files.writeString(
                export,
                Files.readString(export)
                        .replace(
                                "</title><link>",
                                "</title><wp:base_site_url>http://net.example</wp:base_site_url>"
                                        + "<wp:base_blog_url>http://net.example/log</wp:base_blog_url><link>"));
        run(export, USUAL);

        assertThat(file("feed.yaml")).contains("home: http://net.example/log\n", "- /log/feed/\n");
    }

    @Test
    void leadsFromThePagesOwnNumber() throws IOException {
        var export = export("x", "");
        Files.writeString(export, Files.readString(export).replace(">post</wp:post_type>", ">page</wp:post_type>"));
        run(export, new WordpressOptions(Set.of("page"), false, false, null));

        assertThat(file("2020-01-01-one.html")).contains("aliases:\n- /one/\n- /?page_id=1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\n\n", "\uFEFF \r\n\t\uFEFF"})
    void readsWhatPluginsHavePrintedBeforeIt(String before) throws IOException {
        var export = export("x", "");
        Files.writeString(export, before + Files.readString(export));
        run(export, USUAL);

        assertThat(file("2020-01-01-one.html")).endsWith("<p>x</p>\n");
    }

    @Test
    void readsTheEncodingThatTheFileStates() throws IOException {
        var export = export("caf\u00E9", "");
        Files.writeString(
                export,
                Files.readString(export).replace("version=\"1.0\"", "version=\"1.0\" encoding=\"ISO-8859-1\""),
                StandardCharsets.ISO_8859_1);
        run(export, USUAL);

        assertThat(file("2020-01-01-one.html")).endsWith("<p>caf\u00E9</p>\n");
    }

    @Nested
    class TagsInSquareBrackets {
        private static final String FILES = Stream.of("a.jpg", "b.mp3", "c.mp4", "d.pdf", "e.PNG?x=1")
                .map(name -> "</item><item><wp:post_id>1" + name.charAt(0)
                        + "</wp:post_id><wp:post_parent>1</wp:post_parent>"
                        + "<wp:post_type>attachment</wp:post_type><wp:attachment_url>http://log.example/" + name
                        + "</wp:attachment_url>")
                .collect(Collectors.joining());

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                [gallery]                       | <img src="http://log.example/a.jpg" alt=""> <img src="http://log.example/e.PNG?x=1" alt="">
                [gallery exclude="7,1a"]        | <img src="http://log.example/e.PNG?x=1" alt="">
                [playlist]                      | <audio controls src="http://log.example/b.mp3"></audio>
                [playlist type="video"]         | <video controls src="http://log.example/c.mp4"></video>
                [playlist type="video" ids="1c"] | <video controls src="http://log.example/c.mp4"></video>
                [gallery ids="1d, 1a"]          | <a href="http://log.example/d.pdf">http://log.example/d.pdf</a> <img src="http://log.example/a.jpg" alt="">
                """)
        void showEachFileAsWhatItIs(String stored, String html) throws IOException {
            run(export(stored, FILES), USUAL);

            String file = file("2020-01-01-one.html");
            assertThat(file.substring(file.indexOf("\n---\n") + 5)
                            .replaceAll("</?figure>", "")
                            .strip()
                            .replaceAll("\\s*\n\\s*", " "))
                    .isEqualTo(html);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                [embed]https://v.example/1[/embed]        | <p><a href="https://v.example/1">https://v.example/1</a></p>
                [audio src="https://a.example/b.mp3"]     | <figure><audio controls src="https://a.example/b.mp3"></audio></figure>
                [audio mp3="https://a.example/b.mp3"][/audio] | <figure><audio controls src="https://a.example/b.mp3"></audio></figure>
                [video mp4="https://a.example/b.mp4" poster="https://a.example/b.jpg"] | <figure><video controls src="https://a.example/b.mp4" poster="https://a.example/b.jpg"></video></figure>
                [youtube https://youtu.be/abc]            | <p><a href="https://youtu.be/abc">https://youtu.be/abc</a></p>
                [youtube=https://youtu.be/abc&w=3]        | <p><a href="https://youtu.be/abc&amp;w=3">https://youtu.be/abc&amp;w=3</a></p>
                [youtube id="a_b-c"]                      | <p><a href="https://www.youtube.com/watch?v=a_b-c">https://www.youtube.com/watch?v=a_b-c</a></p>
                [vimeo 123]                               | <p><a href="https://vimeo.com/123">https://vimeo.com/123</a></p>
                [wp_caption caption="Old"]<img src="a.jpg">[/wp_caption] | <figure><img src="a.jpg"><figcaption>Old</figcaption></figure>
                [code language="java"]a < b[/code]        | <pre><code class="language-java">a &lt; b</code></pre>
                [audio src="javascript:alert(1)"]         | <p>[audio src="javascript:alert(1)"]</p>
                [embed]javascript:alert(1)[/embed]        | <p>[embed]javascript:alert(1)[/embed]</p>
                [audio src="https://a.example/b.mp3" /] x [/audio] | <figure><audio controls src="https://a.example/b.mp3"></audio></figure>¶<p>x [/audio]</p>
                [audio\u00A0src="https://a.example/b.mp3"] | <figure><audio controls src="https://a.example/b.mp3"></audio></figure>
                [embed src="https://v.example/it's"]      | <p><a href="https://v.example/it&apos;s">https://v.example/it&apos;s</a></p>
                [caption caption="Old"]<img src="a.jpg"> New[/caption] | <figure><img src="a.jpg"><figcaption>New</figcaption></figure>
                [code]a &lt; b[/code]                     | <pre><code>a &lt; b</code></pre>
                <script>a[gallery]</script>               | <script>a[gallery]</script>
                <code>[gallery]</code>                    | <p><code>[gallery]</code></p>
                [gallery                                  | <p>[gallery</p>
                [[/caption]]                              | <p>[/caption]</p>
                """)
        void becomeHtml(String stored, String html) throws IOException {
            assertThat(body(stored).replace("\n</figure>", "</figure>").replaceAll("\\n+", "¶"))
                    .isEqualTo(html);
        }

        @Test
        void areNamedWhereNobodyKnowsThem() throws IOException {
            var report = run(
                    export(
                            "[sic] [Update] [1] [toggle a=\"b\"]x[/toggle] [vc_row]y[/vc_row] [Tweet 456] [tweet] [see 3]",
                            ""),
                    USUAL);

            assertThat(report.lines().stream().filter(line -> line.startsWith("not understood")))
                    .containsExactly(
                            "not understood, left as it is: [Tweet] in 'One'",
                            "not understood, left as it is: [toggle] in 'One'",
                            "not understood, left as it is: [vc_row] in 'One'");
        }

        @Test
        void takeNoTimeHoweverTheyAreBroken() throws IOException {
            for (String part :
                    new String[] {"[caption ", "[a b=\"", "[embed]", "<pre>[", "[[", "<!-- wp:x ", "<p", "\n\n<"}) {
                assertThat(body(part.repeat(20_000))).as(part).isNotNull();
            }
        }
    }

    @Nested
    class Export {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss>&b;</rss>",
                    "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><rss><channel><title>&a;</title></channel></rss>",
                    "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\"><rss/>",
                    "<rss><channel><title>Any feed</title></channel></rss>",
                    "not XML",
                    ""
                })
        void isRefusedWhereItIsNoneOrWouldReachOut(String xml) throws IOException {
            Path file = Files.writeString(folder.resolve("export.xml"), xml);

            assertThatThrownBy(() -> new WordpressExport(file, USUAL))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("export.xml")
                    .hasMessageNotContaining("hostname:");
        }

        @Test
        void isRefusedWhereItIsNestedWithoutEnd() throws IOException {
            Path file = Files.writeString(folder.resolve("export.xml"), "<rss><channel>" + "<a>".repeat(100_000));

            assertThatThrownBy(() -> new WordpressExport(file, USUAL)).isInstanceOf(IOException.class);
        }

        @Test
        void isReadThoughControlCharactersStandInIt() throws IOException {
            assertThat(body("a\u0003b\u0000c\u001B")).isEqualTo("<p>abc</p>");
        }

        @Test
        void keepsWithinTheFolder() throws IOException {
            var export = export("x", "");
            Files.writeString(
                    export,
                    Files.readString(export)
                            .replace(">one</wp:post_name>", ">../../%2e%2e%2fetc%2fpasswd</wp:post_name>"));
            run(export, USUAL);

            assertThat(folder.resolve("log/2020-01-01-etc-passwd.html")).exists();
        }

        @Test
        void saysWhichPartIsTakenWhereItBreaksOff() throws IOException {
            var export = export("x", "");
            Files.writeString(export, Files.readString(export).replace("</channel></rss>", "<item><title>Two"));

            assertThatThrownBy(() -> new WordpressExport(export, USUAL))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("its XML is broken");
        }
    }
}
