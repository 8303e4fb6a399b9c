package guidang.answer;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence holds the kind of answer that a question expects. Sentences are folded and short. */
final class Expectation {
    private static final String DIGITS = "0123456789";
    private static final String NUMERALS = DIGITS + "一二两三四五六七八九十百千万亿半几数多";
    private static final String NUMBER = "(?:[0-9][0-9,.]{0,15}|[一二两三四五六七八九十百千万亿半几数多]{1,8})";
    private static final Kind DATE = new Kind(DIGITS + "一二三四五六七八九十次当同翌昨今去前jfmasond",
            Pattern.compile("[0-9]{4} ?[年./-]|[0-9]{1,2} ?月|[0-9]{1,2} ?[日号]"
                    + "|[一二三四五六七八九十]{1,3}[月日号]|[次当同翌][日天年月]|昨[天日晚]|今[天日年晨早晚]|去年|前年"
                    + "|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? [0-9]"));
    private static final Kind AMOUNT = new Kind(NUMERALS + "$¥€£", Pattern.compile(NUMBER
            + " ?(?:[万亿千百]?[多余]?(?:元|块|美金|人民币|港币|日元|人|名|位|个|家|款|部|首|条|页|张|份|次|场|种|件|篇|本|集|岁|倍|分|项|批|台|辆|只|"
            + "字|票|户|所|米|公里|克|吨|级|层|毫米|厘米|小时|天|秒)|%|％|[kmgt]b\\b|成\\b|usd|rmb|dollars|people|users)"
            + "|[0-9] ?[万亿]|[$¥€£] ?[0-9]|百分之|[0-9]{3,}(?! ?[年月日0-9.-])"));
    private static final Kind DURATION = new Kind(NUMERALS + "永至终",
            Pattern.compile("(?:(?<![0-9])[0-9]{1,3}|[一二两三四五六七八九十半几数多]{1,4}) ?[个多余]{0,2}年(?! ?[0-9]{1,2} ?月)|" + NUMBER
                    + " ?(?:[个多余]{1,2}月|季度|学期|[个多]?星期|周|[个多]?礼拜|天|日内|日后|[个多]?小时|[个多]?钟头|分钟|分(?=[0-9一二三四五六七八九十])|秒"
                    + "|years?|months?|weeks?|days?|hours?|minutes?|seconds?)|半年|半天|永久|至今|一直|终身|数[天周月年小]"));
    private static final Pattern PERSON = Pattern.compile(
            "先生|女士|记者|创始人|站长|作者|博主|主播|总裁|总经理|董事|主席|教授|律师|演员|歌手|导演|校长|院长|部长|书记|议员|用户|网友|ceo|cto"
                    + "|[一二三四五六七八九十某小老]?[\\u4e00-\\u9fff]{1,3}某|名叫|名为|本名|@|[「“\"]|由[^，。]{2,12}|·|\\([a-z]");
    private static final Pattern REASON = Pattern
            .compile("因|由于|原因|为了|为由|理由|出于|鉴于|所以|导致|以免|避免|涉嫌|违反|because|due to|since|reason|in order");
    private static final Pattern PLACE = Pattern
            .compile("[在于从到至往][^，。]{1,12}|位于|[省市区县镇村州国岛港路]|大陆|境内|境外|https?:|\\bat\\b|\\bin\\b");
    private static final Pattern MEANS = Pattern.compile("通过|使用|利用|采用|方式|方法|步骤|需要|必须|改为|改成|变成|可以|by |using ");
    private static final Pattern NAMED = Pattern
            .compile("[「『“《〈][^」』”》〉]{1,40}[」』”》〉]|\"[^\"]{1,40}\"|[a-z][a-z0-9+._-]{2,}");
    private static final Pattern YES_NO = Pattern.compile("不|没|未|无|否|已|是|有|会|可|能|会|仍|依然|确实");

