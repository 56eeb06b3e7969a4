package org.feedwright.authoring.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The tags of a generator that are translated. */
abstract class Dialect {
    private static final int MOST_CAPTIONS = 1_000;

    final Site site;
    private final Set<String> verbatim;
    private int captions;
    private final Deque<String> ends = new ArrayDeque<>();

    /** @param verbatim the names of the tags whose text is not read any further, up to the tag that ends them */
    Dialect(Site site, Set<String> verbatim) {
        this.site = site;
        this.verbatim = verbatim;
    }

    static Dialect of(Site site) {
        return switch (site.language()) {
            case HUGO -> new HugoTags(site);
            case HEXO -> new HexoTags(site);
            case ZOLA -> new ZolaTags(site);
            default -> new LiquidTags(site);
        };
    }

    final boolean isVerbatim(Tag tag) {
        return verbatim.contains(tag.name());
    }

    /** What a tag becomes whose text is not read any further. */
    abstract Piece verbatim(Tag tag, String text);

    /** What a tag becomes; null if it is not among those that are translated. */
    abstract @Nullable Piece piece(Tag tag);

    /** What an expression becomes; null if it is not among those that are translated. */
    @Nullable
    String value(String expression) {
        return null;
    }

    /** Begins a pair whose end is known already, as its tag tells it. */
    final Piece begin(Piece beginning, String end) {
        ends.push(end);
        return beginning;
    }

    /** Ends the last pair that was begun. */
    final String end() {
        return ends.isEmpty() ? "" : ends.pop();
    }

    /** A caption as HTML. Beyond any number that people write, its Markdown is left as it is: each is read by itself. */
    final String caption(String markdown) {
        return captions++ < MOST_CAPTIONS ? site.markup().apply(markdown) : Entities.escape(markdown);
    }

    static @Nullable Piece film(String site, String id, String title) {
        if (!id.matches("[\\w-]{1,40}")) {
            return id.startsWith("https://") ? Snippets.link(id, title) : null;
        }
        return switch (site) {
            case "youtube" -> Snippets.link("https://www.youtube.com/watch?v=" + id, title);
            case "vimeo" -> Snippets.link("https://vimeo.com/" + id, title);
            case "instagram" -> Snippets.link("https://www.instagram.com/p/" + id + "/", title);
            default -> null;
        };
    }
}
