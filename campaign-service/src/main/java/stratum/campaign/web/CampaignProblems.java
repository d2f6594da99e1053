package stratum.campaign.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import stratum.campaign.usecase.CampaignRefused;

/** Says in problem details why a change was refused. */
@RestControllerAdvice
final class CampaignProblems {

    @ExceptionHandler
    ProblemDetail refused(CampaignRefused refused) {
        HttpStatus status = refused.isOvertaken() ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT;
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }
}
