package org.feedwright.store;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a PostgreSQL. It may name several servers, of which one writes and the others follow it; the driver
 * finds the one that writes.
 */
final class PostgresAddress {
    static final String KIND = "targetServerType";

    /** The driver's words for the server that writes. */
    private static final Set<String> WRITERS = Set.of("primary", "master");

    private static final Pattern SERVERS = Pattern.compile("jdbc:postgresql://([^/?]*).*", Pattern.DOTALL);
    private static final Pattern STATED = Pattern.compile("[?&]" + KIND + "=([^&]*)");

    /** Where other programs have the login, before the host. */
    private static final Pattern LOGIN = Pattern.compile("jdbc:postgresql://[^?]*@.*", Pattern.DOTALL);

    private static final String URL = "spring.datasource.url";

    private PostgresAddress() {}

    /**
     * Refuses an address that is of another kind, or has a login in it. What might be a password is not shown: the
     * sentence stands on the log.
     */
    static void refuseOthers(String url) {
        String shown = url.replaceFirst("(?s)\\?.*", "").replaceFirst("(?s)^((?:[a-z]+:)*).*@", "$1…@");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new SettingRefused(
                    URL,
                    shown,
                    "is not the address of a PostgreSQL",
                    "write one such as jdbc:postgresql://localhost/feedwright, or none for SQLite");
        }
        if (LOGIN.matcher(url).matches()) {
            throw new SettingRefused(
                    URL,
                    shown,
                    "has a login before the host that nobody would read",
                    "take the login out, and write it in spring.datasource.username and spring.datasource.password");
        }
    }

    static boolean namesSeveral(String url) {
        var servers = SERVERS.matcher(url);
        return servers.matches() && servers.group(1).contains(",");
    }

    /**
     * Refuses an address by which the driver may take a server that cannot write.
     *
     * @param properties of the driver, which count where the address says nothing
     */
    static void refuseReaders(String url, Properties properties) {
        var stated = STATED.matcher(url);
        String kind = stated.find() ? stated.group(1) : properties.getProperty(KIND, "");
        if (namesSeveral(url) && !WRITERS.contains(kind.toLowerCase(Locale.ROOT))) {
            throw new SettingRefused(
                    URL,
                    JdbcDialect.POSTGRESQL.place(url),
                    "names several servers and may be answered by one that only reads",
                    "add " + KIND + "=primary to its parameters, so that the one that writes is found");
        }
    }

    /**
     * Adds time limits for connecting to a login. Limits that the address states count more. Of several servers, one
     * that has vanished leaves time for the next, and one that has just become the writer is not passed over because it
     * was none a moment ago.
     */
    static Properties withLimits(String url, Properties login) {
        var all = new Properties();
        all.setProperty("connectTimeout", namesSeveral(url) ? "1" : "3"); // seconds
        all.setProperty("hostRecheckSeconds", "1");
        all.setProperty("loginTimeout", "3");
        all.setProperty("cancelSignalTimeout", "3");
        all.setProperty("tcpKeepAlive", "true");
        all.putAll(login);
        return all;
    }
}
