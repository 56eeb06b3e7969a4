package org.feedwright.article;

import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;

class AddressesOnPostgresTest extends AddressesContract {
    @Override
    protected Store open() {
        return Store.postgres(Postgres.freshDatabase());
    }
}
