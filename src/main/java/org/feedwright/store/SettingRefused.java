package org.feedwright.store;

/** A setting is nonsense, so the application does not start. */
public final class SettingRefused extends IllegalArgumentException {
    private final String remedy;

    /**
     * @param setting its name, such as {@code feedwright.data}
     * @param value what was set
     * @param wrong what is wrong with it, to be read after the value
     * @param remedy what the operator can do about it
     */
    public SettingRefused(String setting, String value, String wrong, String remedy) {
        super(setting + " is '" + value + "', which " + wrong);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
