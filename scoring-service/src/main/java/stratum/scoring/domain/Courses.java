package stratum.scoring.domain;

/** The course of what a customer has, and of what the customer owes. */
record Courses(Course assets, Course debts) {

    static Courses of(Ledger ledger) {
        return new Courses(course(ledger, false), course(ledger, true));
    }

    /** Sums up the accounts of one side: each counts with its latest balance, never below 0. */
    private static Course course(Ledger ledger, boolean liabilities) {
        long[] balances = new long[ledger.accounts.length];
        long total = 0;
        boolean any = false;
        for (int i = 0; i < balances.length; i++) {
            if (Account.isLiability(ledger.accounts[i].id()) == liabilities) {
                any = true;
                balances[i] = Math.max(0, ledger.accounts[i].opening());
                total = plus(total, balances[i]);
            }
        }
        Course course = new Course(total, any ? ledger.days.length : 0);
        return any ? followed(course, ledger, liabilities, balances) : course;
    }

    private static Course followed(Course course, Ledger ledger, boolean liabilities, long[] balances) {
        for (Day day : ledger.days) {
            boolean changes = false;
            for (Line line = day.lines; line != null; line = line.next()) {
                if (Account.isLiability(line.account()) == liabilities) {
                    balances[ledger.placeOf(line.account())] = Math.max(0, line.balance());
                    changes = true;
                }
            }
            if (changes) {
                course.changes(day.date, sum(balances));
            }
        }
        return course;
    }

    private static long sum(long[] balances) {
        long sum = 0;
        for (long balance : balances) {
            sum = plus(sum, balance);
        }
        return sum;
    }

    /** Neither is below 0; a sum no course can tell apart any more stays where it is. */
    private static long plus(long sum, long balance) {
        return Math.min(sum + balance, Course.LARGEST);
    }
}
