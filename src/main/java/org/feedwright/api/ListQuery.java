package org.feedwright.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.article.Slug;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a list that is asked for.
 *
 * @param after the last name of the part before; empty for the first part
 */
public record ListQuery(String after, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /** The part of a list of articles. */
    static ListQuery of(@Nullable String query) {
        return of(query, Slug::isValid);
    }

    /**
     * The part of a list.
     *
     * @param isName whether something in the list can have this name
     */
    public static ListQuery of(@Nullable String query, Predicate<String> isName) {
        String after = parameter(query, "after");
        String limit = parameter(query, "limit");
        if (after != null && !isName.test(after)) {
            throw new Refusal(400, "'after' is not from an answer. Follow its 'next', or leave 'after' out.");
        }
        if (limit != null && (!NUMBER.matcher(limit).matches() || Integer.parseInt(limit) > MOST)) {
            throw new Refusal(400, "'limit' is not a number from 1 to " + MOST + ".");
        }
        return new ListQuery(after == null ? "" : after, limit == null ? USUAL : Integer.parseInt(limit));
    }

    /**
     * The answer that has this part.
     *
     * @param key what the list is called
     * @param found the part; and one more, where it is not the last
     * @param name what tells where the next part begins
     * @param address of the list
     */
    public <T> Answer answer(
            String key, List<T> found, Function<T, ObjectNode> json, Function<T, String> name, String address) {
        var answer = Json.object();
        var list = answer.putArray(key);
        var part = found.stream().limit(limit).toList();
        part.forEach(each -> list.add(json.apply(each)));
        if (found.size() <= limit) {
            return Json.answer(200, Json.bytes(answer));
        }
        String next = address + next(name.apply(part.getLast()));
        answer.put("next", next);
        return Json.answer(200, Json.bytes(answer)).with(new Field("Link", "<" + next + ">; rel=\"next\""));
    }

    /** The query of the next part. */
    private String next(String last) {
        return "?after=" + URLEncoder.encode(last, StandardCharsets.UTF_8) + "&limit=" + limit;
    }

    /** The first value of a parameter; null where it is not there. */
    static @Nullable String parameter(@Nullable String query, String name) {
        try {
            return Stream.of((query == null ? "" : query).split("&", -1))
                    .map(part -> part.split("=", 2))
                    .filter(part -> part.length == 2 && part[0].equals(name))
                    .map(part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8))
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "The query is not percent-encoded as it has to be.");
        }
    }
}
