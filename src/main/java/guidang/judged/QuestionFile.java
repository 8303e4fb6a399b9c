package guidang.judged;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of questions, one JSON object a line, as docs/judged-questions.md tells. Blank lines and a byte order mark are
 * passed over.
 *
 * @param questions of the lines that are sound, in order
 * @param flaws of the others, in order
 */
public record QuestionFile(List<Question> questions, List<Flaw> flaws) {
    /** Bytes of a line that are read; a question is far shorter. */
    static final int LONGEST_LINE = 1 << 20;

    public QuestionFile {
        questions = List.copyOf(questions);
        flaws = List.copyOf(flaws);
    }

    /**
     * Reads to the end of the stream, which stays open. Holds one line at a time.
     *
     * @throws IOException if reading fails; what a line holds never makes it
     */
    public static QuestionFile read(InputStream in) throws IOException {
        var questions = new ArrayList<Question>();
        var flaws = new ArrayList<Flaw>();
        var bytes = new BufferedInputStream(in);
        var line = new ByteArrayOutputStream();
        for (int number = 1; next(bytes, line); number++) {
            try {
                String text = text(line, number);
                if (!text.isBlank()) {
                    questions.add(QuestionLine.read(text, number));
                }
            } catch (FlawedLine e) {
                flaws.add(e.flaw());
            }
        }
        if (questions.isEmpty() && flaws.isEmpty()) {
            flaws.add(Flaw.of(0, Flaw.Code.EMPTY));
        }
        return new QuestionFile(questions, flaws);
    }

    /** Whether there is another line; its bytes, one more than allowed at most, then stand in {@code line}. */
    private static boolean next(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return false;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() <= LONGEST_LINE) {
                line.write(read);
            }
            read = in.read();
        }
        return true;
    }

    private static String text(ByteArrayOutputStream line, int number) throws FlawedLine {
        if (line.size() > LONGEST_LINE) {
            throw new FlawedLine(Flaw.of(number, Flaw.Code.TOO_LONG));
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FlawedLine(Flaw.of(number, Flaw.Code.NOT_UTF8));
        }
    }
}
