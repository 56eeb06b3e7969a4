package org.feedwright.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.text.HttpAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address on this host, as requests ask for it. Two ways of writing the same one are equal.
 *
 * @param path decoded, and without a slash at its end
 * @param query what stands behind the question mark, decoded; empty where there is none
 */
public record LocalAddress(String path, String query) {
    private static final int LONGEST = 2000; // bytes; PostgreSQL cannot index what is much longer

    private static final Pattern WHOLE = Pattern.compile("(?i)(?:https?:)?//[^/?#]*([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern PATH = Pattern.compile("([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    /** The query by which the front page shows further articles. */
    private static final Pattern FURTHER_PAGE = Pattern.compile("(?:^|&)page(?:=|&|$)");

    /** Whether a query means something to the front page, so that it cannot be that of a former address. */
    public static boolean isOfFrontPage(String query) {
        return FURTHER_PAGE.matcher(query).find();
    }

    /** Whether the front page is there, or one of its further pages, whatever else is in the query. */
    public boolean isOfFrontPage() {
        return path.equals("/") && (query.isEmpty() || isOfFrontPage(query));
    }

    /** The address that a request asks for, percent-encoded as it came. */
    public static LocalAddress asked(String path, @Nullable String query) {
        String one = decoded(path).replaceAll("/{2,}", "/");
        return new LocalAddress(
                one.length() > 1 && one.endsWith("/") ? one.substring(0, one.length() - 1) : one,
                query == null ? "" : decoded(query.replace('+', ' ')));
    }

    /**
     * Reads what an author writes: a path with or without a slash before it, or a whole address.
     *
     * @param base where this service is, whose own path is left out
     * @param home where the site is that was on this host before; null where that is not known
     * @return empty if the address is on another host, or can be none
     */
    public static Optional<LocalAddress> read(String written, URI base, @Nullable String home) {
        String text = written.strip();
        var whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return isHere(text, base, home) ? of(whole.group(1), whole.group(2), base) : Optional.empty();
        }
        var path = PATH.matcher(text);
        return text.isEmpty() || SCHEME.matcher(text).matches() || !path.matches()
                ? Optional.empty()
                : of(path.group(1), path.group(2), base);
    }

    private static Optional<LocalAddress> of(String path, @Nullable String query, URI base) {
        var asked = asked(path.startsWith("/") ? path : "/" + path, query);
        String own = base.getPath() == null ? "" : base.getPath().replaceFirst("/+$", "");
        boolean isBelow = !own.isEmpty() && (asked.path + "/").startsWith(own + "/");
        String below = isBelow ? asked.path.substring(own.length()) : asked.path;
        return Optional.of(new LocalAddress(below.isEmpty() ? "/" : below, asked.query))
                .filter(address -> address.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST
                        && address.toString().indexOf('\0') < 0);
    }

    private static boolean isHere(String address, URI base, @Nullable String home) {
        String host = host(address.startsWith("//") ? "https:" + address : address);
        return host.equals(host(base.toString())) || (home != null && host.equals(host(home)));
    }

    private static String host(String address) {
        try {
            return HttpAddress.of(address).host();
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static String decoded(String text) {
        return Address.decoded(text).orElse(text);
    }

    /** The same path without the query. */
    public LocalAddress withoutQuery() {
        return new LocalAddress(path, "");
    }

    /** The text by which it is compared and stored. */
    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
