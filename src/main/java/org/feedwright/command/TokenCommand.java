package org.feedwright.command;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.feedwright.access.Scopes;
import org.feedwright.access.Token;
import org.feedwright.access.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: new, list or revoke");
    }

    /** {@code token new}. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a token and prints it as its last line. It is not stored and cannot be shown again.",
                "Say with --publish, --read or --admin what it allows."
            })
    static final class New extends StoreCommand {
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
        int run() throws IOException, InterruptedException {
            Scopes scopes;
            try {
                scopes = new Scopes(reads, administers, feeds());
            } catch (IllegalArgumentException e) {
                say(e.getMessage() + "; say what it allows: --publish FEED, --publish all, --read or --admin");
                return Commands.WRONG_USE;
            }
            return withParts(parts -> {
                String token = parts.getBean(Tokens.class).make(name.strip(), scopes);
                say("It allows: " + scopes + ". Keep it safe: it is not shown again.");
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
    static final class Listing extends StoreCommand {
        @Override
        int run() throws IOException, InterruptedException {
            return withParts(parts -> {
                parts.getBean(Tokens.class).list().forEach(token -> out().println(line(token)));
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
    static final class Revoke extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "as list shows it")
        private String id = "";

        @Override
        int run() throws IOException, InterruptedException {
            return withParts(parts -> {
                if (!parts.getBean(Tokens.class).revoke(id)) {
                    say("There is no such token; 'token list' shows the ids of those that there are");
                    return Commands.NOT_DONE;
                }
                say("Revoked " + id);
                return Commands.DONE;
            });
        }
    }
}
