package org.feedwright.edition;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.feedwright.store.SettingRefused;
import org.springframework.util.unit.DataSize;

/**
 * Checks that Java may take enough memory outside the heap for the documents. A document that was replaced keeps its
 * memory until the collector notices that nobody uses it, so more is needed than the cache's size; without it, answers
 * would fail one by one.
 */
final class DirectMemory {
    /** A cache size for which the launcher always leaves enough. */
    private static final DataSize ENOUGH = DataSize.ofMegabytes(64);

    private DirectMemory() {}

    /**
     * Checks a size of the cache.
     *
     * @throws SettingRefused if Java may not take twice as much memory outside the heap
     */
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

    /**
     * The most memory that Java may take outside the heap, in bytes; as much as the heap's where no option states it.
     */
    private static long most() {
        var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        long stated = machine == null
                ? 0
                : Long.parseLong(machine.getVMOption("MaxDirectMemorySize").getValue());
        return stated > 0 ? stated : Runtime.getRuntime().maxMemory();
    }
}
