package stratum.sandbox.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** One line of a table, by column. What does not read as what it ought to be is an {@link Unreadable} that says so. */
final class Row {

    private final Layout layout;
    private final String[] fields;

    Row(Layout layout, String[] fields) {
        this.layout = layout;
        this.fields = fields;
    }

    /** What is wrong with a row, and what would be right. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    String text(String column) {
        return fields[layout.place(column)].strip();
    }

    String id(String column) throws Unreadable {
        String id = text(column);
        if (id.isEmpty()) {
            throw new Unreadable("%s is empty; it should be an id".formatted(column));
        }
        return id;
    }

    int number(String column) throws Unreadable {
        try {
            return Integer.parseInt(text(column));
        } catch (NumberFormatException notOne) {
            throw wrong(column, "a whole number");
        }
    }

    BigDecimal decimal(String column) throws Unreadable {
        try {
            return new BigDecimal(text(column));
        } catch (NumberFormatException notOne) {
            throw wrong(column, "a number such as 1234.50");
        }
    }

    /** An amount in minor units, which are hundredths. */
    long hundredths(String column) throws Unreadable {
        try {
            return decimal(column)
                    .movePointRight(2)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
        } catch (ArithmeticException tooFineOrTooLarge) {
            throw wrong(column, "an amount with at most two decimals");
        }
    }

    /** A date written YYYYMMDD, or YYMMDD in the twentieth century. */
    LocalDate date(String column) throws Unreadable {
        return date(column, text(column));
    }

    static LocalDate date(String column, String text) throws Unreadable {
        String digits = text.length() == 6 ? "19" + text : text;
        try {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException notOne) {
            throw wrong(column, text, "a date such as 970131 or 19970131");
        }
    }

    LocalDateTime dateTime(String column) throws Unreadable {
        try {
            return LocalDateTime.parse(text(column));
        } catch (DateTimeException notOne) {
            throw wrong(column, "a date and time such as 2010-12-01T08:26:00");
        }
    }

    Unreadable wrong(String column, String right) {
        return wrong(column, text(column), right);
    }

    private static Unreadable wrong(String column, String text, String right) {
        return new Unreadable("%s is '%s'; it should be %s".formatted(column, text, right));
    }
}
