package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Several folders are looked at in one look, and other nodes are told if anything is new in one of them. */
class WarningsOfALookTest extends StoreContract {
    private JdbcLedger ledger;
    private Warnings warnings;

    @BeforeEach
    void begin() {
        ledger = new JdbcLedger(store.jdbc(), new NamedParameterJdbcTemplate(store.dataSource()));
        warnings = new Warnings(ledger);
        warnings.load();
    }

    private void note(String path, String... wrong) {
        var problems = Stream.of(wrong)
                .map(what -> new Problem(path, 1, what, "write it right"))
                .toList();
        store.transact(
                () -> ledger.note(new KnownFile(FolderPath.of(path), null, new FileStamp(1, 1), "digest", problems)));
    }

    private List<String> all() {
        return warnings.all().stream()
                .map(problem -> problem.source() + " " + problem.wrong())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void tellOthersOfANewOneInWhicheverFolderItIs(String folder) {
        note(folder + "/one.md", "it is odd");

        warnings.follow(List.of("a", "b", "c"));
        assertThat(warnings.haveChanged()).isTrue();
        assertThat(warnings.haveChanged()).as("asked again").isFalse();

        warnings.follow(List.of("a", "b", "c"));
        assertThat(warnings.haveChanged())
                .as("after a look that found nothing new")
                .isFalse();
    }

    @Test
    void tellOthersAlsoIfALaterLookFindsNothingNew() {
        note("a/one.md", "it is odd");
        warnings.follow(List.of("a"));
        warnings.follow(List.of("b"));

        assertThat(warnings.haveChanged()).isTrue();
    }

    @Test
    void areThoseOfTheFoldersThatWereLookedAtAndOfTheOthersAsBefore() {
        note("a/one.md", "it is odd");
        note("a-b/two.md", "it is strange");
        warnings.follow(List.of("a", "a-b"));
        assertThat(all()).containsExactly("a-b/two.md it is strange", "a/one.md it is odd");

        note("a/one.md");
        note("a-b/two.md", "it is stranger");
        warnings.follow(List.of("a"));
        assertThat(all()).containsExactly("a-b/two.md it is strange");
        assertThat(warnings.haveChanged()).isTrue();

        warnings.follow(List.of("a-b"));
        assertThat(all()).containsExactly("a-b/two.md it is stranger");
    }

    @Test
    void areThoseThatAreStoredOnceTheyAreReadAnew() {
        note("a/one.md", "it is odd");
        warnings.reload();
        note("a/one.md");
        note("b/two.md", "it is strange");
        warnings.reload();

        assertThat(all()).containsExactly("b/two.md it is strange");
    }
}
