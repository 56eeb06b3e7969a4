package org.feedwright.authoring.template;

import org.feedwright.authoring.problem.Problem;

/**
 * A template tag as it stands in a text.
 *
 * @param name its first word, without what marks the end of a pair; empty for an expression
 * @param text what stands behind the name; of an expression, all of it
 * @param isEnd whether it ends a pair
 */
record Tag(int start, int end, Form form, String name, String text, boolean isEnd) {
    private static final int SHOWN = 40;

    enum Form {
        /** {@code {{< name >}}}, Hugo. */
        SHORTCODE,
        /** A shortcode within the signs of a comment, Hugo and Zola: shown without them. */
        ESCAPED,
        /** <code>{% name %}</code>. */
        STATEMENT,
        /** {@code {{ name(key=value) }}}, Zola. */
        CALL,
        /** {@code {{ expression }}}. */
        EXPRESSION,
        /** {@code {# text #}}, Nunjucks. */
        COMMENT
    }

    Arguments arguments() {
        return Arguments.of(text);
    }

    /** The tag as an example of its kind. */
    String kind() {
        return switch (form) {
            case SHORTCODE, ESCAPED -> "{{< " + name + " >}}";
            case CALL -> "{{ " + name + "() }}";
            case STATEMENT -> "{% " + name + " %}";
            default -> "{{ " + Problem.visible(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + " }}";
        };
    }
}
