package org.feedwright.micropub;

import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Address;
import org.feedwright.feed.Addresses;
import org.feedwright.upload.UploadedFile;
import org.feedwright.upload.Uploads;

/**
 * The addresses of files and articles as apps have them. An article names its files as if they lay beside it; an app
 * knows whole addresses.
 */
record FileAddresses(Addresses addresses, Uploads uploads, FeedName feed) {
    /** How an article of the feed names what is at an address: an uploaded file by its name. */
    String named(String address) {
        return path(addresses, address)
                .flatMap(Address::parse)
                .filter(Address.MediaFile.class::isInstance)
                .map(Address.MediaFile.class::cast)
                .filter(file -> file.feed().equals(feed))
                .flatMap(file -> uploads.at(feed, file.file()))
                .filter(file ->
                        uploads.find(feed, file.name()).filter(file::equals).isPresent())
                .map(UploadedFile::name)
                .orElse(address);
    }

    /** The whole address of what an article of the feed names. */
    String whole(String written) {
        return uploads.find(feed, written)
                .map(file -> addresses.media(feed, file.path()))
                .orElse(written);
    }

    /** The article whose page is at an address. */
    static Optional<Address.Article> article(Addresses addresses, String address) {
        return path(addresses, address)
                .flatMap(Address::parse)
                .filter(Address.Article.class::isInstance)
                .map(Address.Article.class::cast);
    }

    private static Optional<String> path(Addresses addresses, String address) {
        String home = addresses.home();
        return address.startsWith(home) ? Optional.of(address.substring(home.length() - 1)) : Optional.empty();
    }
}
