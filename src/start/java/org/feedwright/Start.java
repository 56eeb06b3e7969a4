package org.feedwright;

/**
 * The jar's first class, compiled for Java 17 where all others need 25: on an older Java it says so in a sentence, and
 * not by the name of the first class that cannot be read.
 */
public final class Start {
    private static final int NEEDED = 25;
    private static final int NOT_DONE = 3;

    private Start() {}

    /** Hands over to {@link Feedwright}, by its name: on an older Java it cannot even be looked at. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        int feature = Runtime.version().feature();
        if (feature < NEEDED) {
            System.err.println("Feedwright needs Java " + NEEDED + " or later, and this is Java " + feature + " ("
                    + System.getProperty("java.home") + "). Please install a JDK " + NEEDED
                    + ", and start it with that one's 'java'.");
            System.exit(NOT_DONE);
        }
        Class.forName("org.feedwright.Feedwright")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
