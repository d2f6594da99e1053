package stratum.sandbox.bank;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.bank.Account.Product;

/** All that one customer ever held at the bank, in the order of opening. */
final class Wallet {

    private final String customerId;
    private final List<Account> accounts = new ArrayList<>();

    Wallet(String customerId) {
        this.customerId = customerId;
    }

    Account open(Product product, long value, long overdraft) {
        Account account = new Account("%s-%02d".formatted(customerId, accounts.size() + 1), product, value, overdraft);
        accounts.add(account);
        return account;
    }

    @Nullable Account open(Product product) {
        for (Account account : accounts) {
            if (account.isOpen() && account.product == product) {
                return account;
            }
        }
        return null;
    }

    boolean has(Product product) {
        return open(product) != null;
    }

    List<Account> allOpen() {
        return accounts.stream().filter(Account::isOpen).toList();
    }

    long on(Product product) {
        Account account = open(product);
        return account == null ? 0 : account.balance();
    }

    /** What she has with the bank, debts apart. */
    long assets() {
        return on(Product.CURRENT) + on(Product.SAVINGS) + on(Product.FUND);
    }
}
