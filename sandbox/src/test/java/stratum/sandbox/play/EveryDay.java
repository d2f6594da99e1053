package stratum.sandbox.play;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.History;

/** A history in which each of some customers is paid once a day. */
final class EveryDay implements History {

    private final LocalDate firstDay;
    private final int length;
    private final int customers;

    EveryDay(LocalDate firstDay, int length, int customers) {
        this.firstDay = firstDay;
        this.length = length;
        this.customers = customers;
    }

    long facts() {
        return (long) length * customers;
    }

    @Override
    public String name() {
        return "every day";
    }

    @Override
    public String currency() {
        return "EUR";
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public LocalDate firstDay() {
        return firstDay;
    }

    @Override
    public LocalDate lastDay() {
        return firstDay.plusDays(length - 1L);
    }

    @Override
    public Iterator<Day> days() {
        return IntStream.range(0, length).mapToObj(this::day).iterator();
    }

    private Day day(int number) {
        LocalDate date = firstDay.plusDays(number);
        return new Day(
                date,
                IntStream.range(0, customers)
                        .mapToObj(customer -> paid("c-" + customer, date))
                        .toList());
    }

    static SpecificRecord paid(String customer, LocalDate date) {
        return TransactionPosted.newBuilder()
                .setEventId(customer + "-" + date)
                .setCustomerId(customer)
                .setAccountId(customer + "-a")
                .setOccurredAt(date.atTime(12, 0).toInstant(ZoneOffset.UTC))
                .setProductFamily(ProductFamily.DEPOSIT)
                .setDirection(Direction.CREDIT)
                .setAmount(new Money(100L, "EUR"))
                .setPurpose(Purpose.SALARY)
                .setChannel(Channel.OTHER)
                .setInitiator(Initiator.CUSTOMER)
                .build();
    }
}
