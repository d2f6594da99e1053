package stratum.sandbox.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Money;
import stratum.events.ProductFamily;

/** What the Czech bank's books tell besides the transactions, each of which becomes one fact. */
sealed interface BerkaHolding {

    SpecificRecord fact();

    /** The owner's file, as old as the account. */
    record Profile(BerkaBooks.Account account) implements BerkaHolding {

        @Override
        public SpecificRecord fact() {
            BerkaBooks.Person owner = account.owner();
            return CustomerProfiled.newBuilder()
                    .setEventId("berka-profile-" + owner.client() + "-" + account.id())
                    .setCustomerId(BerkaHistory.customerId(account))
                    .setOccurredAt(BerkaHistory.startOf(account.opened()))
                    .setKind(CustomerKind.PERSONAL)
                    .setBirthDate(owner.born())
                    .setSex(owner.sex())
                    .setBranch(account.district())
                    // Said outright: Avro fills in what is left unsaid only where the JVM trusts our classes.
                    .setLinks(List.of())
                    .setConsents(List.of())
                    .build();
        }
    }

    record Deposit(BerkaBooks.Account account) implements BerkaHolding {

        @Override
        public SpecificRecord fact() {
            return changed(account, account.opened(), "berka-account-" + account.id() + "-opened")
                    .setAccountId(BerkaHistory.accountId(account))
                    .setProductCode("CURRENT")
                    .setFamily(ProductFamily.DEPOSIT)
                    .setStatus(HoldingStatus.OPENED)
                    .build();
        }
    }

    record LoanOpened(int loan, BerkaBooks.Account account, LocalDate from, LocalDate to, long haler)
            implements BerkaHolding {

        @Override
        public SpecificRecord fact() {
            return changed(account, from, "berka-loan-" + loan + "-opened")
                    .setAccountId("berka-loan-" + loan)
                    .setProductCode("LOAN")
                    .setFamily(ProductFamily.LOAN)
                    .setStatus(HoldingStatus.OPENED)
                    .setValue(new Money(haler, BerkaHistory.CURRENCY))
                    .setMaturesOn(to)
                    .build();
        }
    }

    record LoanClosed(int loan, BerkaBooks.Account account, LocalDate to) implements BerkaHolding {

        @Override
        public SpecificRecord fact() {
            return changed(account, to, "berka-loan-" + loan + "-closed")
                    .setAccountId("berka-loan-" + loan)
                    .setProductCode("LOAN")
                    .setFamily(ProductFamily.LOAN)
                    .setStatus(HoldingStatus.CLOSED)
                    .setValue(new Money(0L, BerkaHistory.CURRENCY))
                    .build();
        }
    }

    record Card(int card, BerkaBooks.Account account, LocalDate issued, String type) implements BerkaHolding {

        @Override
        public SpecificRecord fact() {
            return changed(account, issued, "berka-card-" + card + "-opened")
                    .setAccountId("berka-card-" + card)
                    .setProductCode("CARD-" + type.toUpperCase(Locale.ROOT))
                    .setFamily(ProductFamily.CARD)
                    .setStatus(HoldingStatus.OPENED)
                    .build();
        }
    }

    private static HoldingChanged.Builder changed(BerkaBooks.Account account, LocalDate date, String eventId) {
        return HoldingChanged.newBuilder()
                .setEventId(eventId)
                .setCustomerId(BerkaHistory.customerId(account))
                .setOccurredAt(BerkaHistory.startOf(date));
    }
}
