package stratum.sandbox.bank;

/** What kind of person a customer is. */
public enum Persona {
    SALARIED,
    STUDENT,
    PENSIONER,
    MERCHANT,
    WEALTHY,
    PROSPECT
}
