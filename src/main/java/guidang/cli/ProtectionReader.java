package guidang.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import guidang.telegram.Protection;

/** The part of the configuration that says who may ask, and how much. Adds to the mistakes what is wrong. */
final class ProtectionReader {
    static final List<String> KEYS = List.of("person_a_minute", "group_a_minute", "inline_a_minute", "allowed",
            "denied", "owners", "members_of");
    private static final int MOST_A_MINUTE = 1_000;

    private final SettingsMap settings;

    /** @param settings the map {@code protection} */
    ProtectionReader(SettingsMap settings) {
        this.settings = settings;
    }

    Protection read() {
        Protection usual = Protection.USUAL;
        return new Protection(number("person_a_minute", usual.personAMinute()),
                number("group_a_minute", usual.groupAMinute()), number("inline_a_minute", usual.inlineAMinute()),
                ids("allowed"), ids("denied"), ids("owners"), chat("members_of"));
    }

    private int number(String key, int usual) {
        YamlNode node = settings.values().get(key);
        String text = text(node);
        if (node == null || text.isBlank()) {
            settings.tell(key, Integer.toString(usual), null);
            return usual;
        }
        settings.tell(key, text, node);
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST_A_MINUTE) {
            settings.mistakes().add(Mistake.of(settings.file(), node.line(), "protection.number", key));
            return usual;
        }
        return number;
    }

    private Set<Long> ids(String key) {
        YamlNode node = settings.values().get(key);
        List<YamlNode> nodes = switch (node) {
            case null -> List.of();
            case YamlNode.Items items -> items.values();
            case YamlNode.Scalar scalar -> scalar.value().isBlank() ? List.of() : List.of(scalar);
            case YamlNode.Mapping mapping -> List.of(mapping);
        };
        var ids = new HashSet<Long>();
        for (YamlNode each : nodes) {
            String text = text(each);
            if (text.matches("-?[0-9]{1,18}")) {
                ids.add(Long.parseLong(text));
            } else {
                settings.mistakes().add(Mistake.of(settings.file(), each.line(), "protection.id", key));
            }
        }
        settings.tell(key, new TreeSet<>(ids).toString(), nodes.isEmpty() ? null : node);
        return ids;
    }

    private @Nullable String chat(String key) {
        YamlNode node = settings.values().get(key);
        String text = text(node);
        if (node == null || text.isBlank()) {
            settings.tell(key, "", null);
            return null;
        }
        settings.tell(key, text, node);
        if (!text.matches("@[A-Za-z][A-Za-z0-9_]{3,31}|-[0-9]{1,18}")) {
            settings.mistakes().add(Mistake.of(settings.file(), node.line(), "protection.chat", key));
            return null;
        }
        return text;
    }

    /** A list or a map is no text, and wrong wherever one is wanted. */
    private static String text(@Nullable YamlNode node) {
        return switch (node) {
            case null -> "";
            case YamlNode.Scalar scalar -> scalar.value().strip();
            case YamlNode.Items items -> "[]";
            case YamlNode.Mapping mapping -> "{}";
        };
    }
}
