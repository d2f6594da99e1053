package stratum.customer.usecase;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import stratum.customer.domain.Edit;

/** An edit that does not stand, in the words of HTTP. */
public final class EditRefused extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    EditRefused(Edit.Overtaken overtaken) {
        this(overtaken.version());
    }

    EditRefused(long version) {
        super(HttpStatus.PRECONDITION_FAILED);
        setDetail("The file is now at version %d; read it again and repeat the edit.".formatted(version));
    }

    EditRefused(Edit.Outdated outdated) {
        super(HttpStatus.CONFLICT);
        setDetail("The file already knows a change of %s, which is not earlier.".formatted(outdated.changedAt()));
    }
}
