package org.feedwright.timeline;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class FeedDefaultsOnPostgresTest extends FeedDefaultsContract {
    @Override
    protected Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
