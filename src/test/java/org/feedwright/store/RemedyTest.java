package org.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {
    /** The database's own words, and names of hosts, say nothing of what is to be done. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The store is locked by another program. | End the other program
            The disk that holds the store is full. | Make room
            The store's file is damaged ([SQLITE_CORRUPT] (full)); restore a backup. | Stop the service and restore
            The database does not answer (Connection to fullstack:5432 refused). | See that the database runs
            The database does not answer (FATAL: no pg_hba.conf entry for host "unlocked"). | See that the database runs
            The database has failed (ERROR: relation (damaged) is gone). | See that the database runs
            The program has failed (a (damaged) word); the log says more. | Report it
            The folder /srv/full (old) is not there, and what is stored stays published. | See that the folder
            """)
    void goesByOurWordsAndNotByThoseThatAreCited(String problem, String remedy) {
        assertThat(Remedy.of(problem)).startsWith(remedy);
    }
}
