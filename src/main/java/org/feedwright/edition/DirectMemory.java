package org.feedwright.edition;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.feedwright.store.SettingRefused;
import org.springframework.util.unit.DataSize;

/**
 * The memory outside the heap that Java gives to documents. A document that was replaced keeps its memory until the
 * collector sees that nobody uses it, so they need more than is at hand: without that, answers would fail one by one.
 */
final class DirectMemory {
    /** As much as the launcher always leaves. */
    private static final DataSize ENOUGH = DataSize.ofMegabytes(64);

    private DirectMemory() {}

    /** @throws SettingRefused if Java may not take twice as much as is to be kept */
    static void check(DataSize cacheSize) {
        if (cacheSize.compareTo(ENOUGH) > 0) {
            check(cacheSize, most());
        }
    }

    static void check(DataSize cacheSize, long most) {
        long needed = 2 * cacheSize.toMegabytes();
        if (needed > most >> 20) {
            throw new SettingRefused(
                    "feedwright.poll.cache-size",
                    cacheSize.toString(),
                    "needs twice as much memory outside the heap, and Java may take " + (most >> 20) + " MB there",
                    "start it with JAVA_OPTS=-XX:MaxDirectMemorySize=" + needed + "m, or make it smaller");
        }
    }

    /** In bytes; if nothing is said of it, as much as the heap. */
    private static long most() {
        var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        long stated = machine == null
                ? 0
                : Long.parseLong(machine.getVMOption("MaxDirectMemorySize").getValue());
        return stated > 0 ? stated : Runtime.getRuntime().maxMemory();
    }
}
