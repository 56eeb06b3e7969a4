package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds whose {@code feed.yaml} takes articles from others. */
class ComposedFeedsTest extends EditingTest {
    private String metals;
    private String energy;
    private String both;

    @BeforeEach
    void makeTwoFeeds() throws IOException {
        metals = "metals-of-" + feed;
        energy = "energy-of-" + feed;
        both = feed;
        service.feed(metals, "author: Ann", "language: en");
        service.feed(energy, "author: Zoë", "language: de");
        write(metals, "copper", "categories: [C#, Markets]");
        write(metals, "zinc", "authors: [Bob, Zoë]");
        write(energy, "wind", "categories: [markets]", "language: en-GB");
        write(energy, "solar", "categories: [日本語, a/b]");
        service.awaitTitles(metals, "copper", "zinc");
        service.awaitTitles(energy, "wind", "solar");
    }

    private void write(String feed, String title, String... front) throws IOException {
        save(service.folder().resolve(feed).resolve(title + ".md"), article(title, "Body of " + title, front));
    }

    private void compose(String select) throws IOException {
        String own = select.replace("METALS", metals).replace("ENERGY", energy);
        service.feed(both, "select:", "  " + own.replace("; ", "\n  ").replace("\n  - ", "\n    "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feeds: [METALS, ENERGY] | copper zinc wind solar",
                "feeds: [METALS] | copper zinc",
                "feeds: METALS | copper zinc",
                "feeds: [METALS, nobody] | copper zinc",
                "feeds: [METALS, ENERGY]; categories: [MARKETS] | copper wind",
                "feeds: [METALS, ENERGY]; categories: [c#, A/B] | copper solar",
                "feeds: [METALS, ENERGY]; categories: [日本語] | solar",
                "feeds: [METALS, ENERGY]; authors: [zoë] | zinc wind solar",
                "feeds: [METALS, ENERGY]; authors: [Ann] | copper",
                "feeds: [METALS, ENERGY]; languages: [en] | copper zinc wind",
                "feeds: [METALS, ENERGY]; languages: [EN-gb, de] | wind solar",
                "feeds: [METALS, ENERGY]; categories: [markets]; languages: [en]; authors: [Zoë] | wind",
                "feeds: [METALS, ENERGY]; exclude:; - categories: [markets] | zinc solar",
                "feeds: [METALS, ENERGY]; exclude:; - authors: [Bob] | copper wind solar",
                "feeds: [METALS, ENERGY]; exclude:; - languages: [de]; - authors: [Bob] | copper wind",
                "feeds: [METALS, ENERGY]; exclude: ENERGY | copper zinc",
                "feeds: [METALS, ENERGY]; exclude: {feeds: [METALS], categories: [a/b]} | wind",
            })
    void takesWhatIsSelected(String select, String titles) throws IOException {
        compose(select);

        service.awaitTitles(both, titles.split(" "));
    }

    @Test
    void takesEverythingByOneWord() throws IOException {
        service.feed(both, "window: 1000", "select: all");

        soon(() -> assertThat(service.titles(both)).contains("copper", "zinc", "wind", "solar"));
    }

    @Nested
    class AnEntry {
        @Test
        void namesItsSource() throws IOException {
            compose("feeds: [METALS, ENERGY]");
            service.awaitTitles(both, "copper", "zinc", "wind", "solar");
            var atom = new String(
                    Documents.render(service.selections().select(service.find(both)), FeedFormat.ATOM)
                            .bytes(),
                    StandardCharsets.UTF_8);

            assertThat(atom.split("<source>", -1)).hasSize(5);
            assertThat(atom)
                    .contains(
                            "<title type=\"text\">" + metals + "</title>",
                            service.find(metals).id())
                    .contains(
                            "<title type=\"text\">" + energy + "</title>",
                            service.find(energy).id());
        }

        @Test
        void keepsTheIdAndTheAuthorThatItsOwnFeedGivesIt() throws IOException {
            compose("feeds: [METALS]; categories: [Markets]");
            service.awaitTitles(both, "copper");

            assertThat(service.id(both, "copper")).isEqualTo(service.id(metals, "copper"));
            assertThat(service.entries(both).getFirst().authors().getFirst().name())
                    .isEqualTo("Ann");
        }
    }

    @Test
    void hasNoProblemAnyMoreOnceTheFeedThatItNamesIsThere() throws IOException {
        String late = "late-" + feed;
        compose("feeds: [" + late + ", METALS]");
        service.awaitProblem(both, "there is no feed '" + late + "'");

        service.feed(late);

        service.awaitNoProblem(both);
    }

    @Nested
    class WhatHappensLater {
        @BeforeEach
        void composeMarkets() throws IOException {
            compose("feeds: [METALS, ENERGY, new-of-" + feed + "]; categories: [Markets]");
            service.awaitTitles(both, "copper", "wind");
        }

        @Test
        void isFollowedWhenAnArticleChangesItsCategory() throws IOException {
            write(metals, "zinc", "categories: [markets]");
            service.awaitTitles(both, "copper", "wind", "zinc");
            write(metals, "copper", "categories: [Other]");
            service.awaitTitles(both, "wind", "zinc");
            write(metals, "copper", "categories: [Markets]");
            service.awaitTitles(both, "copper", "wind", "zinc");
        }

        @Test
        void isFollowedWhenAnArticleIsWithdrawnAndComesBack() throws IOException {
            Files.delete(service.folder().resolve(metals).resolve("copper.md"));
            service.awaitTitles(both, "wind");
            write(metals, "copper", "categories: [Markets]");
            service.awaitTitles(both, "copper", "wind");
        }

        @Test
        void isFollowedWhenAFeedEndsAndLivesAgain() throws IOException {
            service.feed(energy, "author: Zoë", "language: de", "retired: true");
            service.awaitTitles(both, "copper");
            service.feed(energy, "author: Zoë", "language: de");
            service.awaitTitles(both, "copper", "wind");
        }

        @Test
        void isFollowedWhenAFeedIsAdded() throws IOException {
            String added = "new-of-" + feed;
            var directory = Files.createDirectories(service.folder().resolve(added));
            save(directory.resolve("gold.md"), article("gold", "Body.", "categories: [Markets]"));
            save(directory.resolve("lead.md"), article("lead", "Body."));
            service.feed(added);
            service.awaitTitles(added, "gold", "lead");
            service.awaitTitles(both, "copper", "wind", "gold");
        }

        @Test
        void isFollowedWhenItSelectsOtherwise() throws IOException {
            compose("feeds: [METALS]; exclude:; - categories: [Markets]");
            service.awaitTitles(both, "zinc");
            service.feed(both);
            service.awaitTitles(both);
        }

        @Test
        void doesNotTouchAFeedThatTakesNothingOfIt() throws IOException {
            service.changed();
            write(metals, "tin");
            service.awaitTitles(metals, "copper", "zinc", "tin");

            assertThat(service.titles(both)).containsExactlyInAnyOrder("copper", "wind");
            assertThat(service.changed()).extracting(Object::toString).doesNotContain(both);
        }
    }

    @Nested
    class ANameThatItSelects {
        @Test
        void isFollowedWhenTheFeedIsRenamed() throws IOException {
            compose("feeds: [METALS]");
            service.awaitTitles(both, "copper", "zinc");
            String ores = "ores-of-" + feed;
            service.feed(metals, "author: Ann", "language: en", "formerly: " + metals);
            move(service.folder().resolve(metals), service.folder().resolve(ores));
            service.awaitTitles(ores, "copper", "zinc");

            write(ores, "copper", "categories: [Other]");
            write(ores, "tin");
            service.awaitTitles(both, "copper", "zinc", "tin");
            service.awaitNoProblem(both);
        }

        @Test
        void isAProblemWhileThereIsNoSuchFeed() throws IOException {
            compose("feeds: [METALS, later-of-" + feed + "]");
            service.awaitTitles(both, "copper", "zinc");
            service.awaitProblem(
                    both,
                    both + "/feed.yaml:3: there is no feed 'later-of-" + feed
                            + "' to take from or to leave out; write its"
                            + " name as its folder is called, or take it out of 'select'");

            service.feed("later-of-" + feed);
            service.awaitNoProblem(both);
        }

        @Test
        void isAProblemIfThatFeedIsComposedItself() throws IOException {
            compose("feeds: [METALS]");
            service.awaitTitles(both, "copper", "zinc");
            String more = "more-of-" + feed;
            service.feed(more, "select:", "  feeds: [" + both + "]");
            service.awaitProblem(
                    more,
                    more + "/feed.yaml:3: '" + both + "' takes its articles from other feeds, and none is filed under"
                            + " it; name the feeds that they are filed under");

            write(both, "own");
            service.awaitTitles(more, "own");
            service.feed("another-of-" + feed); // at which the whole folder is looked at
            service.awaitNoProblem(more);
        }
    }

    @Test
    void hasArticlesOfItsOwnToo() throws IOException {
        compose("feeds: [METALS]");
        write(both, "own");

        service.awaitTitles(both, "copper", "zinc", "own");
    }
}
