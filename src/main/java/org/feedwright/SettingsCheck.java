package org.feedwright;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.feedwright.store.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Refuses, before anything is made by them, settings that nobody reads and settings of the server that cannot be. */
final class SettingsCheck {
    private static final Pattern OURS = Pattern.compile("(?i)feedwright[._-].+");

    /** What Kubernetes sets in each container for each service, of which one may be named feedwright. */
    private static final Pattern KUBERNETES = Pattern.compile(
            ".*_(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT(?:_\\d+_(?:TCP|UDP)(?:_(?:PROTO|PORT|ADDR))?)?)");

    private static final String FORWARDED = "server.forward-headers-strategy";
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
        port("server.port", environment.getProperty("server.port"));
        port("management.server.port", environment.getProperty("management.server.port"));
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
        throw new SettingRefused(
                name,
                value,
                "nobody reads: there is no such setting",
                known.nearest(name)
                        .map(nearest -> "write " + nearest + " if that is what you mean, or leave it out")
                        .orElse("leave it out; docs/reference.md has all that there are"));
    }

    /** 0 is any that is free, and -1 none. */
    private static void port(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        boolean isPort = value.strip().matches("-1|\\d{1,5}") && Integer.parseInt(value.strip()) <= LAST_PORT;
        if (!isPort) {
            throw new SettingRefused(name, value, "is no port", "write a number from 0 to " + LAST_PORT);
        }
    }
}
