package org.feedwright;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.feedwright.authoring.FolderCheck;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code check}: reads a folder as the service would, and prints every problem. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads a folder of feeds and prints every problem as 'file:line: what is wrong; what to do'.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:no problem", "1:at least one problem", "2:the folder cannot be read"})
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(folder)) {
            err.println(folder + " is not a folder; name the one that holds a folder for each feed");
            return 2;
        }
        var problems = FolderCheck.problems(folder, maxFileSize, files -> {
            if (files % 1_000 == 0) {
                err.println(files + " files read");
            }
        });
        problems.forEach(
                problem -> out.println(problem.at(folder.resolve(problem.file()).toString())));
        err.println(
                problems.isEmpty()
                        ? "No problem found"
                        : problems.size() + (problems.size() == 1 ? " problem found" : " problems found"));
        return problems.isEmpty() ? 0 : 1;
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
