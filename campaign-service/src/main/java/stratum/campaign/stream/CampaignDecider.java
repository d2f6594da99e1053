package stratum.campaign.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Campaigns.ScheduledTurn;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.Exposure;
import stratum.campaign.domain.Exposure.Happened;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.Waiting;
import stratum.events.CustomerProfiled;
import stratum.events.HoldingChanged;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.MilestoneReached;
import stratum.events.OfferOutcome;
import stratum.events.Purpose;
import stratum.events.Scored;
import stratum.events.StageChanged;
import stratum.events.Staged;
import stratum.events.TierSignalled;
import stratum.events.TransactionPosted;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;

/** What campaigns decide about one customer. */
public final class CampaignDecider implements Decider<Customer> {

    private final CampaignRules rules;
    private final Occasions occasions;

    CampaignDecider(CampaignRules rules) {
        this.rules = rules;
        this.occasions = rules.occasions();
    }

    @Override
    public CampaignDecider knowing(List<SpecificRecord> reference) {
        return new CampaignDecider(rules.knowing(reference));
    }

    /** A schedule that begins reaches those of whom no fact comes. */
    @Override
    public Rule ruleAt(Instant time) {
        return rules.campaigns()
                .walkedAt(time)
                .map(walked -> new Rule(walked.names(), walked.from()))
                .orElseGet(() -> new Rule("no schedule", Instant.EPOCH));
    }

    @Override
    public Customer read(String customerId, byte @Nullable [] bytes) {
        return bytes == null ? Customer.unknown(customerId) : CustomerReader.read(customerId, bytes);
    }

    @Override
    public byte[] write(Customer customer) {
        return CustomerWriter.write(customer);
    }

    @Override
    public Customer book(Customer known, SpecificRecord fact, Moment moment, Announcements announcements) {
        Customer customer = known.walked() == null ? known.walked(moment.at()) : known;
        Consequences consequences = new Consequences(rules, customer, moment, announcements);
        if (fact instanceof CustomerProfiled file) {
            return profiled(customer, file, consequences);
        } else if (fact instanceof Scored scored) {
            return customer.scored(Facts.standing(scored));
        } else if (fact instanceof Staged staged) {
            return customer.staged(staged.getStage().name());
        } else if (fact instanceof TierSignalled signal) {
            return consequences.of(occasions.of(signal)).customer();
        } else if (fact instanceof StageChanged transition) {
            return consequences.of(occasions.of(transition)).customer();
        } else if (fact instanceof MilestoneReached milestone) {
            return consequences.of(occasions.of(milestone)).customer();
        } else if (fact instanceof InteractionRecorded contact) {
            return interaction(customer, contact, consequences);
        } else if (fact instanceof TransactionPosted transaction) {
            return transaction(customer, transaction, consequences);
        } else if (fact instanceof HoldingChanged holding) {
            return holding(customer, holding, consequences);
        } else if (fact instanceof OfferOutcome outcome) {
            return outcome(customer, outcome, consequences);
        }
        throw new IllegalArgumentException(
                "Campaigns read no " + fact.getSchema().getName());
    }

    private static Customer profiled(Customer customer, CustomerProfiled file, Consequences consequences) {
        return consequences
                .becomes(
                        customer.profiled(Facts.profile(file, customer.caution().unsubscribed())))
                .ofLostConsent()
                .customer();
    }

    private Customer interaction(Customer customer, InteractionRecorded contact, Consequences consequences) {
        InteractionKind kind = contact.getKind();
        if (kind == InteractionKind.COMPLAINT_OPENED) {
            consequences.becomes(customer.complained());
        } else if (kind == InteractionKind.COMPLAINT_RESOLVED) {
            consequences.becomes(customer.answered());
        }
        return matters(customer, OccasionKind.INTERACTION, kind.name())
                ? consequences.of(occasions.of(contact)).customer()
                : consequences.customer();
    }

    private Customer transaction(Customer customer, TransactionPosted transaction, Consequences consequences) {
        if (transaction.getPurpose() == Purpose.PENALTY && isDebt(transaction)) {
            consequences.becomes(
                    transaction.getReverses() == null
                            ? customer.penalised(transaction.getOccurredAt())
                            : customer.forgiven(transaction.getReverses().getOccurredAt()));
        }
        return matters(
                        customer,
                        OccasionKind.TRANSACTION,
                        transaction.getPurpose().name())
                ? consequences.of(occasions.of(transaction)).customer()
                : consequences.customer();
    }

    private static boolean isDebt(TransactionPosted transaction) {
        return switch (transaction.getProductFamily()) {
            case LOAN, MORTGAGE, CARD -> true;
            case DEPOSIT, WEALTH, INSURANCE, PENSION, PAYMENT -> false;
        };
    }

    private Customer holding(Customer customer, HoldingChanged holding, Consequences consequences) {
        return matters(customer, OccasionKind.HOLDING, holding.getStatus().name())
                ? consequences.of(occasions.of(holding)).customer()
                : customer;
    }

    /** Most of the bank's facts neither give an occasion nor meet anything that still hangs. */
    private boolean matters(Customer customer, OccasionKind kind, String name) {
        return !customer.history().exposures().isEmpty()
                || !customer.history().waiting().isEmpty()
                || rules.campaigns().waitFor(kind, name);
    }

    /** An outcome of an offer that is over by now, or that nobody made, changes nothing but a consent. */
    private static Customer outcome(Customer customer, OfferOutcome outcome, Consequences consequences) {
        Happened what = Happened.valueOf(outcome.getKind().name());
        Optional<Exposure> offer = customer.offer(outcome.getOfferId());
        Channel told = Facts.channel(outcome.getChannel());
        if (offer.isPresent()) {
            Exposure exposure = offer.get();
            if (!exposure.happened().contains(what)) {
                consequences.followed(exposure, what, outcome.getOccurredAt(), 0);
            }
            consequences.becomes(
                    customer.heard(exposure, what, told == null ? exposure.channel() : told, outcome.getOccurredAt()));
        } else if (what == Happened.UNSUBSCRIBED && told != null) {
            consequences.becomes(customer.unsubscribed(told, outcome.getOccurredAt()));
        }
        return consequences.ofLostConsent().customer();
    }

    @Override
    public Customer review(Customer customer, Moment moment, Announcements announcements) {
        return customer;
    }

    @Override
    public @Nullable LocalDate due(Customer customer) {
        return null;
    }

    /** When quiet hours end that something waits for, or when the customer's turn in a walk comes. */
    @Override
    public @Nullable Instant wake(Customer customer) {
        return Stream.concat(
                        customer.history().waiting().stream().map(Waiting::until),
                        nextTurns(customer).stream().map(next -> next.turn().at()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<ScheduledTurn> nextTurns(Customer customer) {
        Instant walked = customer.walked();
        return walked == null ? List.of() : rules.campaigns().nextTurns(customer.id(), walked, rules.zone());
    }

    @Override
    public Customer wakeUp(Customer customer, Moment moment, Announcements announcements) {
        Instant wake = wake(customer);
        if (wake == null) {
            return customer;
        }
        Consequences consequences = new Consequences(rules, customer, moment, announcements);
        customer.history().waiting().stream()
                .filter(waited -> !waited.until().isAfter(wake))
                .forEach(consequences::again);
        List<ScheduledTurn> turns = nextTurns(customer).stream()
                .filter(next -> !next.turn().at().isAfter(wake))
                .toList();
        turns.forEach(next -> consequences.of(occasions.of(next)));
        return turns.isEmpty()
                ? consequences.customer()
                : consequences.customer().walked(wake);
    }
}
