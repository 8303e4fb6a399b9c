package guidang.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

import com.fasterxml.jackson.core.JsonProcessingException;

import guidang.delivery.Delivery;
import guidang.delivery.Outcome;
import guidang.message.Introduction;
import guidang.message.Language;
import guidang.store.Facts;

/**
 * The commands, the description and the about text that Telegram shows, for every scope and language. Telegram knows
 * languages by two letters (ISO 639-1), so Chinese is one; everybody whose language has no texts of its own sees the
 * bot's own.
 */
final class Profile {
    private static final System.Logger LOG = System.getLogger(Profile.class.getName());
    private static final String TOLD = "telegram.profile";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** In a group these would flood it, or make no sense. */
    private static final List<String> PRIVATE_ONLY = List.of("help", "tags", "about", "export", "import", "forget");

    private final BotApi api;
    private final Delivery delivery;
    private final Facts facts;
    private final Language own;

    /** @param own language of the bot where the person's is not spoken */
    Profile(BotApi api, Delivery delivery, Facts facts, Language own) {
        this.api = api;
        this.delivery = delivery;
        this.facts = facts;
        this.own = own;
    }

    /** Tells Telegram, if it was not told the same before. What fails is told again at the next start. */
    void tell(long bot) throws InterruptedException {
        List<BotApiMethod<?>> calls = new ArrayList<>();
        add(calls, null, own);
        add(calls, "en", Language.ENGLISH);
        add(calls, "zh", own == Language.ENGLISH ? Language.SIMPLIFIED : own);
        String print = print(bot, calls);
        if (facts.get(TOLD).filter(print::equals).isPresent()) {
            return;
        }
        for (BotApiMethod<?> call : calls) {
            Outcome<?> outcome = delivery.tried(PATIENCE, () -> api.call(call));
            if (!(outcome instanceof Outcome.Done)) {
                LOG.log(System.Logger.Level.WARNING, "{0} was not done: {1}", call.getMethod(),
                        outcome.getClass().getSimpleName());
                return;
            }
        }
        facts.set(TOLD, print);
    }

    private static void add(List<BotApiMethod<?>> calls, @Nullable String code, Language language) {
        Introduction introduction = Introduction.in(language);
        calls.add(SetMyDescription.builder().description(introduction.description()).languageCode(code).build());
        calls.add(SetMyShortDescription.builder().shortDescription(introduction.about()).languageCode(code).build());
        List<BotCommand> all = introduction.commands().entrySet().stream()
                .map(command -> new BotCommand(command.getKey(), command.getValue())).toList();
        List<BotCommand> group = all.stream().filter(command -> !PRIVATE_ONLY.contains(command.getCommand())).toList();
        calls.add(commands(all, new BotCommandScopeAllPrivateChats(), code));
        calls.add(commands(group, new BotCommandScopeAllGroupChats(), code));
    }

    private static SetMyCommands commands(List<BotCommand> commands, BotCommandScope scope, @Nullable String code) {
        return SetMyCommands.builder().commands(commands).scope(scope).languageCode(code).build();
    }

    private static String print(long bot, List<BotApiMethod<?>> calls) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Long.toString(bot).getBytes(StandardCharsets.UTF_8));
            for (BotApiMethod<?> call : calls) {
                digest.update(Call.JSON.writeValueAsString(call).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
