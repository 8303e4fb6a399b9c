package guidang.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import guidang.archive.EntryPath;
import guidang.archive.Problem;

/** Bytes → lines: UTF-8, with or without a byte order mark, whatever ends its lines. */
final class TextFile {
    /** Longest line that is read, in UTF-16 units; the rest of a longer one is dropped. */
    static final int MAX_LINE = 1 << 18;

    private TextFile() {}

    /** The lines without their ends. */
    static List<String> lines(byte[] bytes, EntryPath path, List<Problem> problems) {
        String text = decode(bytes, path, problems);
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        var lines = new ArrayList<String>();
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(limited(text, from, end, lines.size() + 1, path, problems));
            boolean two = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            from = two ? end + 2 : end + 1;
        }
        return lines;
    }

    private static String limited(String text, int from, int end, int line, EntryPath path, List<Problem> problems) {
        if (end - from <= MAX_LINE) {
            return text.substring(from, end);
        }
        problems.add(new Problem(path, line, Problem.Code.LINE_TOO_LONG,
                List.of(String.valueOf(end - from), String.valueOf(MAX_LINE))));
        int cut = from + MAX_LINE;
        return text.substring(from, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut);
    }

    private static String decode(byte[] bytes, EntryPath path, List<Problem> problems) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return strict.decode(in).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position() && i < bytes.length; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(new Problem(path, line, Problem.Code.NOT_UTF8, List.of()));
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
