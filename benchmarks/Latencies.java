import java.util.Arrays;

/** Durations in nanoseconds; prints the median, the 99th percentile and the longest in milliseconds. */
record Latencies(long[] sorted) {
    static Latencies of(long[] nanoseconds) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    private double percentile(int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1] / 1e6;
    }

    @Override
    public String toString() {
        return "%.1f %.1f %.1f".formatted(percentile(50), percentile(99), percentile(100));
    }
}
