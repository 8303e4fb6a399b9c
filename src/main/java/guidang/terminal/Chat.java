package guidang.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import guidang.bot.PlainReply;
import guidang.bot.Reply;
import guidang.bot.Request;
import guidang.message.Language;
import guidang.message.Message;
import guidang.picture.Picture;

/**
 * The conversation with one person: at a prompt, through a pipe, or as lines of JSON. What goes wrong inside while a
 * reply is made is said in the reply's place and written to the log stream, and the conversation goes on.
 */
public final class Chat {
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final Function<Request, Reply> conversation;
    private final @Nullable Language language;
    private final PrintStream log;
    private final @Nullable PictureFolder pictures;
    private final ResourceBundle texts;
    private Map<Integer, Message.Action.Run> buttons = Map.of();

    /**
     * For a conversation.
     *
     * @param language that the person chose; null: that of each message
     * @param own language of what the terminal itself says
     * @param log takes what went wrong inside, never what was typed
     */
    public Chat(Function<Request, Reply> conversation, @Nullable Language language, Language own, PrintStream log) {
        this(conversation, language, own, log, null);
    }

    /**
     * The same.
     *
     * @param pictures takes the pictures of replies; null: replies are in words alone
     */
    public Chat(Function<Request, Reply> conversation, @Nullable Language language, Language own, PrintStream log,
            @Nullable PictureFolder pictures) {
        this.pictures = pictures;
        this.conversation = conversation;
        this.language = language;
        this.log = log;
        this.texts = own.words("guidang.terminal.Texts");
    }

    /** One line of JSON for each line read, each sent at once; until the input ends or nobody reads the output. */
    public void json(InputStream in, PrintStream out) throws IOException {
        var lines = new Lines(in);
        for (String line = lines.next(); line != null && !out.checkError(); line = lines.next()) {
            long begun = System.nanoTime();
            out.print(jsonLine(line, begun) + "\n");
            out.flush();
        }
    }

    /** A plain text reply for each line that is not blank, and an empty line after it. */
    public void piped(InputStream in, PrintStream out) throws IOException {
        var lines = new Lines(in);
        for (String line = lines.next(); line != null && !out.checkError(); line = lines.next()) {
            if (!line.isBlank()) {
                out.print(reply(line, MessageText.PLAIN) + "\n\n");
                out.flush();
            }
        }
    }

    /** The reply to what was typed, as shown. A number presses that button of the reply before. */
    String reply(String typed, MessageText form) {
        Request request = pressed(typed);
        try {
            Reply reply = conversation.apply(request);
            Message message = pictures == null ? reply.message().withoutPictures() : reply.message();
            Picture picture = reply.picture();
            if (pictures != null && picture != null) {
                return form.of(picture.caption()) + "\n" + saved(pictures, picture);
            }
            buttons = MessageText.pressed(message);
            return form.of(message);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(e);
        }
    }

    private String saved(PictureFolder folder, Picture picture) {
        try {
            return MessageFormat.format(text("picture.saved"), folder.save(picture));
        } catch (IOException e) {
            return MessageFormat.format(text("picture.notSaved"), folder.path());
        }
    }

    /** A text of the terminal itself. */
    String text(String key) {
        return texts.getString(key);
    }

    private Request pressed(String typed) {
        String number = typed.strip();
        Message.Action.Run button = number.matches("[1-9][0-9]?") ? buttons.get(Integer.valueOf(number)) : null;
        return button == null
                ? new Request(typed, 0, language)
                : new Request(button.command(), button.page(), language);
    }

    private String jsonLine(String line, long begun) {
        PlainReply reply;
        try {
            reply = PlainReply.of(conversation.apply(new Request(line, 0, language)));
        } catch (RuntimeException | StackOverflowError e) {
            reply = PlainReply.failed(failed(e));
        }
        return JsonLine.of(line, reply, (System.nanoTime() - begun) / NANOS_PER_MILLI);
    }

    private String failed(Throwable failure) {
        failure.printStackTrace(log);
        return text("failed");
    }
}
