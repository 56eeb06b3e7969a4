package org.feedwright.feed;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class FormerNamesOnPostgresTest extends FormerNamesContract {
    @Override
    protected Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
