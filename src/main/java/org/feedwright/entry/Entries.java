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
import org.feedwright.text.KnownAddresses;
import org.feedwright.text.TextLanguage;
import org.feedwright.text.UriReference;
import org.jspecify.annotations.Nullable;

/** Makes entries of articles: fills in what the feed says for all its articles, and makes addresses absolute. */
public final class Entries {
    private final FeedDefinition definition;
    private final FeedDefinition shown;
    private final @Nullable Feed source;
    private final Addresses addresses;

    public Entries(FeedDefinition definition, Addresses addresses) {
        this(definition, definition, null, addresses);
    }

    /**
     * Makes entries for a feed that shows articles of another feed. The showing feed's definition says how much text
     * they have.
     *
     * @param source the feed that the articles are filed under, whose author, language and rights they have
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

    /**
     * Makes an entry without summary and content, which are most of the work, for pages that show the text in another
     * way.
     */
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
                FirstWords.of(text, article.published(), definition.zone()),
                article.published(),
                article.updated(),
                authors(text, link, media),
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

    /**
     * The id in formats that take any text: the author's own text, or the article's id. A feed that takes articles of
     * others uses the article's id, because two feeds may have stated the same text.
     */
    static String statedId(Article article, FeedDefinition shown) {
        boolean isAmongItsOwn = shown.select() == null;
        return isAmongItsOwn && article.statedId() != null
                ? article.statedId()
                : article.id().value();
    }

    /** The parts of an article's text that a feed shows. */
    private record Words(
            @Nullable String summary,
            @Nullable String summaryText,
            @Nullable String content) {
        static final Words NONE = new Words(null, null, null);
    }

    private Words words(Article article, String link, TextLanguage language, KnownAddresses media) {
        var text = article.text();
        // Each part is closed by itself: an element left open in the body must not swallow the disclaimer. The body
        // comes first and keeps its ids, because others link into it.
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

    /**
     * The files beside the article, the articles to which it leads, and what is on its site, by the addresses that name
     * them.
     */
    public KnownAddresses media(Article article) {
        var text = article.text();
        var files = new LocalMedia(addresses, article.feed(), text.media(), text.links());
        return new SiteAddresses(
                files, text.link() == null ? definition.description().home() : null);
    }

    private static Optional<Enclosure> enclosure(Enclosure enclosure, String link, KnownAddresses media) {
        return safe(AddressKind.ENCLOSURE, address(enclosure.url(), link, media))
                .map(address -> new Enclosure(
                        address, enclosure.type(), enclosure.length(), enclosure.title(), enclosure.duration()));
    }

    private static Episode episode(Episode episode, String link, KnownAddresses media) {
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

    /** The address of something that readers load; null if there is none, or if it must not be published. */
    private static @Nullable String loaded(@Nullable String written, String link, KnownAddresses media) {
        return written == null
                ? null
                : safe(AddressKind.MEDIA, address(written, link, media)).orElse(null);
    }

    private String body(ArticleText text, String link, TextLanguage language, KnownAddresses media, ElementIds ids) {
        boolean isWithHighlights = shown.display().highlights() == Highlights.SUMMARY_AND_CONTENT;
        return (isWithHighlights ? EntryHtml.list(text.highlights()) : "")
                + AbsoluteHtml.resolve(text.body().html() + pictures(text), link, language, media, ids);
    }

    /** The lead image where there is no text; all pictures of a note, which are a part of it. */
    private static String pictures(ArticleText text) {
        boolean isNote = text.title().isEmpty();
        var pictures = new StringBuilder();
        if (text.image() != null && (isNote || text.body().isEmpty())) {
            pictures.append(image(text, text.image()));
        }
        if (isNote) {
            text.enclosures().stream().flatMap(EntryHtml::picture).forEach(pictures::append);
        }
        return pictures.toString();
    }

    private static String image(ArticleText text, String address) {
        return EntryHtml.image(address, text.imageAlternative() != null ? text.imageAlternative() : text.title());
    }

    /**
     * The article's corrections as readers see them, the latest first.
     *
     * @param ids the element ids that other parts of the entry have taken
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

    private List<Person> authors(ArticleText text, String link, KnownAddresses media) {
        if (text.authors().isEmpty()) {
            return definition.author() == null ? List.of() : List.of(definition.author());
        }
        return text.authors().stream()
                .map(author -> author.uri() == null
                        ? author
                        : new Person(
                                author.name(),
                                author.email(),
                                safe(AddressKind.LINK, address(author.uri(), link, media))
                                        .orElse(null)))
                .toList();
    }

    private static String address(String address, String base, KnownAddresses media) {
        return media.address(address)
                .map(found -> UriReference.of(found).uri())
                .orElseGet(() -> address(address, base));
    }

    private static String address(String address, String base) {
        return UriReference.of(AbsoluteHtml.resolved(address, base)).uri();
    }

    /**
     * The address, if it may be published. A stored address may be older than the rules by which addresses are read
     * today.
     */
    private static Optional<String> safe(AddressKind kind, String address) {
        return kind.allows(address) ? Optional.of(address) : Optional.empty();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
