package org.feedwright.timeline;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class PublishedPagesOnPostgresTest extends PublishedPagesContract {
    @Override
    protected Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
