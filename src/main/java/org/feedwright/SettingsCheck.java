package org.feedwright;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.feedwright.store.SettingRefused;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Refuses, before anything is made by them, settings that nobody reads and settings of the server that cannot be. */
final class SettingsCheck {
    private static final Pattern OURS = Pattern.compile("(?i)feedwright[._-].+");

    /** What Kubernetes sets in each container for each service, of which one may be named feedwright. */
    private static final Pattern KUBERNETES = Pattern.compile(
            ".*_(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT(?:_\\d+_(?:TCP|UDP)(?:_(?:PROTO|PORT|ADDR))?)?)");

    /** A misspelled password is one all the same. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(?:pass|secret|token|credential|key|git|webhook).*");

    private static final String FORWARDED = "server.forward-headers-strategy";
    private static final String READERS = "server.port";
    private static final String OPERATOR = "management.server.port";
    private static final int LAST_PORT = 65_535;

    private SettingsCheck() {}

    static void check(ConfigurableEnvironment environment, KnownSettings known) {
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                boolean isEnvironment =
                        source.getName().startsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
                Arrays.stream(enumerable.getPropertyNames())
                        .filter(name -> OURS.matcher(name).matches() && !known.contains(name))
                        .filter(name -> !isEnvironment || !isOfKubernetes(name))
                        .findFirst()
                        .ifPresent(name -> refuse(name, String.valueOf(enumerable.getProperty(name)), known));
            }
        }
        int readers = port(READERS, environment.getProperty(READERS, ""));
        int operator = port(OPERATOR, environment.getProperty(OPERATOR, ""));
        if (readers == operator && readers > 0) {
            throw new SettingRefused(
                    OPERATOR,
                    String.valueOf(operator),
                    "is " + READERS + ", too: health, metrics and the operator's page would be for everybody",
                    "give one of them another number, or set " + OPERATOR + " to -1 to go without these");
        }
        if (environment.getProperty(FORWARDED, "").equalsIgnoreCase("framework")) {
            throw new SettingRefused(
                    FORWARDED,
                    "framework",
                    "believes everyone who says for whom he asks",
                    "leave it out, and write in feedwright.http.trusted-proxies which proxies are to be believed");
        }
    }

    static boolean isOfKubernetes(String name) {
        return KUBERNETES.matcher(name).matches();
    }

    private static void refuse(String name, String value, KnownSettings known) {
        var nearest = known.nearest(name);
        throw new SettingRefused(
                name,
                shown(name + " " + nearest.orElse(""), value),
                "nobody reads: there is no such setting",
                nearest.map(each -> "write " + each + " if that is what you mean, or leave it out")
                        .orElse("leave it out; docs/reference.md has all that there are"));
    }

    /** A value as it may stand on the log. */
    static String shown(String name, String value) {
        return SECRET.matcher(name).matches() ? "(not shown)" : value;
    }

    /** 0 is any that is free, and -1 none. */
    private static int port(String name, String value) {
        String number = value.strip();
        if (number.matches("-1|\\d{1,5}") && Integer.parseInt(number) <= LAST_PORT) {
            return Integer.parseInt(number);
        }
        throw new SettingRefused(name, value, "is no port", "write a number from 0 to " + LAST_PORT);
    }
}
