package org.feedwright.folder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Stored;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.entry.Entries;
import org.feedwright.entry.Entry;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.testing.WholeFeeds;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * One case of the corpus: a feed's folder, and what must come out of it in each format.
 *
 * @param folder holds an article, perhaps others if it is called {@code case}, and perhaps a {@code feed.yaml}
 * @param expectations the file that says what must come out
 */
record CorpusCase(Path folder, Path expectations) {
    private static final Pattern EXPECTATION = Pattern.compile("(\\S+) +(is|has|lacks|none)(?: (.*))?", Pattern.DOTALL);
    private static final FeedName FEED = new FeedName("corpus");
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Addresses ADDRESSES = new Addresses(URI.create("https://feeds.example.org"));

    static CorpusCase read(Path folder) {
        return new CorpusCase(folder, folder.resolve("expect"));
    }

    void verify() throws IOException {
        var lines = Files.readAllLines(expectations);
        assertThat(lines).anyMatch(line -> line.startsWith("Description: "));
        var published = publish();
        int from = lines.indexOf("Expect:");
        assertThat(from).as("the line 'Expect:'").isNotNegative();
        boolean expectsProblem = lines.stream().anyMatch(line -> line.strip().startsWith("problem "));
        if (!expectsProblem) {
            assertThat(published.problems()).isEmpty();
        }
        int verified = 0;
        for (String line : lines.subList(from + 1, lines.size())) {
            if (!line.isBlank()) {
                verify(line.strip(), published);
                verified++;
            }
        }
        assertThat(verified).as("how much is expected").isPositive();
    }

    private static void verify(String line, Published published) {
        var parts = EXPECTATION.matcher(line);
        assertThat(parts.matches()).as("'%s' reads as an expectation", line).isTrue();
        String expected = requireNonNull(parts.group(3) == null ? "" : parts.group(3))
                .replace("\\n", "\n")
                .replace("\\t", "\t");
        var actual = published.values(parts.group(1));
        assertThat(actual).as("'%s' finds something to look at", line).isNotEmpty();
        for (var value : actual) {
            var it = assertThat(value.text()).as("%s in %s", line, value.where());
            switch (parts.group(2)) {
                case "is" -> it.isEqualTo(expected);
                case "has" -> it.contains(expected);
                case "lacks" ->
                    it.satisfiesAnyOf(
                            text -> assertThat(text).isNull(),
                            text -> assertThat(text).doesNotContain(expected));
                default -> it.isNull();
            }
        }
    }

    private Published publish() throws IOException {
        var problems = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        var source = new FeedFolder(requireNonNull(folder.toAbsolutePath().getParent()), DataSize.ofMegabytes(2));
        String directory = folder.getFileName().toString();
        source.look(Set.of(directory)); // a case is a feed's folder, whatever the others have
        var definition = definition(source, directory, problems, warnings);
        var entries = new ArrayList<Entry>();
        for (var file : source.files(directory).keySet()) {
            if (!file.isDefinition()) {
                article(source, file, definition, problems, warnings)
                        .forEach(article -> entries.add(new Entries(definition, ADDRESSES).of(article)));
            }
        }
        if (entries.size() > 1) {
            entries.removeIf(entry -> !entry.page().endsWith("/case"));
        }
        if (entries.isEmpty()) {
            return new Published(problems, warnings, null, null, null, null);
        }
        assertThat(entries).as("articles").hasSize(1);
        var updated = entries.getFirst().updated();
        var feed = new Feed(FEED, "urn:uuid:00000000-0000-0000-0000-000000000001", definition, updated, false);
        var selection = WholeFeeds.showing(feed, ADDRESSES, entries, updated);
        return new Published(
                problems,
                warnings,
                Parsed.xml(Documents.render(selection, FeedFormat.ATOM).bytes()),
                Parsed.xml(Documents.render(selection, FeedFormat.RSS).bytes()),
                Parsed.json(Documents.render(selection, FeedFormat.JSON).bytes()),
                Parsed.xml(Documents.render(selection, FeedFormat.RDF).bytes()));
    }

