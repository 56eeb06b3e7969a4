package org.feedwright.article;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class ArticlesOnPostgresTest extends ArticlesContract {
    @Override
    protected Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
