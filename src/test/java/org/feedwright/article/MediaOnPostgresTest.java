package org.feedwright.article;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class MediaOnPostgresTest extends MediaContract {
    @Override
    Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
