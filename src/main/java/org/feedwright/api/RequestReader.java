package org.feedwright.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Limits;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads feeds and articles of requests with the readers of files: a request becomes the text of a file, whose front
 * matter is JSON, and the lines of problems become parts of the request again.
 */
@Component
public class RequestReader {
    /** What an answer adds, so that it can be sent back as it is. */
    static final String STORED = "stored";

    /** What a client said that readers are not shown: it is kept, and given back. */
    public static final String PROPERTIES = "properties";

    private static final String SLUG = "slug";
    private static final String PUBLISHED = "published";

    private final Feeds feeds;
    private final Uploads uploads;
    private final InstantSource clock;

    /** As many are read at once as there are processors; readers of feeds need some of them too. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    RequestReader(Feeds feeds, Uploads uploads, InstantSource clock) {
        this.feeds = feeds;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * Reads a feed's definition.
     *
     * @param warnings gets what its publisher should know
     * @throws Refusal if anything is wrong with it
     */
    FeedDefinition feed(FeedName feed, ObjectNode written, List<FieldNote> warnings) {
        var json = LinedJson.of(written);
        var problems = new Problems(feed.value());
        var definition =
                inTurn(() -> FeedFile.readJson(json.text(), feeds.addresses().host(), problems));
        Limits.check(definition, problems);
        refuse(problems, json, FieldNote.WHOLE);
        warnings.addAll(notes(problems.warnings(), json, FieldNote.WHOLE));
        return definition;
    }

    /**
     * Reads an article. One that states no date has that of its first publication.
     *
     * @param written without {@link #STORED}
     * @param before the article that is there already; null where none is
     * @throws Refusal if anything is wrong with it
     */
    ReadArticle article(
            FeedName feed, FeedDefinition definition, Slug slug, ObjectNode written, @Nullable Article before) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var read = article(feed, definition, slug, written, before == null ? now : before.published());
        boolean isFirstOut = before != null && before.state() == State.DRAFT && !read.isDraft();
        return isFirstOut ? article(feed, definition, slug, written, now) : read;
    }

    /** @param date what is taken where none is stated */
    private ReadArticle article(FeedName feed, FeedDefinition definition, Slug slug, ObjectNode written, Instant date) {
        var source = written.deepCopy();
        refuseOther(slug, source);
        source.remove(SLUG);
        var body = WrittenBody.of(source.get(WrittenBody.KEY));
        String name = slug + body.kind().ending();
        var front = source.deepCopy();
        front.remove(WrittenBody.KEY);
        front.remove(PROPERTIES);
        front.put(SLUG, slug.value());
        boolean isDated = isDated(front, name, definition);
        if (!isDated) {
            front.put(PUBLISHED, date.toString());
        }
        var json = LinedJson.of(front);
        var problems = new Problems(feed + "/" + slug);
        var file = inTurn(() -> ArticleFile.read(
                name,
                json.text() + body.text(),
                feed,
                definition,
                new RequestAttachments(uploads, feed),
                clock.instant(),
                problems));
        refuse(problems, json, body.pointer());
        var read = file.orElseThrow();
        if (!isDated && !read.manuscript().draft()) {
            source.put(PUBLISHED, date.toString()); // from now on, whatever else is changed
        }
        var warnings = Stream.concat(notes(problems.warnings(), json, body.pointer()).stream(), unshown(source))
                .toList();
        return new ReadArticle(source, read, warnings);
    }

    private static Stream<FieldNote> unshown(ObjectNode written) {
        var properties = written.get(PROPERTIES);
        if (properties != null && !(properties instanceof ObjectNode)) {
            throw Refusal.of(422, "#/" + PROPERTIES, "these are no properties", "write an object, or leave it out");
        }
        return properties == null
                ? Stream.empty()
                : properties.propertyNames().stream()
                        .map(name -> new FieldNote(
                                "#/" + PROPERTIES,
                                null,
                                "'" + name + "' is kept and given back, and readers are not shown it",
                                "leave it, or say it in the body too"));
    }

    private static void refuseOther(Slug slug, ObjectNode written) {
        var stated = written.get(SLUG);
        if (stated != null && !stated.isNull() && !stated.asString("").equals(slug.value())) {
            throw Refusal.of(
                    422,
                    "#/slug",
                    "the slug is not the one in the address, which is '" + slug + "'",
                    "leave it out, or send the article to the address that it is to have");
        }
    }

    private static boolean isDated(ObjectNode front, String name, FeedDefinition definition) {
        var keys = ArticleFile.dateKeys(definition);
        return ArticleName.date(name).isPresent()
                || front.properties().stream()
                        .filter(member -> !member.getValue().isNull())
                        .anyMatch(member -> keys.contains(member.getKey().toLowerCase(Locale.ROOT)));
    }

    private <T> T inTurn(Supplier<T> reading) {
        turns.acquireUninterruptibly();
        try {
            return reading.get();
        } catch (StackOverflowError _) {
            throw new Refusal(422, "It cannot be read: its parts stand inside each other too deeply. Write it flat.");
        } finally {
            turns.release();
        }
    }

    private static void refuse(Problems problems, LinedJson json, String body) {
        if (!problems.isEmpty()) {
            throw Refusal.ofContent(notes(problems.list(), json, body), notes(problems.warnings(), json, body));
        }
    }

    private static List<FieldNote> notes(List<Problem> problems, LinedJson json, String body) {
        return problems.stream().map(problem -> note(problem, json, body)).toList();
    }

    /** @param body where what stands behind the front matter comes from */
    private static FieldNote note(Problem problem, LinedJson json, String body) {
        boolean isInBody = problem.line() > json.lines();
        return new FieldNote(
                isInBody ? body : FieldNote.WHOLE + json.pointer(problem.line()),
                isInBody ? problem.line() - json.lines() : null,
                problem.wrong(),
                problem.remedy());
    }
}