    private static FeedDefinition definition(
            FeedFolder source, String directory, List<String> problems, List<String> warnings) {
        var found = new Problems(FolderPath.definition(directory).toString());
        var text = source.read(FolderPath.definition(directory)) instanceof SourceReading.Whole(var file)
                ? file.written()
                : "title: Corpus\nhome: https://example.org/";
        var definition = FeedFile.read(
                text, "example.org", new FolderAttachments(source, FolderPath.definition(directory)), found);
        found.list().forEach(problem -> problems.add(problem.at(FeedFile.NAME)));
        found.warnings().forEach(warning -> warnings.add(warning.at(FeedFile.NAME)));
        return definition;
    }

    private static List<Article> article(
            FeedFolder source,
            FolderPath path,
            FeedDefinition definition,
            List<String> problems,
            List<String> warnings) {
        String name = path.file();
        var found = new Problems(path.toString());
        var article = switch (source.read(path)) {
            case SourceReading.Whole(var file) ->
                ArticleFile.read(name, file.written(), FEED, definition, beside(source, path), NOW, found)
                        .map(ArticleFile::manuscript)
                        .map(CorpusCase::stored);
            case SourceReading.Unreadable(var unreadable) -> {
                unreadable.forEach(problem -> found.add(problem.line(), problem.wrong(), problem.remedy()));
                yield Optional.<Article>empty();
            }
            case SourceReading other -> throw new AssertionError(path + ": " + other);
        };
        found.list().forEach(problem -> problems.add(problem.at(name)));
        found.warnings().forEach(warning -> warnings.add(warning.at(name)));
        return article.stream().toList();
    }

    private static FolderAttachments beside(FeedFolder source, FolderPath path) {
        return new FolderAttachments(source, path);
    }

    private static Article stored(Manuscript manuscript) {
        return Stored.of(
                manuscript,
                new ArticleId("tag:example.org,2026:" + manuscript.slug().encoded()));
    }

    /** A value that was found, or not, and in which document. */
    record Found(String where, @Nullable String text) {}

    /** What came out: problems, or documents that could be parsed strictly. */
    record Published(
            List<String> problems,
            List<String> warnings,
            @Nullable Parsed atom,
            @Nullable Parsed rss,
            @Nullable Parsed json,
            @Nullable Parsed rdf) {

        List<Found> values(String subject) {
            if (subject.equals("problem")) {
                return List.of(new Found("the problems", String.join("\n", problems)));
            }
            if (subject.equals("warning")) {
                return List.of(new Found("the warnings", warnings.isEmpty() ? null : String.join("\n", warnings)));
            }
            int colon = subject.indexOf(':');
            return switch (subject) {
                case "title" -> of("a:title", "title", "title", "r:title");
                case "id" -> of("a:id", "guid", "id", "@rdf:about");
                case "link" -> of("a:link[@rel='alternate']/@href", "link", "url", "r:link");
                case "published" -> of("a:published", "pubDate", "date_published", "dc:date");
                case "updated" -> of("a:updated", "atom:updated", "date_modified", "dcterms:modified");
                case "content" -> of("a:content", "content:encoded", "content_html", "content:encoded");
                case "summary" -> of("a:summary", "description", null, "r:description");
                case "authors" -> of("a:author/a:name", "dc:creator", "authors/*/name", "dc:creator");
                case "categories" -> of("a:category/@term", "category", "tags/*", "dc:subject");
                default ->
                    switch (subject.substring(0, Math.max(0, colon))) {
                        case "atom" -> of(subject.substring(colon + 1), null, null, null);
                        case "rss" -> of(null, subject.substring(colon + 1), null, null);
                        case "json" -> of(null, null, subject.substring(colon + 1), null);
                        case "rdf" -> of(null, null, null, subject.substring(colon + 1));
                        default -> throw new AssertionError("nothing is called '" + subject + "'");
                    };
            };
        }

        private List<Found> of(
                @Nullable String atomPath,
                @Nullable String rssPath,
                @Nullable String jsonPath,
                @Nullable String rdfPath) {
            var found = new ArrayList<Found>();
            if (atomPath != null) {
                found.add(new Found("Atom", requireNonNull(atom).text("/a:feed/a:entry", atomPath)));
            }
            if (rssPath != null) {
                found.add(new Found("RSS", requireNonNull(rss).text("/rss/channel/item", rssPath)));
            }
            if (jsonPath != null) {
                found.add(new Found("JSON", requireNonNull(json).text("items/0", jsonPath)));
            }
            if (rdfPath != null) {
                found.add(new Found("RSS 1.0", requireNonNull(rdf).text("/rdf:RDF/r:item", rdfPath)));
            }
            return found;
        }
    }
}
