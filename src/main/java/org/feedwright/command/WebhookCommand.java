package org.feedwright.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.feedwright.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

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
    @ParentCommand
    private @Nullable Commands commands;

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
    static final class Test implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "as the settings have it")
        private String name = "";

        @Unmatched
        private List<String> settings = new ArrayList<>();

        @ParentCommand
        private @Nullable WebhookCommand parent;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            var err = spec.commandLine().getErr();
            var wrong = ServeArguments.wrong(settings);
            if (wrong.isPresent()) {
                err.println(wrong.get());
                return Commands.WRONG_USE;
            }
            var application = Objects.requireNonNull(Objects.requireNonNull(parent).commands)
                    .application();
            try (var started = CommandApplication.start(application, settings)) {
                if (started == null) {
                    return Commands.NOT_DONE;
                }
                var webhooks = started.getBeanProvider(Webhooks.class).getIfAvailable();
                if (webhooks == null) {
                    err.println("The settings name no webhook: see feedwright.webhooks.endpoints");
                    return Commands.NOT_DONE;
                }
                return test(webhooks);
            }
        }

        private int test(Webhooks webhooks) throws InterruptedException {
            var err = spec.commandLine().getErr();
            try {
                var refused = webhooks.test(name);
                err.println(refused.map(reason -> name + " did not take it: " + reason)
                        .orElse(name + " has taken it"));
                return refused.isPresent() ? Commands.NOT_DONE : Commands.DONE;
            } catch (IllegalArgumentException e) {
                err.println(e.getMessage());
                return Commands.NOT_DONE;
            }
        }
    }
}
