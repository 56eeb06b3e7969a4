package org.feedwright.imports.syndication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a feed's XML, under the name by which feeds know it, such as {@code dc:creator}. */
final class XmlNode {
    private final String name;
    private final String local;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<Object> children = new ArrayList<>(2); // elements and texts
    private final @Nullable String base;
    private final @Nullable String language;

    /**
     * An element without content.
     *
     * @param name with the usual prefix of its namespace
     * @param local without a prefix
     * @param base the address against which others are meant ({@code xml:base}); null if nobody says
     * @param language its {@code xml:lang}, or that of an element around it
     */
    XmlNode(String name, String local, @Nullable String base, @Nullable String language) {
        this.name = name;
        this.local = local;
        this.base = base;
        this.language = language;
    }

    String name() {
        return name;
    }

    String local() {
        return local;
    }

    @Nullable
    String base() {
        return base;
    }

    @Nullable
    String language() {
        return language;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<Object> children() {
        return children;
    }

    void attribute(String name, String value) {
        attributes.put(name, value);
    }

    void add(Object child) {
        children.add(child);
    }

    /** The value of an attribute without white space around it; empty if there is none. */
    String attribute(String name) {
        return attributes.getOrDefault(name, "").strip();
    }

    Stream<XmlNode> elements() {
        return children.stream().filter(XmlNode.class::isInstance).map(XmlNode.class::cast);
    }

    Stream<XmlNode> all(String wanted) {
        return elements().filter(element -> element.name.equals(wanted));
    }

    /** The first element within this one that has one of the names; an earlier name counts more. */
    Optional<XmlNode> first(String... names) {
        return Stream.of(names).flatMap(this::all).findFirst();
    }

    /** The text of the first of the elements that says something; null if none does. */
    @Nullable
    String textOf(String... names) {
        return Stream.of(names)
                .flatMap(this::all)
                .map(XmlNode::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The text within, as it is written. */
    String text() {
        if (children.size() == 1 && children.getFirst() instanceof String text) {
            return text;
        }
        var text = new StringBuilder();
        for (Object child : children) {
            text.append(child instanceof XmlNode element ? element.text() : Objects.toString(child));
        }
        return text.toString();
    }
}
