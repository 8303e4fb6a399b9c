package guidang.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds addresses in what a person typed, in one pass. */
final class AddressScanner {
    private static final int MOST = 50;
    /** Beginnings that prove to be none are looked at so often; this and the longest address bound the time. */
    private static final int MOST_ATTEMPTS = 400;

    private final String text;
    private final List<WebAddress.Found> found = new ArrayList<>();
    private int attempts;
    private int tokenEnd;
    private int lastStructure;

    private AddressScanner(String text) {
        this.text = text;
    }

    static List<WebAddress.Found> scan(String text) {
        var scanner = new AddressScanner(text);
        int at = 0;
        while (at < text.length() && scanner.found.size() < MOST && scanner.attempts < MOST_ATTEMPTS) {
            at = scanner.step(at);
        }
        return scanner.found;
    }

    /** Looks at what begins here; gives the place to go on from. */
    private int step(int at) {
        if (schemeAt(at) > 0) {
            return take(at, schemeAt(at));
        }
        if (!isHostCharacter(text.charAt(at))) {
            return at + 1;
        }
        int end = at;
        boolean dot = false;
        while (end < text.length() && isHostCharacter(text.charAt(end)) && (end == at || schemeAt(end) == 0)) {
            dot |= text.charAt(end) == '.';
            end++;
        }
        if (!dot || end - at > 253 || !mayStart(at) || !isBareHost(at, end)) {
            return end;
        }
        return Math.max(end, take(at, 0));
    }

    private int schemeAt(int at) {
        if (text.regionMatches(true, at, "https://", 0, 8)) {
            return 8;
        }
        return text.regionMatches(true, at, "http://", 0, 7) ? 7 : 0;
    }

    private boolean mayStart(int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (before == ':') {
            return at == 1 || !isLetterOrDigit(text.charAt(at - 2));
        }
        return "_@/\\#=%+~$&?".indexOf(before) < 0;
    }

    /** Whether the run of host characters is a host, with a slash behind it. */
    private boolean isBareHost(int from, int to) {
        String host = text.substring(from, to);
        int next = to;
        if (next < text.length() && text.charAt(next) == ':') {
            next++;
            while (next < text.length() && next - to <= 5 && Character.digit(text.charAt(next), 10) >= 0) {
                next++;
            }
        }
        boolean path = next < text.length() && text.charAt(next) == '/';
        boolean www = host.toLowerCase(Locale.ROOT).startsWith("www.");
        if (!path && www) {
            host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            return host.length() > 6 && Parts.isPlausible(host);
        }
        return path && Parts.isPlausible(host) && isLetterOrDigit(host.charAt(0));
    }

    private int take(int start, int scheme) {
        attempts++;
        int end = endOf(start, start + scheme);
        WebAddress address = WebAddress.of(text.substring(start, end)).orElse(null);
        if (address == null) {
            return Math.max(start + Math.max(scheme, 1), end);
        }
        found.add(new WebAddress.Found(start, end, address));
        return end;
    }

    /** Finds where white space or quotation marks, or the next address, end the token; once for each token. */
    private void lookAhead(int from) {
        if (from < tokenEnd) {
            return;
        }
        int farthest = Math.min(text.length(), from + Parts.LONGEST);
        tokenEnd = from;
        lastStructure = from;
        while (tokenEnd < farthest && !endsToken(tokenEnd, from)) {
            if (tokenEnd > from && isStructure(tokenEnd)) {
                lastStructure = tokenEnd;
            }
            tokenEnd++;
        }
    }

    /** Where the address that starts here ends. */
    private int endOf(int start, int from) {
        lookAhead(from);
        int end = from;
        int open = 0;
        boolean inPath = false;
        boolean chineseInPath = false;
        while (end < tokenEnd) {
            char c = text.charAt(end);
            if (c == '(') {
                open++;
            } else if (c == ')' && --open < 0) {
                break;
            } else if (c == '/' || c == '?') {
                inPath = true;
            } else if (c > 127) {
                boolean letter = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
                boolean afterWord = end > start && isLetterOrDigit(text.charAt(end - 1));
                boolean belongs = inPath
                        ? belongsToPath(letter, afterWord, chineseInPath, end < lastStructure)
                        : letter && !afterWord;
                if (!belongs) {
                    break;
                }
                chineseInPath |= inPath;
            }
            end++;
        }
        return withoutFinalPunctuation(from, end);
    }

    private static boolean belongsToPath(boolean letter, boolean afterWord, boolean chineseBefore, boolean goesOn) {
        if (goesOn) {
            return letter || chineseBefore || !afterWord;
        }
        return letter && (chineseBefore || !afterWord);
    }

    /** Whether the address, should it reach up to here, goes on as only an address does. */
    private boolean isStructure(int at) {
        char c = text.charAt(at);
        char before = text.charAt(at - 1);
        return isLetterOrDigit(c) ? "-/_.=&%?".indexOf(before) >= 0 : c == '/' && before > 127;
    }

    private boolean endsToken(int at, int from) {
        char c = text.charAt(at);
        if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' || c == '\u007F' || Character.isWhitespace(c)
                || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
            return true;
        }
        return at > from && (c == 'h' || c == 'H') && schemeAt(at) > 0
                && "/=:&?%".indexOf(text.charAt(at - 1)) < 0;
    }

    private int withoutFinalPunctuation(int from, int to) {
        boolean opens = text.substring(from, to).indexOf('[') >= 0;
        int end = to;
        while (end > from && ".,;:!?'*~([{]}|\\".indexOf(text.charAt(end - 1)) >= 0) {
            char c = text.charAt(end - 1);
            if ((c == ']' && opens) || (c == '*' && text.charAt(end - 2) == '/')) {
                break;
            }
            end--;
        }
        return end;
    }

    private static boolean isHostCharacter(char c) {
        return isLetterOrDigit(c) || c == '.' || c == '-';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
