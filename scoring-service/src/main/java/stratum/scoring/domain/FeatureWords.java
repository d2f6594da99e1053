package stratum.scoring.domain;

import java.util.Locale;

/**
 * What a feature is called to a customer.
 *
 * @param english as it follows "Your"
 * @param chinese as it follows 您的
 */
record FeatureWords(String english, String chinese) {

    static final String SCORE = "score";

    static FeatureWords of(String feature) {
        return switch (feature) {
            case SCORE -> new FeatureWords("overall standing with us", "综合评分");
            case "balance" -> new FeatureWords("balance", "当前资产");
            case "avgBalance30d" -> new FeatureWords("average balance over 30 days", "近30天日均资产");
            case "avgBalance90d" -> new FeatureWords("average balance over 90 days", "近90天日均资产");
            case "avgBalanceLastMonth" -> new FeatureWords("average balance of last month", "上月日均资产");
            case "txnCount30d" -> new FeatureWords("number of transactions in 30 days", "近30天交易笔数");
            case "txnCount90d" -> new FeatureWords("number of transactions in 90 days", "近90天交易笔数");
            case "activeDays90d" -> new FeatureWords("number of active days in 90 days", "近90天活跃天数");
            case "productCount" -> new FeatureWords("number of products", "持有产品数");
            case "productFamilies" -> new FeatureWords("range of products", "持有产品种类");
            case "tenureDays" -> new FeatureWords("time with us", "在行时长");
            case "contribution12m" -> new FeatureWords("business with us over 12 months", "近12个月贡献度");
            case "salaryMonths" -> new FeatureWords("salary paid in to us", "代发工资月数");
            case "mainBank" -> new FeatureWords("use of us as your main bank", "主办行关系");
            case "digitalShare90d" -> new FeatureWords("use of our app and website", "线上渠道使用");
            default -> new FeatureWords(inWords(feature), feature);
        };
    }

    /** A name of the vocabulary as English words: {@code netFlow30d} is "net flow 30d". */
    private static String inWords(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").toLowerCase(Locale.ROOT);
    }

    /** The code of the reason that a feature is too low, for example {@code ACTIVE_DAYS_90D_LOW}. */
    static String codeOfLow(String feature) {
        return feature.startsWith("avgBalance")
                ? "AVERAGE_BALANCE_LOW"
                : feature.replaceAll("(?<=[a-z])(?=[A-Z0-9])", "_").toUpperCase(Locale.ROOT) + "_LOW";
    }
}
