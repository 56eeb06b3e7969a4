package org.feedwright.timeline;

import java.util.Objects;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Manuscript;
import org.feedwright.feed.Address;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.LocalAddress;
import org.feedwright.text.AddressKind;
import org.feedwright.text.UriReference;
import org.jspecify.annotations.Nullable;

/** Completes manuscripts with the addresses that their feed's definition makes of what their authors state. */
final class StatedAddresses {
    private StatedAddresses() {}

    static Manuscript of(Manuscript manuscript, FeedDefinition definition, Addresses addresses) {
        String idAddress = manuscript.statedId() != null ? null : idAddress(manuscript, definition, addresses);
        if (Objects.equals(idAddress, manuscript.idAddress())
                && manuscript.aliases().isEmpty()) {
            return manuscript;
        }
        String own = new Address.Article(manuscript.feed(), manuscript.slug()).decoded();
        var aliases = manuscript.aliases().stream()
                .flatMap(alias ->
                        addresses.local(alias, definition.description().home()).map(LocalAddress::toString).stream())
                .filter(alias -> !alias.equals(own))
                .distinct()
                .toList();
        return manuscript.asAsked(aliases, idAddress);
    }

    /** The address that is the article's id; null where it is too long for one, which is then minted. */
    private static @Nullable String idAddress(Manuscript manuscript, FeedDefinition definition, Addresses addresses) {
        String address = switch (definition.conventions().ids()) {
            case MINTED -> null;
            case LINK -> address(manuscript, addresses);
            case PATTERN -> manuscript.idAddress();
        };
        return address != null && ArticleId.isAddress(address) ? address : null;
    }

    /** The article's address as its entry has it. */
    private static String address(Manuscript manuscript, Addresses addresses) {
        String link = manuscript.text().link();
        String written = link == null ? null : UriReference.of(link).uri();
        return written != null && AddressKind.LINK.allows(written)
                ? written
                : addresses.article(manuscript.feed(), manuscript.slug());
    }
}
