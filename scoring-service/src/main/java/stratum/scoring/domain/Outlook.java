package stratum.scoring.domain;

/**
 * What a customer's features can come to while time passes and no fact comes. The days are those after the date of the
 * evaluation, from 1.
 */
interface Outlook {

    /** Bounds below on each of the next days; a feature that may be unknown on one of them is absent. */
    Features least(int days);

    /** Bounds above on each of the next days; a feature that is unknown on all of them is absent. */
    Features most(int days);
}
