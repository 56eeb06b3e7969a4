package org.feedwright.article;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class StatedIdsOnPostgresTest extends StatedIdsContract {
    @Override
    protected Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
