package org.feedwright.timeline;

import org.feedwright.article.ArticleId;
import org.feedwright.article.Manuscript;
import org.feedwright.feed.Address;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Conventions.Ids;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.LocalAddress;
import org.feedwright.text.AddressKind;
import org.feedwright.text.UriReference;
import org.jspecify.annotations.Nullable;

/** Completes manuscripts with the addresses that their feed's definition makes of what their authors state. */
final class StatedAddresses {
    private StatedAddresses() {}

    static Manuscript of(Manuscript manuscript, FeedDefinition definition, Addresses addresses) {
        boolean isByAddress = definition.conventions().ids() == Ids.LINK && manuscript.statedId() == null;
        if (!isByAddress && manuscript.aliases().isEmpty()) {
            return manuscript;
        }
        String own = new Address.Article(manuscript.feed(), manuscript.slug()).decoded();
        var aliases = manuscript.aliases().stream()
                .flatMap(alias -> addresses
                        .local(alias, definition.description().home())
                        .map(LocalAddress::toString)
                        .stream())
                .filter(alias -> !alias.equals(own))
                .distinct()
                .toList();
        return manuscript.asAsked(aliases, isByAddress ? address(manuscript, addresses) : null);
    }

    /** The article's address as its entry has it; null where it is too long for an id, which is then minted. */
    private static @Nullable String address(Manuscript manuscript, Addresses addresses) {
        String link = manuscript.text().link();
        String written = link == null ? null : UriReference.of(link).uri();
        String address = written != null && AddressKind.LINK.allows(written)
                ? written
                : addresses.article(manuscript.feed(), manuscript.slug());
        return ArticleId.isAddress(address) ? address : null;
    }
}
