package stratum.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What was asked for is not there. */
public final class NotFound extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /** Something is not there, said in a sentence. */
    public NotFound(String sentence) {
        super(HttpStatus.NOT_FOUND);
        setDetail(sentence);
    }
}
