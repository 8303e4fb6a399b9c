package guidang.query;

/**
 * Folds a text for comparing it with the vocabulary: lower case, the Traditional characters of question words and
 * dates made Simplified. Keeps the length, so that offsets stay right. Matching of content is the index's business.
 */
final class Folding {
    /** Traditional and Simplified in turn; only what the vocabulary and the period grammar hold. */
    private static final String PAIRS = "甚什麽么妳你並并乾干亞亚佈布佔占併并來来侷局係系俬私俱具個个們们傢家傾倾億亿優优兒儿內内兩两冊册別别"
            + "刪删則则剋克剎刹創创剷铲劃划劇剧動动務务區区卻却參参吶呐員员問问喨亮喫吃單单嗎吗噸吨噹当嚮向國国圍围"
            + "園园圖图團团報报場场塊块壯壮夠够夾夹實实審审寫写寬宽尅克將将對对導导屆届層层屬属巖岩幣币幫帮幹干幾几"
            + "廢废廻回張张彆别後后徑径從从悳德悽凄愛爱憑凭懃勤應应戶户掃扫搆构撐撑擁拥擊击據据數数斷断於于時时曉晓"
            + "曏向書书會会東东條条棟栋業业構构樓楼標标樣样機机檔档檯台欄栏權权欵款歐欧歲岁歸归殺杀毬球氣气沒没淒凄"
            + "準准溫温潛潜灣湾為为無无煩烦爲为狀状現现產产産产畫画當当發发監监盤盘盧卢眾众瞭了確确碼码禮礼種种稱称"
            + "積积筆笔箇个節节簡简簽签籤签糰团紀纪約约紅红級级細细紹绍終终組组結结絕绝給给絨绒絶绝經经綫线網网線线"
            + "緣缘編编緩缓緻致縣县總总織织繫系續续纔才罷罢羣群義义聖圣聞闻職职聽听脈脉腦脑腳脚臥卧臺台與与舖铺菓果"
            + "華华萬万著着蓆席蔴麻藝艺處处號号衆众裏里裝装裡里覈核視视計计記记訴诉註注評评詞词試试話话該该詳详誌志"
            + "認认誒诶誘诱語语說说説说誰谁調调談谈請请諜谍諧谐謂谓講讲謝谢譯译議议譽誉讀读變变讚赞貓猫貨货貴贵買买"
            + "費费貼贴質质賬账贊赞跡迹跼局蹟迹車车軍军軸轴輕轻輛辆輪轮輯辑辦办辭辞迴回這这週周進进運运過过達达遠远"
            + "選选還还邊边鄉乡針针鋪铺錄录錢钱録录錶表鍾钟鎖锁鎮镇鏈链鏟铲鐘钟鑑鉴鑒鉴長长門门閉闭開开間间関关闆板"
            + "關关陽阳隊队際际隨随隻只雖虽雙双難难電电頁页頃顷項项順顺領领頭头顆颗題题額额願愿類类顯显風风颱台飛飞"
            + "飽饱餅饼館馆馬马體体髮发鮮鲜麯曲麵面麼么麽么點点黨党齡龄齣出龍龙";
    private static final char[] TO = new char[Character.MAX_VALUE + 1];

    static {
        for (int i = 0; i < TO.length; i++) {
            TO[i] = Character.toLowerCase((char) i);
        }
        for (int i = 0; i < PAIRS.length(); i += 2) {
            TO[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
        }
        TO['’'] = '\'';
        TO['ʼ'] = '\'';
        TO['〇'] = '零';
    }

    private Folding() {}

    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TO[folded[i]];
        }
        return new String(folded);
    }
}
