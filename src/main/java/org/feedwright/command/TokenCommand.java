package org.feedwright.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.feedwright.access.Scopes;
import org.feedwright.access.Token;
import org.feedwright.access.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code token}: makes, lists and revokes the tokens with which the API is used, also beside a running service. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Makes, lists and revokes the tokens with which programs publish through the API.",
            "Takes the service's settings as --name=value: it needs those that say where the data are."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:it is done",
            "2:the command was not understood",
            "3:the store could not be opened, or there is no such token"
        },
        subcommands = {TokenCommand.New.class, TokenCommand.Listing.class, TokenCommand.Revoke.class},
        synopsisSubcommandLabel = "new | list | revoke")
final class TokenCommand implements Runnable {
    @ParentCommand
    private @Nullable Commands commands;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: new, list or revoke");
    }

    Class<?> application() {
        return Objects.requireNonNull(commands).application();
    }

    /** What the commands have in common: they take the service's settings, and open its store of tokens. */
    abstract static class Part implements Callable<Integer> {
        @Unmatched
        private List<String> settings = new ArrayList<>();

        @ParentCommand
        private @Nullable TokenCommand parent;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        int open(ToIntFunction<Tokens> work) {
            return OpenStore.with(
                    Objects.requireNonNull(parent).application(),
                    settings,
                    err(),
                    beans -> work.applyAsInt(beans.getBean(Tokens.class)));
        }

        PrintWriter out() {
            return spec.commandLine().getOut();
        }

        PrintWriter err() {
            return spec.commandLine().getErr();
        }
    }

    /** {@code token new}. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a token and prints it as its last line. It is not stored and cannot be shown again.",
                "Say with --publish, --read or --admin what it allows."
            })
    static final class New extends Part {
        @Parameters(paramLabel = "NAME", description = "what it is for, such as the program that gets it")
        private String name = "";

        @Option(
                names = "--publish",
                split = ",",
                paramLabel = "FEED",
                description = "publish, revise and withdraw articles in these feeds, and read them; all for every feed")
        private @Nullable List<String> publish;

        @Option(names = "--read", description = "read all feeds, with their drafts")
        private boolean reads;

        @Option(names = "--admin", description = "define feeds, and all else")
        private boolean administers;

        @Override
        public Integer call() {
            Scopes scopes;
            try {
                scopes = new Scopes(reads, administers, feeds());
            } catch (IllegalArgumentException e) {
                err().println(e.getMessage()
                        + "; say what it allows: --publish FEED, --publish all, --read or --admin");
                return Commands.WRONG_USE;
            }
            return open(tokens -> {
                String token = tokens.make(name.strip(), scopes);
                err().println("It allows: " + scopes + ". Keep it safe: it is not shown again.");
                err().flush();
                out().println(token);
                return Commands.DONE;
            });
        }

        private Set<String> feeds() {
            var feeds = new HashSet<>(publish == null ? List.<String>of() : publish);
            if (feeds.remove("all")) {
                feeds.add(Scopes.EVERY_FEED);
            }
            return feeds;
        }
    }

    /** {@code token list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists all tokens: the id, since when there is one, what it allows, and its name.")
    static final class Listing extends Part {
        @Override
        public Integer call() {
            return open(tokens -> {
                tokens.list().forEach(token -> out().println(line(token)));
                return Commands.DONE;
            });
        }

        private static String line(Token token) {
            return token.id() + "  " + token.created() + "  " + token.scopes() + "  " + token.name();
        }
    }

    /** {@code token revoke}. */
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Ends a token. A running service refuses it from the next request on.")
    static final class Revoke extends Part {
        @Parameters(paramLabel = "ID", description = "as list shows it")
        private String id = "";

        @Override
        public Integer call() {
            return open(tokens -> {
                if (!tokens.revoke(id)) {
                    err().println("There is no such token; 'token list' shows the ids of those that there are");
                    return Commands.NOT_DONE;
                }
                err().println("Revoked " + id);
                return Commands.DONE;
            });
        }
    }
}
