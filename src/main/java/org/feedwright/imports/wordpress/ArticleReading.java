package org.feedwright.imports.wordpress;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportedArticle;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedContent.Picture;
import org.feedwright.text.HtmlLine;

/**
 * Makes articles of WordPress' items.
 *
 * @param site the site's address without a scheme
 * @param path the site's path on its host, without a slash at its end
 */
record ArticleReading(WordpressOptions options, Library library, String site, String path, ImportReport report) {
    private static final Map<String, String> KINDS = Map.of(
            "attachment", "attachments",
            "page", "pages (--pages takes them)",
            "nav_menu_item", "menu items",
            "revision", "revisions",
            "custom_css", "style sheets",
            "customize_changeset", "drafts of the design",
            "wp_block", "reusable blocks (they stand in the articles that show them)");

    /** What WordPress calls the category of what has none, where nobody has given it a name of its own. */
    private static final Set<String> UNSORTED = Set.of("uncategorized", "uncategorised", "未分類", "未分类", "미분류");

    /** The article; nothing if the item is none. */
    Optional<ImportedArticle> article(WxrItem item) {
        String status = item.field("wp:status");
        if (!options.types().contains(item.type())) {
            report.skip(KINDS.getOrDefault(
                    item.type(), "of the type " + item.type() + " (--type " + item.type() + " takes them)"));
            return Optional.empty();
        }
        if (status.equals("trash") || status.equals("auto-draft")) {
            report.skip(status.equals("trash") ? "in the trash" : "drafts that nobody has saved");
            return Optional.empty();
        }
        for (int i = 0; i < item.comments(); i++) {
            report.skip("comments");
        }
        return Optional.of(read(item, status));
    }

    private ImportedArticle read(WxrItem item, String status) {
        var dates = new WordpressDates(item, options.zone(), report);
        var published = dates.published();
        String slug = decoded(item.field("wp:post_name"));
        var article = ImportedArticle.of("wordpress " + site + " " + item.id(), HtmlLine.of(item.field("title")))
                .slug(slug)
                .published(published)
                .updated(dates.updated(published))
                .summary(HtmlLine.of(item.field("excerpt:encoded")))
                .body(Kind.HTML, new Body(library, item, report).html());
        String guid = item.field("guid");
        article.id(guid.isEmpty() ? null : guid);
        hold(article, item, status);
        address(article, item);
        new Authors(library, options.hasMail()).of(item).forEach(article::author);
        categories(article, item);
        files(article, item);
        return article;
    }

    private void hold(ImportedArticle article, WxrItem item, String status) {
        switch (status) {
            case "publish", "future" -> {}
            case "draft" -> article.draft(true);
            case "pending" -> article.draft(true).note("drafts, because they wait for a review there");
            case "private" -> article.draft(true).note("drafts, because they are private there");
            default -> article.draft(true).note("drafts, because their status there is '" + status + "'");
        }
        if (!item.field("wp:post_password").isEmpty()) {
            article.draft(true).note("drafts, because they have a password there");
        }
    }

    private void address(ImportedArticle article, WxrItem item) {
        String link = item.field("link");
        if (options.keepsLinks()) {
            article.link(link.isEmpty() ? null : link);
            return;
        }
        pathOf(link).filter(each -> !each.equals(path + "/")).ifPresent(article::alias);
        article.alias(path + "/?" + (item.type().equals("page") ? "page_id" : "p") + "=" + item.id());
    }

    /** An address's path with its query. */
    private static Optional<String> pathOf(String link) {
        try {
            var uri = URI.create(link);
            String path = uri.getRawPath();
            if (path == null || path.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void categories(ImportedArticle article, WxrItem item) {
        for (var term : item.terms()) {
            String name = HtmlLine.of(term.name().isBlank() ? decoded(term.nicename()) : term.name());
            boolean isUnsorted = UNSORTED.contains(name.toLowerCase(Locale.ROOT));
            switch (term.domain()) {
                case "category", "post_tag", "tag" -> {
                    if (!isUnsorted && !name.isEmpty()) {
                        article.category(name);
                    }
                }
                case "author" -> {} // of a plugin; see Authors
                default -> report.skip("terms of '" + term.domain() + "'");
            }
        }
    }

    private void files(ImportedArticle article, WxrItem item) {
        String featured = item.meta("_thumbnail_id");
        library.attachment(featured)
                .ifPresentOrElse(
                        file -> article.image(new Picture(file.address(), HtmlLine.of(file.alternative()))), () -> {
                            if (featured.matches("[1-9]\\d*")) {
                                article.note("with a featured image that the export lacks; export all content, and"
                                        + " import again");
                            }
                        });
        item.meta().getOrDefault("enclosure", List.of()).stream()
                .distinct()
                .flatMap(text -> enclosure(text).stream())
                .forEach(article::enclosure);
    }

    /** WordPress notes an enclosure in lines: address, length, media type, and what plugins add. */
    private static Optional<File> enclosure(String text) {
        String[] lines = text.strip().split("\\R", -1);
        String length = lines.length > 1 ? lines[1].strip() : "";
        String type = lines.length > 2 ? lines[2].strip().toLowerCase(Locale.ROOT) : "";
        return lines[0].isBlank()
                ? Optional.empty()
                : Optional.of(new File(
                        lines[0].strip(),
                        type.contains("/") ? type : null,
                        length.matches("\\d{1,18}") ? Long.valueOf(length) : null,
                        null));
    }

    /** A name as it stands in addresses, in letters. */
    private static String decoded(String nicename) {
        try {
            return URLDecoder.decode(nicename.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return nicename;
        }
    }
}
