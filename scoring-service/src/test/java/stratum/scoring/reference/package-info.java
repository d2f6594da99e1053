/**
 * The slow, obvious answer to which tier a customer holds: day by day, from all facts, with exact numbers.
 * Shares no line with the scoring that streams; tests hold the two against each other.
 *
 * <p>Decided here, where the definitions are silent:
 *
 * <ol>
 *   <li>A fact dated after the as-of date of an evaluation is not seen by that evaluation. A fact from the future is
 *       evaluated on its own date; the next tick evaluates its own, earlier, date again without it.
 *   <li>Before the first tick there is nothing to be late for: a fact is evaluated on its own date, and every date from
 *       the customer's first fact to the first tick is closed like any other.
 *   <li>A date skipped by the clock is closed after the facts dated up to it and before those dated later; its signals
 *       bear its own last millisecond.
 *   <li>A repeat is known for ever, whatever else it says, is not evaluated, and is a repeat before it is too late.
 *   <li>A fact is too late when it is more than 400 days before the as-of date it would be booked under (exactly 400 is
 *       booked). Then it moves the relationship's start, and counts as a complaint opened or resolved, and nothing else: no
 *       balance, no holding, no count, no sign of life. It is evaluated like any fact. For a reversal its own date decides
 *       that; where what it takes back lies more than 400 days before the same as-of date, it takes nothing back.
 *   <li>The relationship starts with a holding OPENED (VALUED or CLOSED alone do not) or any transaction, the bank's own
 *       and reversals included, each by its own business date; a reversal of the first transaction does not undo it.
 *   <li>A liability is told by the family on the fact itself. Closing one says nothing about a balance.
 *   <li>A holding without a value, and money in a currency without a rate up to its date, say nothing about a balance. Such a
 *       transaction counts and makes its day active, and is a credit if it is one; its amount is left out of every sum. A rate
 *       set twice for a date is the one set last. What a reversal takes back is converted at the rate of its original's date.
 *   <li>Of two balances of one account at one moment the lower is the later, of two survey scores too; of two words on a
 *       holding CLOSED is the later. An account id said of an asset and of a liability names two accounts.
 *   <li>A CLOSED sets 0 whatever value it carries. Whether a holding is open is what the latest HoldingChanged of its
 *       account says: OPENED or VALUED after CLOSED opens it again.
 *   <li>Counts and sums are held at 0 per day after all reversals. Each reversal counts, also two of one original.
 *   <li>Turnover is of all transactions, the bank's own and those on loans included. {@code productFamilies} is the number
 *       of distinct families among open holdings. Charges, standing orders and outflows are debits only.
 *   <li>A reversal is made through the channel, and names the counterparty bank, of its original. Where it does not, the
 *       digital share is still at most 1.
 *   <li>The contribution rounds both averages to a minor unit, and then the sum.
 *   <li>A month is over from the day after its last. It has a salary when on one of its days SALARY and PENSION credits
 *       outnumber those taken back.
 *   <li>A contact is a sign of life unless it is CALL_OUT, COMPLAINT_OVERDUE or COMPLAINT_RESOLVED.
 *   <li>Without a relationship averages, what is made of them and tenure are absent, balance, counts and turnover are 0, and there is no score,
 *       tier, candidate or signal.
 *   <li>An unknown feature fails every gate on it, and has no points while its weight counts.
 *   <li>The candidate shown is the one without margin; the margin only keeps a watch from starting. While watched, being
 *       within the margin does not help.
 *   <li>WATCH_STARTED and WATCH_ENDED say the tier held as {@code from} and as {@code to}. A watch lasts a day
 *       at least.
 *   <li>Where customers move up at the start of a month, they do so in any evaluation as of its first day.
 *   <li>A month-end is an evaluation as of the last day of a month. That on which a watch begins counts, but never alone.
 *   <li>A customer is near the next tier when neither watched nor below the tier held, and one thing is missing by at most
 *       10 percent of a gate or 3 of the score. Told so, she is told again only after something was missing by more than
 *       20 percent of a gate or 6 of the score, or after a watch began, the tier changed, or one was set by hand.
 *       NEAR_UPGRADE may follow another signal of the same evaluation.
 *   <li>The latest customer file says which tier is set by hand; of two of one moment nobody may ask. It holds in every
 *       evaluation before its last date, if the policy has the tier, from the first tier on: after that, in the same
 *       evaluation. Whatever is said otherwise than before, be it the reason, is another.
 *   <li>Beneath a tier set by hand the rules go on unheard. On its last date it ends, after that date's own evaluation.
 *   <li>A curve with two points at one x takes the later one there.
 * </ol>
 */
@NullMarked
package stratum.scoring.reference;

import org.jspecify.annotations.NullMarked;
