package org.feedwright.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.feedwright.article.Category;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Renders a feed as <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
final class JsonFeedRenderer {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    inclusion -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private JsonFeedRenderer() {}

    static byte[] render(Selection selection, String self, List<EntryMarkup> entries) {
        var definition = selection.feed().definition();
        return JSON.writeValueAsBytes(new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                selection.title(),
                selection.home(),
                self,
                selection.previousArchive(FeedFormat.JSON.extension()).orElse(null),
                definition.description().subtitle(),
                Pictures.logo(selection),
                definition.description().icon(),
                definition.author() == null ? null : List.of(Author.of(definition.author())),
                definition.language(),
                definition.delivery().hubs().isEmpty()
                        ? null
                        : definition.delivery().hubs().stream()
                                .map(hub -> new Hub("WebSub", hub))
                                .toList(),
                entries.stream().map(JsonFeedRenderer::item).toList(),
                Tombstones.extension(selection)));
    }

    private static Written item(EntryMarkup markup) {
        return new Written(markup.bytes(() -> JSON.writeValueAsString(Item.of(markup.entry()))));
    }

    /** An item that was written as JSON before, and is copied. */
    private static final class Written extends JacksonSerializable.Base {
        private final byte[] json;

        Written(byte[] json) {
            this.json = json;
        }

        @Override
        public void serialize(JsonGenerator out, SerializationContext context) {
            out.writeRawValue(""); // writes the comma before it
            out.flush();
            ((ByteArrayBuilder) out.streamWriteOutputTarget()).write(json);
        }

        @Override
        public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer type) {
            serialize(out, context);
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record JsonFeed(
            String version,
            String title,
            String homePageUrl,
            String feedUrl,
            @Nullable String nextUrl,
            @Nullable String description,
            @Nullable String icon,
            @Nullable String favicon,
            @Nullable List<Author> authors,
            @Nullable String language,
            @Nullable List<Hub> hubs,
            List<Written> items,
            @JsonProperty("_tombstones") Tombstones.@Nullable Extension tombstones) {}

    record Hub(String type, String url) {}

    record Author(String name, @Nullable String url) {
        static Author of(Person person) {
            String mail = person.email() == null ? null : "mailto:" + person.email();
            return new Author(person.name(), person.uri() != null ? person.uri() : mail);
        }
    }

    /**
     * An item. It must have {@code content_html} or {@code content_text}, and NetNewsWire drops an item without. Where
     * the feed carries summaries only, the summary is the text, and never the content in HTML.
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Item(
            String id,
            String url,
            @Nullable String title,
            @Nullable String contentHtml,
            @Nullable String contentText,
            @Nullable String summary,
            @Nullable String image,
            String datePublished,
            String dateModified,
            @Nullable List<Author> authors,
            @Nullable List<String> tags,
            @Nullable String language,
            @Nullable List<Attachment> attachments) {
        static Item of(Entry entry) {
            String summary = entry.summaryText();
            return new Item(
                    entry.statedId(),
                    entry.link(),
                    entry.title().isEmpty() ? null : entry.title(),
                    entry.content(),
                    entry.content() != null ? null : summary != null ? summary : "",
                    summary,
                    entry.image(),
                    seconds(entry.published()),
                    seconds(entry.updated()),
                    orNull(entry.authors().stream().map(Author::of).toList()),
                    orNull(entry.categories().stream().map(Category::name).toList()),
                    entry.language(),
                    orNull(entry.enclosures().stream().map(Attachment::of).toList()));
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Attachment(
            String url,
            String mimeType,
            @Nullable String title,
            @Nullable Long sizeInBytes,
            @Nullable Long durationInSeconds) {
        static Attachment of(Enclosure enclosure) {
            return new Attachment(
                    enclosure.url(),
                    enclosure.type(),
                    enclosure.title(),
                    enclosure.length() == 0 ? null : enclosure.length(),
                    enclosure.duration() == null ? null : enclosure.duration().toSeconds());
        }
    }

    /** A date of RFC 3339 to the second, as in every other format. */
    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
