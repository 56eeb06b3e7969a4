package org.feedwright.authoring;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.feedwright.article.Prose;
import org.feedwright.text.AbsoluteHtml;
import org.jsoup.Jsoup;

/**
 * An address in an article's text that may name a file.
 *
 * @param address as it was written
 * @param isShown whether readers load what is there by themselves, as a picture: then nothing but a file can be meant
 */
public record NamedAddress(String address, boolean isShown) {

    /** The addresses in a text. Most texts have none, and are not parsed again. */
    static Stream<NamedAddress> of(Prose prose) {
        if (!MediaBlock.hasRelative(prose.html())) {
            return Stream.empty();
        }
        var shown = shown(prose.html());
        return AbsoluteHtml.addresses(prose.html()).stream()
                .distinct()
                .map(address -> new NamedAddress(address, shown.contains(address)));
    }

    private static Set<String> shown(String html) {
        var document = Jsoup.parseBodyFragment(html);
        var shown = new HashSet<>(document.select("[src]").eachAttr("src"));
        shown.addAll(document.select("[poster]").eachAttr("poster"));
        return shown;
    }
}
