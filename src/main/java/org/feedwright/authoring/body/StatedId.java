package org.feedwright.authoring.body;

import org.commonmark.node.CustomNode;

/** The id that an author gave a heading; it stands in the heading and is not shown. */
final class StatedId extends CustomNode {
    private final String id;

    StatedId(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
