package org.feedwright.store;

/** The value of a setting makes no sense, so the application does not start. */
public final class SettingRefused extends IllegalArgumentException {
    private final String remedy;

    /**
     * @param setting the name of the setting, such as {@code feedwright.data}
     * @param value the value that was set
     * @param wrong what is wrong with the value, worded to follow it
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
