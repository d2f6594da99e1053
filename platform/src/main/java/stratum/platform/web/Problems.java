package stratum.platform.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import stratum.platform.stream.CustomerStates;

/** Turns what a controller throws into problem details; Spring does the same for its own exceptions. */
@RestControllerAdvice
final class Problems {

    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ProblemDetail invalid(InvalidInput invalid) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setTitle("Invalid input");
        problem.setDetail("The input has %d mistake(s); see errors."
                .formatted(invalid.mistakes().size()));
        problem.setProperty("errors", invalid.mistakes());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(CustomerStates.Unavailable unavailable) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setDetail(unavailable.getMessage());
        return ResponseEntity.of(problem)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
