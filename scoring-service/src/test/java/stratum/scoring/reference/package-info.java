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
 *       booked). Then it moves the relationship's start and nothing else: no balance, no holding, no count, no sign of
 *       life. It is evaluated like any fact. For a reversal its own date decides, not the date of what it takes back.
 *   <li>The relationship starts with a holding OPENED (VALUED or CLOSED alone do not) or any transaction, the bank's own
 *       and reversals included, each by its own business date; a reversal of the first transaction does not undo it.
 *   <li>A liability is told by the family on the fact itself. Closing one says nothing about a balance.
 *   <li>A holding without a value, and money in another currency, say nothing about a balance. A foreign transaction
 *       counts and makes its day active; its amount is left out of turnover. {@code Bank.inBase} is the hook for rates.
 *   <li>A CLOSED sets 0 whatever value it carries. Whether a holding is open is what the latest HoldingChanged of its
 *       account says, by time and then event id: OPENED or VALUED after CLOSED opens it again.
 *   <li>Counts are held at 0 per day after all reversals; turnover is not (a reversal known before its original makes it
 *       negative until the original is known). Each reversal counts, also two of one original.
 *   <li>Turnover is of all transactions, the bank's own and those on loans included. {@code productFamilies} is the number
 *       of distinct families among open holdings.
 *   <li>A month is over from the day after its last. It has a salary when on one of its days SALARY and PENSION credits
 *       outnumber those taken back.
 *   <li>A contact is a sign of life unless it is CALL_OUT, COMPLAINT_OVERDUE or COMPLAINT_RESOLVED.
 *   <li>Without a relationship averages and tenure are absent, balance, counts and turnover are 0, and there is no score,
 *       tier, candidate or signal.
 *   <li>An unknown feature fails every gate on it, and has no points while its weight counts.
 *   <li>The candidate shown is the one without margin; the margin only keeps a watch from starting. While watched, being
 *       within the margin does not help.
 *   <li>WATCH_STARTED and WATCH_ENDED say the tier held as {@code from} and as {@code to}. An evaluation sends at most one
 *       signal, so with no days of grace the move down comes with the next evaluation.
 *   <li>A curve with two points at one x takes the later one there.
 * </ol>
 */
@NullMarked
package stratum.scoring.reference;

import org.jspecify.annotations.NullMarked;
