package org.feedwright.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedwright.feed.Podcast.Topic;

/**
 * The categories that directories of podcasts have (<a
 * href="https://podcasters.apple.com/support/1691-apple-podcasts-categories">Apple Podcasts' list</a>, which the
 * others share).
 */
final class PodcastTopics {
    private static final Map<String, List<String>> TOPICS = new TreeMap<>(Map.ofEntries(
            topic("Arts", "Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
            topic("Business", "Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
            topic("Comedy", "Comedy Interviews", "Improv", "Stand-Up"),
            topic("Education", "Courses", "How To", "Language Learning", "Self-Improvement"),
            topic("Fiction", "Comedy Fiction", "Drama", "Science Fiction"),
            topic("Government"),
            topic(
                    "Health & Fitness",
                    "Alternative Health",
                    "Fitness",
                    "Medicine",
                    "Mental Health",
                    "Nutrition",
                    "Sexuality"),
            topic("History"),
            topic("Kids & Family", "Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
            topic(
                    "Leisure",
                    "Animation & Manga",
                    "Automotive",
                    "Aviation",
                    "Crafts",
                    "Games",
                    "Hobbies",
                    "Home & Garden",
                    "Video Games"),
            topic("Music", "Music Commentary", "Music History", "Music Interviews"),
            topic(
                    "News",
                    "Business News",
                    "Daily News",
                    "Entertainment News",
                    "News Commentary",
                    "Politics",
                    "Sports News",
                    "Tech News"),
            topic(
                    "Religion & Spirituality",
                    "Buddhism",
                    "Christianity",
                    "Hinduism",
                    "Islam",
                    "Judaism",
                    "Religion",
                    "Spirituality"),
            topic(
                    "Science",
                    "Astronomy",
                    "Chemistry",
                    "Earth Sciences",
                    "Life Sciences",
                    "Mathematics",
                    "Natural Sciences",
                    "Nature",
                    "Physics",
                    "Social Sciences"),
            topic(
                    "Society & Culture",
                    "Documentary",
                    "Personal Journals",
                    "Philosophy",
                    "Places & Travel",
                    "Relationships"),
            topic(
                    "Sports",
                    "Baseball",
                    "Basketball",
                    "Cricket",
                    "Fantasy Sports",
                    "Football",
                    "Golf",
                    "Hockey",
                    "Rugby",
                    "Running",
                    "Soccer",
                    "Swimming",
                    "Tennis",
                    "Volleyball",
                    "Wilderness",
                    "Wrestling"),
            topic("Technology"),
            topic("True Crime"),
            topic("TV & Film", "After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews")));

    private PodcastTopics() {}

    private static Map.Entry<String, List<String>> topic(String name, String... within) {
        return Map.entry(name, List.of(within));
    }

    /** Reads {@code News} or {@code News > Daily News}; directories tell upper from lower case, people do not. */
    static Optional<Topic> read(String text) {
        String[] parts = text.split(">", -1);
        return parts.length > 2
                ? Optional.empty()
                : find(parts[0], TOPICS.keySet())
                        .flatMap(name -> parts.length == 1
                                ? Optional.of(new Topic(name, null))
                                : find(parts[1], TOPICS.getOrDefault(name, List.of()))
                                        .map(within -> new Topic(name, within)));
    }

    static String remedy(String text) {
        return find(text.split(">", -1)[0], TOPICS.keySet())
                .map(name -> TOPICS.getOrDefault(name, List.of()))
                .filter(within -> !within.isEmpty())
                .map(within -> "write one of these behind the '>': " + String.join(", ", within))
                .orElse("write one of " + String.join(", ", TOPICS.keySet()));
    }

    private static Optional<String> find(String written, Iterable<String> names) {
        for (String name : names) {
            if (name.equalsIgnoreCase(written.strip())) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
