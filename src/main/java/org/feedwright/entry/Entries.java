package org.feedwright.entry;

import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Episode;
import org.feedwright.article.Episode.Credit;
import org.feedwright.article.Episode.Transcript;
import org.feedwright.article.Person;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedDefinition.Content;
import org.feedwright.feed.FeedDefinition.Highlights;
import org.feedwright.text.AbsoluteHtml;
import org.feedwright.text.AddressKind;
import org.feedwright.text.ElementIds;
import org.feedwright.text.TextLanguage;
import org.feedwright.text.UriReference;
import org.jspecify.annotations.Nullable;

/** Makes entries of articles: fills in what the feed says for all, and makes addresses absolute. */
public final class Entries {
    private final FeedDefinition definition;
    private final FeedDefinition shown;
    private final @Nullable Feed source;
    private final Addresses addresses;

    public Entries(FeedDefinition definition, Addresses addresses) {
        this(definition, definition, null, addresses);
    }

    /**
     * Of articles that another feed shows: its definition says how much of them.
     *
     * @param source the feed that the articles are filed under, which speaks for them
     */
    Entries(Feed source, FeedDefinition shown, Addresses addresses) {
        this(source.definition(), shown, source, addresses);
    }

    private Entries(FeedDefinition definition, FeedDefinition shown, @Nullable Feed source, Addresses addresses) {
        this.definition = definition;
        this.shown = shown;
        this.source = source;
        this.addresses = addresses;
    }

    public Entry of(Article article) {
        return of(article, true);
    }

    /** The same without summary and content, for whoever shows the text in another way: that is most of the work. */
    public Entry withoutText(Article article) {
        return of(article, false);
    }

    private Entry of(Article article, boolean isWithText) {
        var text = article.text();
        String page = addresses.article(article.feed(), article.slug());
        String link = Optional.ofNullable(text.link())
                .flatMap(written -> safe(AddressKind.LINK, address(written, page)))
                .orElse(page);
        var media = media(article);
        var language = language(text);
        var words = isWithText ? words(article, link, language, media) : Words.NONE;
        return new Entry(
                article.id(),
                statedId(article, shown),
                link,
                page,
                text.title(),
                article.published(),
                article.updated(),
                authors(text, link),
                text.categories(),
                text.highlights(),
                words.summary,
                words.summaryText,
                words.content,
                language.lang(),
                text.rights() != null ? text.rights() : definition.description().rights(),
                loaded(text.image(), link, media),
                text.enclosures().stream()
                        .flatMap(enclosure -> enclosure(enclosure, link, media).stream())
                        .toList(),
                source,
                text.episode() == null ? null : episode(text.episode(), link, media));
    }

    /** By what a feed's readers know an article, where the format takes any text. */
    static String statedId(Article article, FeedDefinition shown) {
        boolean isAmongItsOwn = shown.select() == null;
        return isAmongItsOwn && article.statedId() != null
                ? article.statedId()
                : article.id().value();
    }

    /** What of its text a feed shows. */
    private record Words(
            @Nullable String summary,
            @Nullable String summaryText,
            @Nullable String content) {
        static final Words NONE = new Words(null, null, null);
    }

    private Words words(Article article, String link, TextLanguage language, LocalMedia media) {
        var text = article.text();
        // Each is made whole by itself: what is left open in the body must not swallow the disclaimer. The body
        // has the first choice of ids, for it is the body that others link into.
        var ids = new ElementIds();
        boolean isFull = shown.display().content() == Content.FULL;
        String body = isFull ? body(text, link, language, media, ids) : "";
        String disclaimer = AbsoluteHtml.resolve(disclaimer(text).prose().html(), link, language, media, ids);
        String list = EntryHtml.summary(text);
        var corrections = corrections(article, link, ids);
        return isFull
                ? new Words(
                        orNull(EntryHtml.directed(list, language)),
                        orNull(EntryHtml.text(EntryHtml.points(text), "")),
                        orNull(EntryHtml.directed(
                                EntryHtml.first(corrections) + body + EntryHtml.apart(disclaimer), language)))
                : new Words(
                        orNull(EntryHtml.directed(
                                EntryHtml.first(corrections) + list + EntryHtml.apart(disclaimer), language)),
                        orNull((EntryHtml.firstText(corrections) + EntryHtml.text(EntryHtml.points(text), disclaimer))
                                .strip()),
                        null);
    }

