package org.feedwright.imports.ghost;

/** Parts of a post that Ghost shows to some of its members, even where everyone may read the post. */
final class GatedBlocks {
    private static final String BEGIN = "<!--kg-gated-block:begin";
    private static final String END = "<!--kg-gated-block:end";
    private static final String FOR_EVERYONE = "nonMember:true";

    private GatedBlocks() {}

    /** The text without the parts that strangers do not see. A part that has no end goes as far as the text. */
    static String without(String html) {
        var open = new StringBuilder();
        int done = 0;
        for (int begin = html.indexOf(BEGIN); begin >= 0; begin = html.indexOf(BEGIN, done)) {
            int head = html.indexOf("-->", begin);
            int end = html.indexOf(END, begin);
            int behind = end < 0 ? -1 : html.indexOf("-->", end);
            open.append(html, done, begin);
            done = behind < 0 ? html.length() : behind + 3;
            boolean isOpen =
                    head >= 0 && html.substring(begin, head).replace(" ", "").contains(FOR_EVERYONE);
            if (isOpen && end > head) {
                open.append(html, head + 3, end);
            }
        }
        return open.append(html, done, html.length()).toString();
    }
}
