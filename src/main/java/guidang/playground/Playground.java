package guidang.playground;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Telegram of its own for one bot, on loopback alone: a Bot API server, three people and a group, and a page where
 * somebody speaks as them. Holds everything in memory and forgets it when it is closed.
 */
@NullMarked
public final class Playground implements AutoCloseable {
    /** A person who may be the bot's owner: the one that the page begins with. */
    public static final long OWNER = Scene.FIRST_PERSON;
    private static final int RANDOM_BYTES = 27;

    private final String token;
    private final BotApiServer api;
    private final Clock clock;
    private final EntryFolder entries;
    private final Feed feed = new Feed();
    private final Scene scene;
    private final Lookout lookout;
    private final CallLog calls;
    private final SentFiles files = new SentFiles();
    private final PageServer page;
    private volatile Trouble trouble = Trouble.NONE;

    /**
     * @param port that the page is at; 0: any that is free
     * @throws IOException if the port is taken
     */
    public Playground(int port, EntryFolder entries, Clock clock) throws IOException {
        this.clock = clock;
        this.entries = entries;
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        token = BotApiServer.BOT + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        api = new BotApiServer(clock, token);
        api.recording(false);
        api.limited(true);
        scene = new Scene(api.world());
        lookout = new Lookout(api.world(), scene, feed);
        calls = new CallLog(feed);
        api.listener(this::carriedOut);
        api.onlooker(call -> calls.add(call, clock.millis()));
        try {
            page = new PageServer(port, this);
        } catch (IOException | RuntimeException e) {
            api.close();
            throw e;
        }
    }

    /** Where the page is. */
    public URI page() {
        return page.address();
    }

    /** Where the Bot API is. */
    public URI api() {
        return api.address();
    }

    /** What the bot proves itself with there; made anew each time. */
    public String token() {
        return token;
    }

    Feed feed() {
        return feed;
    }

    EntryFolder entries() {
        return entries;
    }

    SentFiles files() {
        return files;
    }

    /** Called while the world is held still. */
    private void carriedOut(BotApiServer.ApiCall call) {
        World.@Nullable Chat chat = api.world().chats.get(call.parameters().path("chat_id").asLong(0));
        if (call.error() == 0 && chat != null && !chat.messages.isEmpty()) {
            files.keep(call.parameters(), chat.id, chat.messages.lastKey());
        }
        lookout.look();
    }

    /** Everything, for a page that opens. */
    ObjectNode everything() {
        ObjectNode all;
        synchronized (api.world()) {
            all = lookout.everything();
            calls.into(all.putArray("calls"));
        }
        all.put("trouble", trouble.name()).put("now", clock.millis());
        all.putObject("archive").put("folder", entries.folder().toString()).put("editable", entries.editable());
        all.set("commands", BotApiServer.JSON.valueToTree(api.commands()));
        return all;
    }

    /**
     * Does what the page asks for.
     *
     * @throws IllegalArgumentException if it cannot be done
     */
    ObjectNode act(String name, JsonNode what) throws IOException {
        ObjectNode answer = BotApiServer.JSON.createObjectNode();
        switch (name) {
            case "say" -> answer.put("message", scene.say(what));
            case "file" -> answer.put("message", scene.sendFile(what));
            case "edit" -> scene.edit(what);
            case "delete" -> scene.delete(what);
            case "press" -> answer.put("query", scene.press(what));
            case "type" -> answer.put("query", scene.type(what));
            case "post" -> answer.put("message", scene.post(what));
            case "language" -> scene.language(what);
            case "bot" -> scene.bot(what);
            case "move" -> scene.move();
            case "promote" -> scene.promote(what);
            case "trouble" -> fail(Trouble.valueOf(what.path("trouble").asText("")));
            case "entry" -> entries.write(what.path("path").asText(""), what.path("text").asText(""));
            default -> throw new IllegalArgumentException(name);
        }
        lookout.look();
        return answer;
    }

    private void fail(Trouble how) {
        trouble = how;
        how.begin(api.faults());
        feed.tell(BotApiServer.JSON.createObjectNode().put("kind", "trouble").put("trouble", how.name()));
    }

    @Override
    public void close() {
        page.close();
        api.close();
    }
}
