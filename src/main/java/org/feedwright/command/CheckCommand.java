package org.feedwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.feedwright.folder.FolderCheck;
import org.feedwright.folder.FolderCheck.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code check}: reads a folder as the service would, and prints every problem and every warning. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads a folder of feeds and prints every problem as 'file:line: what is wrong; what to do', and"
                + " every warning as 'file:line: warning: what was ignored, missing or guessed; what to do'. A problem"
                + " holds a file back, a warning does not. With --against it also compares a feed with the one that"
                + " readers know, and prints each entry that they would see as new, changed or lost.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:no problem",
            "1:at least one problem; with --strict, or one warning; with --against, or one difference",
            "2:the command was not understood",
            "3:the folder, or the feed to compare with, cannot be read"
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            defaultValue = "${env:FEEDWRIGHT_FOLDER:-feeds}",
            description = "the folder of feeds; default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("feeds");

    @Option(
            names = "--max-file-size",
            defaultValue = "2MB",
            paramLabel = "<size>",
            converter = Size.class,
            description = "the largest file that is read; default: 2MB")
    private DataSize maxFileSize = DataSize.ofMegabytes(2);

    @Option(names = "--strict", description = "end with 1 for warnings too")
    private boolean isStrict;

    @ArgGroup(exclusive = false)
    private @Nullable Against against;

    @ParentCommand
    private @Nullable Commands commands;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(folder)) {
            err.println(folder + " is not a folder; name the one that holds a folder for each feed");
            return Commands.NOT_DONE;
        }
        var found = FolderCheck.look(
                folder, maxFileSize, Objects.requireNonNull(commands).clock().instant(), files -> {
                    if (files % 1_000 == 0) {
                        err.println(files + " files read");
                    }
                });
        found.forEach(each -> out.println(line(each)));
        long warnings = found.stream().filter(Found::isWarning).count();
        long problems = found.size() - warnings;
        err.println(summary(problems, warnings));
        int status = problems > 0 || (isStrict && warnings > 0) ? Commands.PROBLEMS_FOUND : Commands.DONE;
        return against == null ? status : Math.max(status, against.compare(folder, commands, spec));
    }

    private static String line(Found found) {
        var problem = found.problem();
        String file = found.file().toString();
        return found.isWarning() ? problem.warningAt(file) : problem.at(file);
    }

    private static String summary(long problems, long warnings) {
        String found = (problems == 0 ? "No problem" : counted(problems, "problem"))
                + (warnings == 0 ? "" : " and " + counted(warnings, "warning"));
        return found + " found";
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static final class Size implements ITypeConverter<DataSize> {
        @Override
        public DataSize convert(String size) {
            try {
                return DataSize.parse(size);
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException("'" + size + "' is not a size; write one such as 2MB or 500KB");
            }
        }
    }
}
