package guidang.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command with its subcommands, told in the order in which somebody needs them. */
final class CommandTree {
    private static final List<String> ORDER = List.of("chat", "playground", "init", "doctor", "serve", "config",
            "check",
            "links", "judge", "index", "feed", "backup", "restore");

    private CommandTree() {}

    static CommandLine of(GuidangCommand command) {
        var line = new CommandLine(command);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                help -> help.commandList(inOrder(help.subcommands())));
        return line;
    }

    /** One that has no place yet stands last. */
    private static Map<String, CommandLine.Help> inOrder(Map<String, CommandLine.Help> all) {
        var ordered = new LinkedHashMap<String, CommandLine.Help>();
        ORDER.stream().filter(all::containsKey).forEach(name -> ordered.put(name, all.get(name)));
        all.forEach(ordered::putIfAbsent);
        return ordered;
    }
}
