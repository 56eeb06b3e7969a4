package org.feedwright.folder.claim;

import org.feedwright.article.FeedName;

/** What authors are told of former addresses that do not lead to what they wrote. */
final class AliasWarnings {
    static final String REMEDY = "take the address out, or write another one on this host";

    private AliasWarnings() {}

    static String elsewhere(String address) {
        return "'" + address + "' is on another host or is no address, and leads nowhere from here";
    }

    static String alive(String address) {
        return "something lives at '" + address + "', which therefore does not lead here";
    }

    static String ofFeed(String address, FeedName feed) {
        return "'" + address + "' leads to the feed '" + feed + "', which claimed it first";
    }

    /** @param article the one that claimed it, as readers may know it */
    static String ofArticle(String address, String article) {
        return "'" + address + "' leads to " + article + ", which claimed it first";
    }
}
