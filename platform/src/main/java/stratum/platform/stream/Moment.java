package stratum.platform.stream;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a decision is made, by the log and not by a wall clock.
 *
 * @param asOf the later of the fact's business date and that of the last tick
 * @param at the later of the fact's time and that of the last tick; what is announced bears this time
 * @param cause id of the fact that led to it, or the date of the review: with customer and kind it tells one announcement
 *     from all others, of which several may bear the same time
 */
public record Moment(LocalDate asOf, Instant at, String cause) {}
