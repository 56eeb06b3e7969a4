package org.feedwright.imports.ghost;

import static org.feedwright.imports.ghost.GhostData.text;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether everyone may read a post. Whatever is not known to be for everyone is not. */
final class Visibility {
    private Visibility() {}

    /**
     * Why a post must not be published.
     *
     * @param meta the post's row in {@code posts_meta}
     * @return empty if everyone may read it
     */
    static Optional<String> hidden(JsonNode post, JsonNode meta, boolean hasTiers) {
        String visibility = text(post, "visibility");
        if (!visibility.isEmpty() && !visibility.equals("public")) {
            return Optional.of(
                    switch (visibility) {
                        case "members" -> "drafts, because they are for members only";
                        case "paid" -> "drafts, because they are for paying members only";
                        case "tiers" -> "drafts, because they are for some members only";
                        default -> "drafts, because their visibility there is '" + visibility + "'";
                    });
        }
        if (hasTiers) {
            return Optional.of("drafts, because they are for some members only");
        }
        if (GhostData.isSet(meta, "email_only") || GhostData.isSet(post, "email_only")) {
            return Optional.of("drafts, because they were sent by e-mail only");
        }
        return switch (text(post, "status")) {
            case "published", "scheduled" -> Optional.empty();
            case "draft" -> Optional.of("drafts there");
            case "sent" -> Optional.of("drafts, because they were sent by e-mail only");
            case "" -> Optional.of("drafts, because nothing says that they are published");
            default -> Optional.of("drafts, because their status there is '" + text(post, "status") + "'");
        };
    }
}
