package org.feedwright.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Real web servers with the exported files and their configuration answer as the service does. */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("org.feedwright.export.StaticServer#toBeTested")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests of each server
class ExportedSiteTest
        implements SameAnswersContract,
                MissingFilesContract,
                FileRequestsContract,
                SpellingsContract,
                OtherAddressesContract,
                FileErrorsContract {
    @Parameter
    private StaticServer kind;

    private ExportedSite site;
    private WebServer server;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void serveAnExport(@TempDir Path directory) throws Exception {
        site = new ExportedSite(directory);
        server = kind.start(Files.createDirectory(directory.resolve("server")), site.site());
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    void end() throws IOException {
        server.close();
        site.close();
    }

    @Override
    public ExportedSite site() {
        return site;
    }

    @Override
    public WebServer server() {
        return server;
    }

    @Override
    public boolean sendsBrotli() {
        return kind.sendsBrotli();
    }
}
