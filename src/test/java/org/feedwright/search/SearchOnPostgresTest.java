package org.feedwright.search;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class SearchOnPostgresTest extends SearchContract {
    @Override
    protected Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
