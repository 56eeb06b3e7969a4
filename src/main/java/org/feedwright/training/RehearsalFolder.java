package org.feedwright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a small feed in which everything occurs that an article can contain. */
final class RehearsalFolder {
    private static final int ARTICLES = 30;

    private RehearsalFolder() {}

    static void write(Path folder) throws IOException {
        var feed = Files.createDirectories(folder.resolve("rehearsal"));
        Files.writeString(feed.resolve("feed.yaml"), """
                title: The rehearsal
                subtitle: A feed that nobody subscribes to
                home: https://example.org/
                language: en
                author: {name: Someone, email: someone@example.org, uri: https://example.org/someone}
                rights: Public domain
                categories: [Rehearsals]
                disclaimer: Nothing in here is *true*.
                zone: Europe/Berlin
                ttl: 60
                """);
        for (int number = 0; number < ARTICLES; number++) {
            Files.writeString(feed.resolve("article-" + number + ".md"), article(number));
        }
        Files.writeString(feed.resolve("2026-01-02-plain.txt"), """
                ---
                title: Plain text
                published: 2026-01-02
                ---
                Highlights
                - One
                - Two

                A paragraph with an address, https://example.org/plain?a=b&c=d.

                Disclaimer: plainly nothing.
                """);
    }

    static String article(int number) {
        String sections = number % 2 == 0 ? """
                highlights: [The first highlight & more, The second highlight]
                disclaimer: "Of *article* %d."
                authors: [Someone, {name: Someone else, uri: https://example.org/else}]
                categories: [Rehearsals, Numbers]
                link: https://example.org/articles/%d
                image: lead.jpg
                language: en-GB
                enclosures: [{url: sound.mp3, type: audio/mpeg, length: 1234, title: Sound}]
                ---
                """.formatted(number, number) : """
                ---
                ## Highlights

                - The first **highlight**
                - The second highlight
                """;
        return """
                ---
                title: "Article %d: ‘quotes’ & <angles>"
                published: 2026-01-%02dT12:%02d:00
                %s
                A paragraph with *emphasis*, `code`, [a link](../relative?x=1#y), <https://example.org/> and
                https://example.org/plain, a footnote[^1], ~~nothing~~ and an ![image](image.png).

                ## A heading

                1. One
                2. Two
                   - Nested

                > A quotation, which says “something”.

                | Name | Value |
                |------|------:|
                | One  |     1 |

                ```java
                var code = "<b>" + 1;
                ```

                <figure><img src="a.jpg" srcset="a.jpg 1x, b.jpg 2x" onclick="bad()"><figcaption>It</figcaption></figure>
                <script>alert(1)</script>

                %s

                [^1]: The footnote.

                Disclaimer: in the body of article %d.
                """.formatted(
                        number,
                        1 + number % 28,
                        number % 60,
                        sections,
                        "All work and no play makes a dull service, as everyone knows. ".repeat(12),
                        number);
    }

    /** An article as a program sends it, in ASCII. */
    static String sentArticle(int number, int version) {
        return """
                {"title": "Sent %d", "highlights": ["First", "Second"], "disclaimer": "Version %d.", "categories": ["test"],
                 "authors": [{"name": "A Program"}], "body": {"markdown": "A *paragraph* with [a link](https://example.org/).\\n\\n%s"}}
                """.formatted(
                        number, version, "All work and no play makes a dull service, as everyone knows. ".repeat(12));
    }
}
