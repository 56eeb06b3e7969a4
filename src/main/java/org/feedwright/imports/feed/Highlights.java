package org.feedwright.imports.feed;

import java.util.List;
import java.util.Optional;
import org.feedwright.text.HtmlLine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the highlights of a summary: a list, and nothing else. */
final class Highlights {
    private Highlights() {}

    static Optional<List<String>> of(String summary) {
        var body = Jsoup.parseBodyFragment(summary).body();
        boolean isList = body.childrenSize() == 1
                && body.child(0).normalName().equals("ul")
                && body.ownText().isBlank()
                && body.child(0).ownText().isBlank()
                && body.child(0).children().stream().allMatch(Highlights::isPoint);
        return isList
                ? Optional.of(body.child(0).children().stream()
                                .map(item -> HtmlLine.of(item.html()))
                                .filter(point -> !point.isEmpty())
                                .toList())
                        .filter(points -> !points.isEmpty())
                : Optional.empty();
    }

    private static boolean isPoint(Element item) {
        return item.normalName().equals("li")
                && item.select("ul, ol, table, pre").isEmpty();
    }
}
