package guidang.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What each setting is in this run, and where that was said; filled while the configuration is read. */
final class InForce {
    /** What is printed in the place of a secret. */
    static final String MASK = "••••••";

    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** Where a value comes from. */
    sealed interface Origin {
        /** What holds where nothing is said. */
        record Usual() implements Origin {}

        /** A flag or a variable of the environment, by its name. */
        record Named(String name) implements Origin {}

        /** @param line 1-based */
        record InFile(String file, int line) implements Origin {}
    }

    /**
     * One setting.
     *
     * @param key as the file has it, with dots between levels
     * @param value as a person writes it; empty: none; a secret is masked
     */
    record Setting(String key, String value, Origin origin) {}

    /** A value that was said; {@code line} is 0 where {@code where} is a flag or a variable. */
    void said(String key, String value, String where, int line) {
        settings.put(key, new Setting(key, withoutLogin(value),
                line > 0 ? new Origin.InFile(where, line) : new Origin.Named(where)));
    }

    /** A secret that was said: where, not what. */
    void secret(String key, String where, int line) {
        said(key, MASK, where, line);
    }

    /** What holds as nothing was said. */
    void usual(String key, String value) {
        settings.put(key, new Setting(key, value, new Origin.Usual()));
    }

    Collection<Setting> settings() {
        return List.copyOf(settings.values());
    }

    /** Keys whose values are not the same in both, in alphabetical order. */
    List<String> differences(InForce other) {
        var keys = new TreeSet<>(settings.keySet());
        keys.addAll(other.settings.keySet());
        var different = new ArrayList<String>();
        for (String key : keys) {
            Setting here = settings.get(key);
            Setting there = other.settings.get(key);
            if (here == null || there == null || !here.value().equals(there.value())) {
                different.add(key);
            }
        }
        return different;
    }

    /** An address with a login in it is shown without. */
    private static String withoutLogin(String value) {
        return value.replaceAll("(?<=://)[^/@\\s]*@", MASK + "@");
    }
}
