package stratum.lifecycle.domain;

import java.util.Map;

/**
 * Why a stage changed, or may soon, in the words of the bank's people. The order is part of the kept bytes, and decides
 * between causes of equal weight.
 */
public enum Cause {
    INACTIVITY("Much longer without a transaction than usual for this customer", "交易间隔明显长于该客户的往常"),
    BALANCE_OUTFLOW("The balance has fallen to half of its average or less", "余额降至平均水平的一半或以下"),
    COMPETITOR("Large transfers to other banks", "大额资金转往他行"),
    SALARY_STOPPED("The salary no longer arrives", "工资不再入账"),
    COMPLAINT("A complaint is overdue", "投诉逾期未处理"),
    DISSATISFACTION("A bad mark in the last survey", "最近一次满意度评分偏低"),
    PRODUCT_CLOSED("A main product was closed", "主要产品已销户或结清"),
    NEVER_ACTIVATED("The account was opened and hardly used", "开户后未实际使用"),
    RECOVERED("The risk has stayed low for long enough", "风险已持续回落"),
    CLOSED("All products are closed", "全部产品已关闭"),
    SILENT("No sign of life for longer than this customer has ever paused", "长期无任何主动往来"),
    WON_BACK("The customer has come back", "客户已回流");

    private final Map<String, String> words;

    Cause(String english, String chinese) {
        this.words = Map.of("en", english, "zh-CN", chinese);
    }

    /** By language tag: en and zh-CN. */
    public Map<String, String> words() {
        return words;
    }
}
