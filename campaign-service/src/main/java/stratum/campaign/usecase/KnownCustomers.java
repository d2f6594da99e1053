package stratum.campaign.usecase;

import java.time.LocalDate;
import java.util.stream.Stream;
import stratum.campaign.domain.Customer;

/** The customers whom this instance decides about, as it knows them now. */
public interface KnownCustomers {

    /** One customer as of a business date. */
    record Known(Customer customer, LocalDate today) {}

    /** All of them, in no order, read one by one as they are asked for. */
    Stream<Known> all();
}
