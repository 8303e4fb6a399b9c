package guidang.reading;

import java.util.regex.Pattern;

/** Lines of a news post that name who wrote, edited or photographed, and state nothing. */
final class Credits {
    private static final int LONGEST = 60;
    private static final Pattern CREDIT = Pattern.compile("^[（(【\\[]?+(?:"
            + "(?:图片|图|圖片|封面图?片?|视频|資料|资料|数据|稿件|信息|新闻|文章)?(?:来源|來源|源)\\s*+[:：|｜丨/]"
            + "|[^\\s，。：:|｜]{0,6}?(?:编辑|編輯|责编|責編|记者|記者|作者|校对|校對|撰文|撰稿|摄影|攝影|监制|監製|审核|審核|通讯员|排版|美编|值班|策划)(?:\\s*+[:：|｜丨/]|\\s++\\S{2,})"
            + "|(?:文|图|圖|编|編|校)\\s*+[|｜丨/／:：])");

    private Credits() {}

    static boolean isCredit(String text) {
        return text.length() <= LONGEST && text.indexOf('。') < 0 && CREDIT.matcher(text).find();
    }
}
