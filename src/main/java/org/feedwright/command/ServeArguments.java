package org.feedwright.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments behind {@code feedwright [serve]}: settings as {@code --name=value}. */
public final class ServeArguments {
    private static final Set<String> SWITCHES = Set.of("--debug", "--trace");
    private static final Set<String> HELP = Set.of("--help", "-h", "help", "-?");

    private ServeArguments() {}

    /** Whether the arguments start the service and not another command. */
    public static boolean areMeant(String... arguments) {
        return arguments.length == 0
                || arguments[0].equals("serve")
                || isSetting(arguments[0])
                || SWITCHES.contains(arguments[0]);
    }

    /** The settings among the arguments, without the word {@code serve}, and each once. */
    static List<String> settings(String... arguments) {
        return Arrays.stream(arguments)
                .skip(arguments.length > 0 && arguments[0].equals("serve") ? 1 : 0)
                .distinct()
                .toList();
    }

    public static boolean askForHelp(String... arguments) {
        return Arrays.stream(arguments).anyMatch(HELP::contains);
    }

    /** Why the settings cannot be understood, and what to do; empty if they can. */
    static Optional<String> wrong(List<String> settings) {
        var given = new HashMap<String, String>();
        return settings.stream()
                .filter(setting -> !SWITCHES.contains(setting))
                .flatMap(setting -> wrong(setting, given).stream())
                .findFirst();
    }

    private static Optional<String> wrong(String setting, Map<String, String> given) {
        if (!isSetting(setting)) {
            return Optional.of("'" + setting + "' is no setting; write settings as --name=value");
        }
        String name = setting.substring(2, setting.indexOf('='));
        if (name.indexOf('.') < 0 && !SWITCHES.contains("--" + name)) {
            return Optional.of("There is no setting '" + name + "'; write its whole name, such as --server.port=8080"
                    + " or --feedwright.folder=feeds");
        }
        String before = given.putIfAbsent(name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""), setting);
        return before == null
                ? Optional.empty()
                : Optional.of("A setting is given twice, as " + before + " and as " + setting + "; keep one of them");
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--") && argument.indexOf('=') > 2;
    }
}
