package org.feedwright.folder.disk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a program still has a file open for writing, so that it may be half written.
 *
 * <p>Linux tells: a read lease ({@code fcntl(2)}, {@code F_SETLEASE}) is granted only on a file that nobody
 * has open for writing. Where it cannot be asked — another system, a network mount, a file of another
 * user — the answer is no, and what protects from half a file is that it must have been quiet for a moment.
 */
final class WriteLease {
    private static final int O_RDONLY_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
    private static final int F_SETSIG = 10;
    private static final int F_SETLEASE = 1024;
    private static final int F_RDLCK = 0;
    private static final int F_UNLCK = 2;
    /** A writer who opens the file while it is leased makes the kernel send a signal; this one is ignored. */
    private static final int SIGWINCH = 28;

    private static final int EAGAIN = 11;
    private static final Optional<Kernel> KERNEL = Kernel.find();

    private WriteLease() {}

    static boolean test(Path path) {
        return KERNEL.isPresent() && KERNEL.get().isOpenForWriting(path);
    }

    private record Kernel(MethodHandle open, MethodHandle fcntl, MethodHandle close) {
        private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
        private static final VarHandle ERRNO_VALUE =
                Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));

        @SuppressWarnings("restricted") // the jar's manifest and every command that starts it allow native access
        static Optional<Kernel> find() {
            if (!"Linux".equals(System.getProperty("os.name"))) {
                return Optional.empty();
            }
            var linker = Linker.nativeLinker();
            var library = linker.defaultLookup();
            try {
                return Optional.of(new Kernel(
                        linker.downcallHandle(
                                library.findOrThrow("open"),
                                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
                                Linker.Option.firstVariadicArg(2)),
                        linker.downcallHandle(
                                library.findOrThrow("fcntl"),
                                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
                                Linker.Option.firstVariadicArg(2),
                                ERRNO),
                        linker.downcallHandle(
                                library.findOrThrow("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT))));
            } catch (RuntimeException _) {
                return Optional.empty();
            }
        }

        boolean isOpenForWriting(Path path) {
            try (var arena = Arena.ofConfined()) {
                MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
                int file = (int) open.invokeExact(arena.allocateFrom(path.toString()), O_RDONLY_NONBLOCK_CLOEXEC, 0);
                if (file < 0) {
                    return false;
                }
                try {
                    int signal = (int) fcntl.invokeExact(state, file, F_SETSIG, SIGWINCH);
                    if (signal < 0) {
                        return false;
                    }
                    int leased = (int) fcntl.invokeExact(state, file, F_SETLEASE, F_RDLCK);
                    if (leased < 0) {
                        return (int) ERRNO_VALUE.get(state, 0L) == EAGAIN;
                    }
                    int returned = (int) fcntl.invokeExact(state, file, F_SETLEASE, F_UNLCK);
                    return returned < 0;
                } finally {
                    int closed = (int) close.invokeExact(file);
                    assert closed == 0;
                }
            } catch (Throwable e) {
                throw new IllegalStateException("the kernel cannot be asked about " + path, e);
            }
        }
    }
}
