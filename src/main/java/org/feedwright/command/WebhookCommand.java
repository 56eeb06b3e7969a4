package org.feedwright.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.feedwright.webhook.Webhooks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code webhook}: makes a secret for a webhook, and tries whether one is heard. */
@Command(
        name = "webhook",
        mixinStandardHelpOptions = true,
        description = "Makes secrets for webhooks, and tries whether a receiver hears.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:it is done",
            "2:the command was not understood",
            "3:the receiver did not take it, or there is no such webhook"
        },
        subcommands = {WebhookCommand.Secret.class, WebhookCommand.Test.class},
        synopsisSubcommandLabel = "secret | test")
final class WebhookCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: secret or test");
    }

    /** {@code webhook secret}. */
    @Command(name = "secret", mixinStandardHelpOptions = true, description = "Prints a new secret for the settings.")
    static final class Secret implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            spec.commandLine().getOut().println(Webhooks.newSecret());
            return Commands.DONE;
        }
    }

    /** {@code webhook test}. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Sends a webhook of the settings a message of the type webhook.test, once, and says what came of it.",
                "Takes the service's settings as --name=value."
            })
    static final class Test extends StoreCommand {
        @Parameters(paramLabel = "NAME", description = "as the settings have it")
        private String name = "";

        @Override
        int run() throws IOException, InterruptedException {
            return withParts(parts -> {
                var webhooks = parts.getBeanProvider(Webhooks.class).getIfAvailable();
                if (webhooks == null) {
                    say("The settings name no webhook: see feedwright.webhooks.endpoints");
                    return Commands.NOT_DONE;
                }
                return test(webhooks);
            });
        }

        private int test(Webhooks webhooks) throws InterruptedException {
            try {
                var refused = webhooks.test(name);
                say(refused.map(reason -> name + " did not take it: " + reason).orElse(name + " has taken it"));
                return refused.isPresent() ? Commands.NOT_DONE : Commands.DONE;
            } catch (IllegalArgumentException e) {
                say(String.valueOf(e.getMessage()));
                return Commands.NOT_DONE;
            }
        }
    }
}
