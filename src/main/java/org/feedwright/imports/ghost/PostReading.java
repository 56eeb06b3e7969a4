package org.feedwright.imports.ghost;

import static org.feedwright.imports.ghost.GhostData.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportedArticle;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedContent.Picture;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Makes articles of posts. */
final class PostReading {
    /** Stands in texts for the site's address. */
    private static final String SITE = "__GHOST_URL__";

    private static final String CAPTION = "feature_image_caption";

    private final GhostOptions options;
    private final String path;
    private final ImportReport report;
    private final Map<String, JsonNode> users;
    private final Map<String, JsonNode> tags;
    private final Map<String, JsonNode> metas;
    private final Map<String, List<String>> authorsOf;
    private final Map<String, List<String>> tagsOf;
    private final Map<String, List<String>> tiersOf;
    private boolean lacksHome;

    PostReading(GhostOptions options, GhostData data, String path, ImportReport report) {
        this.options = options;
        this.path = path;
        this.report = report;
        this.users = data.by("users", "id");
        this.tags = data.by("tags", "id");
        this.metas = data.by("posts_meta", "post_id");
        this.authorsOf = data.joined("posts_authors", "author_id");
        this.tagsOf = data.joined("posts_tags", "tag_id");
        this.tiersOf = data.joined("posts_products", "product_id");
    }

    /** Whether an address could not be made whole. */
    boolean lacksHome() {
        return lacksHome;
    }

    ImportedArticle article(JsonNode post, boolean isPage) {
        String id = text(post, "id");
        var meta = metas.getOrDefault(id, MissingNode.getInstance());
        var hidden = Visibility.hidden(
                post, meta, !tiersOf.getOrDefault(id, List.of()).isEmpty());
        String slug = text(post, "slug");
        String canonical = text(post, "canonical_url");
        var article = ImportedArticle.of("ghost " + id, XmlText.line(text(post, "title")))
                .slug(slug)
                .published(published(post))
                .id(known(post))
                .link(canonical.isEmpty() ? null : whole(canonical))
                .summary(text(post, "custom_excerpt"))
                .image(picture(post, meta))
                .draft(hidden.isPresent());
        hidden.filter(why -> !why.equals("drafts there")).ifPresent(article::note);
        if (!slug.isEmpty()) {
            article.alias(path + "/" + slug + "/");
        }
        authors(article, post);
        categories(article, id);
        body(article, post);
        if (isPage) {
            article.note("pages there");
        }
        if (!text(meta, CAPTION).isEmpty()) {
            article.note("with a text below the lead picture, which the file has, and which feeds do not show");
        }
        if (!(text(post, "codeinjection_head") + text(post, "codeinjection_foot")).isEmpty()) {
            article.note("with code of their own for the page (code injection), which is left out");
        }
        return article;
    }

    /** The id that Ghost's own feed gives the post. Before 1.0, ids were numbers, and the feed had UUIDs. */
    private static String known(JsonNode post) {
        String id = text(post, "id");
        String uuid = text(post, "uuid");
        return id.matches("\\d{1,18}") && !uuid.isEmpty() ? uuid : id;
    }

    /** A draft without a date has the one on which it was begun, because an article has one. */
    private static @Nullable OffsetDateTime published(JsonNode post) {
        return Stream.of("published_at", "created_at", "updated_at")
                .map(column -> text(post, column))
                .filter(date -> !date.isEmpty())
                .findFirst()
                .map(PostReading::date)
                .orElse(null);
    }

    /** Dates are ISO 8601, or SQL's, or milliseconds in the oldest exports; all of them in UTC. */
    private static @Nullable OffsetDateTime date(String text) {
        try {
            if (text.matches("\\d{10,14}")) {
                return Instant.ofEpochMilli(Long.parseLong(text)).atOffset(ZoneOffset.UTC);
            }
            String iso = text.replace(' ', 'T');
            return iso.matches(".*(?:Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(iso)
                    : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private @Nullable Picture picture(JsonNode post, JsonNode meta) {
        String address = text(post, "feature_image").isEmpty() ? text(post, "image") : text(post, "feature_image");
        return address.isEmpty()
                ? null
                : new Picture(whole(address), text(meta, "feature_image_alt"), HtmlLine.of(text(meta, CAPTION)));
    }

    private void authors(ImportedArticle article, JsonNode post) {
        var ids = authorsOf.getOrDefault(text(post, "id"), List.of(text(post, "author_id")));
        for (String id : ids) {
            var user = users.getOrDefault(id, MissingNode.getInstance());
            String name = XmlText.line(text(user, "name"));
            String website = text(user, "website");
            if (!name.isEmpty()) {
                article.author(new Person(
                        name,
                        options.hasMail() && text(user, "email").contains("@") ? text(user, "email") : null,
                        website.matches("https?://\\S+") ? website : null));
            }
        }
    }

    /** Tags that begin with a hash are for the editors. */
    private void categories(ImportedArticle article, String id) {
        for (String tagId : tagsOf.getOrDefault(id, List.of())) {
            var tag = tags.getOrDefault(tagId, MissingNode.getInstance());
            String name = XmlText.line(text(tag, "name"));
            if (name.startsWith("#") || text(tag, "visibility").equals("internal")) {
                report.skip("internal tags");
            } else if (!name.isEmpty()) {
                article.category(name);
            }
        }
    }

    private void body(ImportedArticle article, JsonNode post) {
        String html = text(post, "html");
        String markdown = text(post, "markdown"); // before 1.0
        if (html.isEmpty() && !markdown.isEmpty()) {
            article.body(Kind.MARKDOWN, whole(markdown));
            return;
        }
        String open = GatedBlocks.without(html);
        if (!open.equals(html)) {
            article.note("with parts for members only, which are left out");
        }
        article.body(Kind.HTML, whole(open));
        if (html.isEmpty()
                && !(text(post, "lexical").isEmpty() && text(post, "mobiledoc").isEmpty())) {
            article.draft(true)
                    .note("drafts without a text, because the export has it only in the form that Ghost's editor uses;"
                            + " open and save them there, and export again");
        }
    }

    /** A text with the site's address, where that is known; else with addresses from its root. */
    private String whole(String text) {
        if (!text.contains(SITE)) {
            return text;
        }
        String home = options.home();
        lacksHome |= home == null;
        return text.replace(SITE, home == null ? "" : home.replaceFirst("/+$", ""));
    }
}
