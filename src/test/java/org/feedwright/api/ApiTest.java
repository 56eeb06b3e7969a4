package org.feedwright.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the API over real HTTP, with a service on each database. */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests on each database
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class ApiTest {
    @TempDir
    static Path directory;

    @Parameter
    Database database;

    ApiService service;

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        var home = directory.resolve(database.name());
        write(Files.createDirectories(home.resolve("feeds")));
        service = ApiService.start(home, database, settings());
        prepare();
    }

    /** Writes what is in the folder when the service starts. */
    void write(Path folder) throws IOException {}

    /** What the service is told besides where its things are. */
    String[] settings() {
        return new String[0];
    }

    /** Does what is done once, before the tests. */
    void prepare() {
        service.use(service.administrator());
    }

    @AfterParameterizedClassInvocation
    void stop() {
        service.close();
    }
}
