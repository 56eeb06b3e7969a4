package org.feedwright.imports.pasted;

import java.util.regex.Pattern;

/** Lines of a web page or of a printed page that are around a report and no part of it. */
final class Furniture {
    static final Pattern NEW_TAB =
            Pattern.compile(" ?\\(opens in (?:a )?new (?:tab|window)\\)", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 200; // characters of a line that is furniture

    private static final Pattern LINE = Pattern.compile(
            String.join(
                    "|",
                    "(?:\\d+|no) (?:comments?|repl(?:y|ies)|views?|shares?|likes?)(?: yet)?",
                    "(?:loading|load|show|view)(?: new| more| all)* (?:replies|comments)(?:\\.\\.\\.|…)?",
                    "moderator|reply|report|quote|like|share|tweet|pin it|print|e-?mail|save|bookmark|copy link",
                    "share (?:this|on|via|to)\\b.{0,40}|(?:print|e-?mail|send|share|save) (?:this )?(?:page|article|post|story|version|to a friend)",
                    "facebook|twitter|x|linkedin|whatsapp|reddit|telegram|pinterest|bluesky|mastodon|threads",
                    "(?:facebook|twitter|x|linkedin|whatsapp|reddit|telegram|pinterest|e-?mail|print|share|copy link)(?:[ |·•/,]+(?:facebook|twitter|x|linkedin|whatsapp|reddit|telegram|pinterest|e-?mail|print|share|copy link))+",
                    "(?:read|see|learn|show) more\\W*|continue reading\\W*|back to (?:top|news|home)\\W*",
                    "skip to (?:main )?(?:content|navigation)|menu|home|search|close|log ?in|sign ?in|sign ?up|register|subscribe(?: now)?",
                    "home ?[>/»›|].{0,120}",
                    "(?:advertisement|sponsored|advertising)",
                    "(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.*|by (?:continuing|using) .*cookies.*",
                    "(?:accept|reject|decline|allow|manage|cookie)(?: all)?(?: (?:cookies|settings|preferences|policy|notice|consent))?",
                    "privacy policy|terms(?: (?:of|and) (?:use|service|conditions))?|contact(?: us)?|about(?: us)?",
                    "(?:privacy policy|terms|contact|about|imprint|cookies?)(?: us)?(?:[ |·•]+(?:privacy policy|terms(?: of use)?|contact(?: us)?|about(?: us)?|imprint|cookies?))+",
                    "join the (?:full )?(?:discussion|conversation)\\b.*|leave a (?:comment|reply)\\W*|follow us\\b.{0,60}",
                    "\\d+[ -]min(?:ute)?s? read|listen to this article.{0,20}|page \\d+(?: of \\d+)?|\\d+ ?/ ?\\d+",
                    "(?:sign up|subscribe) (?:for|to) (?:our|the) .{0,60}|(?:previous|next)(?: (?:article|post|story))?\\W*",
                    "(?:©|\\(c\\)|copyright).{0,80}all rights reserved\\.?|https?://\\S+(?: +\\d+/\\d+)?",
                    "weiterlesen|drucken|teilen|阅读更多|分享|打印|lire la suite|partager|imprimer|leer más|compartir|imprimir",
                    "[-_=*•~ ]{3,}"),
            Pattern.CASE_INSENSITIVE);

    private Furniture() {}

    static boolean is(String line) {
        return line.length() <= LONGEST && LINE.matcher(line).matches();
    }
}