    private static final Kind DAY = new Kind(DIGITS + "一二三四五六七八九十",
            Pattern.compile("[0-9]{1,2} ?[日号]|[一二三四五六七八九十]{1,3}[日号]|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]"));
    private static final Kind YEAR = new Kind(DIGITS + "一二三四五六七八九十零〇元is",
            Pattern.compile("[0-9]{2,4} ?年|[一二三四五六七八九十零〇元]{1,4}年|[0-9]{4}[./-]|\\b(?:in|since) [0-9]{4}"));
    private static final Kind SUM = new Kind(NUMERALS + "$¥€£",
            Pattern.compile(NUMBER + " ?[万亿千百]?[多余]?(?:[美日港欧]?元|块|人民币|港币|美金|美刀|英镑|刀)|[$¥€£] ?[0-9]"));
    private static final Pattern ASKS_DAY = Pattern.compile("哪[一]?[天日]|几[日号]|哪几天|何日|which day");
    private static final Pattern ASKS_YEAR = Pattern.compile("哪[一]?年|几几年|何年|哪几年|[几多]少?年|what year|which year");
    private static final Pattern ASKS_UNIT = Pattern.compile("(?:多少|几)(?!乎|何)([\\u4e00-\\u9fff])");
    private static final String MONEY = "元块钱";

    private Expectation() {}

    /**
     * A kind of thing that a sentence may hold. Tried only where a character stands that it can begin with: trying all
     * its forms at each character took a sixth of the time of a reply.
     */
    private static final class Kind {
        private final BitSet starts = new BitSet();
        private final Pattern pattern;

        /** @param starts every character that a match can begin with */
        Kind(String starts, Pattern pattern) {
            starts.chars().forEach(this.starts::set);
            this.pattern = pattern;
        }

        boolean holdsNew(String folded, Asked asked) {
            Matcher matcher = pattern.matcher(folded).useTransparentBounds(true);
            int at = 0;
            while (at < folded.length()) {
                if (starts.get(folded.charAt(at)) && matcher.region(at, folded.length()).lookingAt()) {
                    if (!asked.holds(matcher.group())) {
                        return true;
                    }
                    at = matcher.end();
                } else {
                    at++;
                }
            }
            return false;
        }
    }

    /**
     * How well a folded sentence meets it: 1 if it holds such a thing that is not in the question already, a half if it
     * is of the kind but not in the measure that is asked for (a year where the day is wanted), else 0.
     */
    static double met(Asked asked, String folded) {
        return switch (asked.wanted()) {
            case ANYTHING -> 1;
            case WHEN -> when(asked, folded);
            case HOW_MANY -> howMany(asked, folded);
            case HOW_LONG -> DURATION.holdsNew(folded, asked) ? 1 : 0;
            case WHO -> holdsNew(PERSON, folded, asked) ? 1 : 0;
            case WHY -> REASON.matcher(folded).find() ? 1 : 0;
            case WHERE -> holdsNew(PLACE, folded, asked) ? 1 : 0;
            case HOW -> MEANS.matcher(folded).find() ? 1 : 0;
            case WHICH, WHAT -> holdsNew(NAMED, folded, asked) ? 1 : 0;
            case WHETHER -> YES_NO.matcher(folded).find() ? 1 : 0;
        };
    }

    private static double when(Asked asked, String folded) {
        if (!DATE.holdsNew(folded, asked)) {
            return 0;
        }
        if (ASKS_DAY.matcher(asked.typed()).find()) {
            return DAY.holdsNew(folded, asked) ? 1 : 0.5;
        }
        if (ASKS_YEAR.matcher(asked.typed()).find()) {
            return YEAR.holdsNew(folded, asked) ? 1 : 0.5;
        }
        return 1;
    }

    private static double howMany(Asked asked, String folded) {
        Matcher asking = ASKS_UNIT.matcher(asked.typed());
        if (!asking.find()) {
            return AMOUNT.holdsNew(folded, asked) ? 1 : 0;
        }
        String unit = asking.group(1);
        boolean inUnit = MONEY.contains(unit)
                ? SUM.holdsNew(folded, asked)
                : new Kind(NUMERALS, Pattern.compile(NUMBER + " ?[万亿千百]?[多余]?" + unit)).holdsNew(folded, asked);
        return inUnit ? 1 : AMOUNT.holdsNew(folded, asked) ? 0.5 : 0;
    }

    private static boolean holdsNew(Pattern kind, String folded, Asked asked) {
        Matcher matcher = kind.matcher(folded);
        while (matcher.find()) {
            if (!asked.holds(matcher.group())) {
                return true;
            }
        }
        return false;
    }
}
