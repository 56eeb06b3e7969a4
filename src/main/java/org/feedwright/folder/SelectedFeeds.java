package org.feedwright.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Selector;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.disk.SourceReading;
import org.jspecify.annotations.Nullable;

/**
 * The problems of the feeds that a composed feed names: where nothing is filed under one of them, nothing will ever
 * be taken from it or left out.
 *
 * @param isKnown whether a feed that is not in the folder, not even by a former name, is known all the same
 */
record SelectedFeeds(FeedFolder folder, Predicate<FeedName> isKnown) {

    /** @param line of {@code select} in the feed's definition */
    List<Problem> problems(String path, int line, FeedDefinition definition) throws IOException {
        var problems = new ArrayList<Problem>();
        for (var name : named(definition.select())) {
            if (isOnlyComposed(name)) {
                problems.add(new Problem(
                        path,
                        line,
                        "'" + name + "' takes its articles from other feeds, and none is filed under it",
                        name.equals(Feed.ALL)
                                ? "write 'select: all', or take it out of 'feeds'"
                                : "name the feeds that they are filed under"));
            } else if (!isThere(name)) {
                problems.add(new Problem(
                        path,
                        line,
                        "there is no feed '" + name + "' to take from or to leave out",
                        "write its name as its folder is called, or take it out of 'select'"));
            }
        }
        return problems;
    }

    private static List<FeedName> named(@Nullable Selector select) {
        return Stream.of(
                        Optional.ofNullable(select), Optional.ofNullable(select).map(Selector::exclude))
                .flatMap(Optional::stream)
                .flatMap(each -> each.feeds().stream())
                .distinct()
                .toList();
    }

    private boolean isOnlyComposed(FeedName name) throws IOException {
        var files = folder.files(name.value()).keySet();
        boolean hasArticles = files.stream().anyMatch(file -> !file.isDefinition());
        return !hasArticles
                && (name.equals(Feed.ALL)
                        || read(name).map(FeedDefinition::select).isPresent());
    }

    private boolean isThere(FeedName name) throws IOException {
        return !folder.files(name.value()).isEmpty() || isKnown.test(name) || isFormer(name);
    }

    private boolean isFormer(FeedName name) throws IOException {
        for (String directory : folder.directories()) {
            if (FeedName.isValid(directory)
                    && read(new FeedName(directory))
                            .filter(definition -> definition.formerly().contains(name))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The definition of a feed, whatever else is wrong with it. */
    private Optional<FeedDefinition> read(FeedName name) {
        var path = FolderPath.definition(name.value());
        return folder.read(path) instanceof SourceReading.Whole(var source)
                ? Optional.of(FeedFile.read(source.text(), "localhost", new Problems(path.toString())))
                : Optional.empty();
    }
}