    /** The files that the article names beside it, and the articles to which it leads by theirs. */
    public LocalMedia media(Article article) {
        return new LocalMedia(
                addresses,
                article.feed(),
                article.text().media(),
                article.text().links());
    }

    private static Optional<Enclosure> enclosure(Enclosure enclosure, String link, LocalMedia media) {
        return safe(AddressKind.ENCLOSURE, address(enclosure.url(), link, media))
                .map(address -> new Enclosure(
                        address, enclosure.type(), enclosure.length(), enclosure.title(), enclosure.duration()));
    }

    private static Episode episode(Episode episode, String link, LocalMedia media) {
        return new Episode(
                episode.title(),
                episode.season(),
                episode.number(),
                episode.type(),
                episode.explicit(),
                loaded(episode.image(), link, media),
                episode.transcripts().stream()
                        .flatMap(transcript -> safe(AddressKind.MEDIA, address(transcript.url(), link, media))
                                .map(url -> new Transcript(url, transcript.type(), transcript.language()))
                                .stream())
                        .toList(),
                loaded(episode.chapters(), link, media),
                episode.people().stream()
                        .map(person -> new Credit(
                                person.name(),
                                person.role(),
                                loaded(person.image(), link, media),
                                person.link() == null
                                        ? null
                                        : safe(AddressKind.LINK, person.link()).orElse(null)))
                        .toList());
    }

    /** The address of something that is loaded, if there is one and it may be. */
    private static @Nullable String loaded(@Nullable String written, String link, LocalMedia media) {
        return written == null
                ? null
                : safe(AddressKind.MEDIA, address(written, link, media)).orElse(null);
    }

    private String body(ArticleText text, String link, TextLanguage language, LocalMedia media, ElementIds ids) {
        boolean isWithHighlights = shown.display().highlights() == Highlights.SUMMARY_AND_CONTENT;
        String image = text.image() != null && text.body().isEmpty() ? image(text, text.image()) : "";
        return (isWithHighlights ? EntryHtml.list(text.highlights()) : "")
                + AbsoluteHtml.resolve(image + text.body().html(), link, language, media, ids);
    }

    private static String image(ArticleText text, String address) {
        return EntryHtml.image(address, text.imageAlternative() != null ? text.imageAlternative() : text.title());
    }

    /**
     * The article's corrections as they are shown, the latest first.
     *
     * @param ids what the parts beside them have taken
     */
    public List<ShownCorrection> corrections(Article article, String link, ElementIds ids) {
        var language = language(article.text());
        var media = media(article);
        return article.text().corrections().stream()
                .map(correction -> ShownCorrection.of(correction, definition.zone(), link, language, media, ids))
                .toList();
    }

    private TextLanguage language(ArticleText text) {
        return TextLanguage.of(text.language() != null ? text.language() : definition.language());
    }

    /** The article's disclaimer, or the feed's; empty where there is none. */
    public Disclaimer disclaimer(ArticleText text) {
        if (text.disclaimer() != null) {
            return text.disclaimer();
        }
        return definition.display().disclaimer() != null ? definition.display().disclaimer() : Disclaimer.NONE;
    }

    private List<Person> authors(ArticleText text, String link) {
        if (text.authors().isEmpty()) {
            return definition.author() == null ? List.of() : List.of(definition.author());
        }
        return text.authors().stream()
                .map(author -> author.uri() == null
                        ? author
                        : new Person(
                                author.name(),
                                author.email(),
                                safe(AddressKind.LINK, address(author.uri(), link))
                                        .orElse(null)))
                .toList();
    }

    private static String address(String address, String base, LocalMedia media) {
        return media.address(address)
                .map(found -> UriReference.of(found).uri())
                .orElseGet(() -> address(address, base));
    }

    private static String address(String address, String base) {
        return UriReference.of(AbsoluteHtml.resolved(address, base)).uri();
    }

    /** The address, if it may be written: what is stored may be older than the rules by which authors' are read. */
    private static Optional<String> safe(AddressKind kind, String address) {
        return kind.allows(address) ? Optional.of(address) : Optional.empty();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
