package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages' templates may do. */
class TemplatesTest {
    private static final Pattern UNSAFE = Pattern.compile("\\$unsafe\\{[^}]*}");

    /** Everything else is text, and escaped for the place where it stands. */
    @Test
    void putHtmlInAsItIsOnlyWhereItWasCleanedWhenItWasRead() throws IOException {
        var found = new ArrayList<String>();
        try (var templates = Files.list(Path.of("src/main/jte"))) {
            for (Path template : templates.toList()) {
                UNSAFE.matcher(Files.readString(template))
                        .results()
                        .forEach(unsafe -> found.add(template.getFileName() + " " + unsafe.group()));
            }
        }

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "Article.jte $unsafe{note.html()}",
                        "Article.jte $unsafe{page.body()}",
                        "Article.jte $unsafe{page.disclaimer()}");
    }

    @Test
    void haveNoScripts() throws IOException {
        try (var templates = Files.list(Path.of("src/main/jte"))) {
            assertThat(templates.toList())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(template -> assertThat(Files.readString(template))
                            .doesNotContainPattern("(?i)<script|javascript:|\\son[a-z]+="));
        }
    }
}
