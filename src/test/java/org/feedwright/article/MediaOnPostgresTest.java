package org.feedwright.article;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class MediaOnPostgresTest extends MediaContract {
    @Override
    protected Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
