package org.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementIdsTest {
    private final ElementIds ids = new ElementIds(List.of("page"));

    @Test
    void renamesWhatAnEarlierPartHasTaken() {
        assertThat(taken("<a href=\"#a\">1</a><p id=\"a\">2</p>")).isEqualTo("<a href=\"#a\">1</a><p id=\"a\">2</p>");
        assertThat(taken("<a href=\"#a\">1</a><p id=\"a\">2</p>"))
                .isEqualTo("<a href=\"#a-2\">1</a><p id=\"a-2\">2</p>".replace("-2", suffix()));
    }

    @Test
    void keepsEveryIdApart() {
        var all = new ArrayList<>(List.of("page"));
        for (String id : List.of("a-2", "a", "a", "a", "a-2", "a-3", "page", "a")) {
            all.addAll(Jsoup.parseBodyFragment(taken("<p id=\"" + id + "\"></p>"))
                    .select("[id]")
                    .eachAttr("id"));
        }

        assertThat(all).hasSize(9).doesNotHaveDuplicates().startsWith("page", "a-2", "a");
    }

    @Test
    void leavesTheFirstOfTwoInOnePart() {
        assertThat(taken("<p id=\"b\">1</p><p id=\"b\">2</p><a href=\"#b\">3</a>"))
                .isEqualTo("<p id=\"b\">1</p><p>2</p><a href=\"#b\">3</a>");
    }

    @Test
    void followsWithLinksThatAreEscapedOrNot() {
        taken("<p id=\"ü b\"></p>");
        String second =
                taken("<a href=\"#%C3%BC%20b\">1</a><a href=\"#ü b\">2</a><a href=\"#c\">3</a><p id=\"ü b\"></p>");

        var document = Jsoup.parseBodyFragment(second);
        String id = document.select("p").attr("id");
        assertThat(id).isNotEqualTo("ü b");
        assertThat(document.select("a").eachAttr("href")).containsExactly("#" + id, "#" + id, "#c");
    }

    @ParameterizedTest
    @CsvSource({"a, a", "%C3%BC, ü", "a%20b, a b", "a+b, a+b", "a+%62, a+b", "100%, 100%", "%zz, %zz"})
    void readsFragmentsAsAddressesHaveThem(String fragment, String id) {
        assertThat(ElementIds.unescaped(fragment)).isEqualTo(id);
    }

    private String suffix() {
        var other = new ElementIds(List.of("x"));
        var document = Jsoup.parseBodyFragment("<p id=\"x\"></p>");
        other.take(document);
        return document.select("p").attr("id").substring(1);
    }

    private String taken(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        ids.take(document);
        return document.body().html();
    }
}
