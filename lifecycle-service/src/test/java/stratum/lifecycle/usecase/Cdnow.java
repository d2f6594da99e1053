package stratum.lifecycle.usecase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.tukaani.xz.XZInputStream;
import stratum.lifecycle.domain.Rhythm;

/** The customers of CDNOW, if they are on this machine; a test that finds none says so loudly and stands aside. */
final class Cdnow {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final double WEEK = 7;

    private Cdnow() {}

    /** The 2,357 customers of the papers, in weeks. */
    static List<Rhythm> summary() throws IOException {
        return lines("cdnow_customers_summary.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(row ->
                        new Rhythm(Integer.parseInt(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3]), 0))
                .toList();
    }

    /** All 23,570 customers in the order of their ids, in weeks, as they were known at the end of a day. */
    static List<Rhythm> customersAsOf(LocalDate day) throws IOException {
        TreeMap<String, TreeSet<LocalDate>> days = new TreeMap<>();
        for (String line : lines("CDNOW_master.txt").stream().skip(1).toList()) {
            String[] row = line.trim().split("\\s+");
            days.computeIfAbsent(row[0], id -> new TreeSet<>()).add(LocalDate.parse(row[1], DATE));
        }
        List<Rhythm> customers = new ArrayList<>();
        days.values().forEach(all -> customers.add(rhythm(all.headSet(day.plusDays(1)), day)));
        return customers;
    }

    private static Rhythm rhythm(Iterable<LocalDate> days, LocalDate asOf) {
        TreeSet<LocalDate> known = new TreeSet<>();
        days.forEach(known::add);
        long first = known.first().toEpochDay();
        return new Rhythm(
                known.size() - 1, (known.last().toEpochDay() - first) / WEEK, (asOf.toEpochDay() - first) / WEEK, 0);
    }

    private static List<String> lines(String name) throws IOException {
        Path file = folder().resolve(name + ".xz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new XZInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static Path folder() {
        String named = System.getProperty("stratum.data");
        Path folder = Path.of(named == null ? "no-data" : named, "cdnow");
        if (!Files.isDirectory(folder)) {
            System.err.printf(
                    "REAL DATA ABSENT: no %s. Tests against it are skipped; name the folder with -Dstratum.data.%n",
                    folder);
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "There is no real data at " + folder);
        return folder;
    }
}
