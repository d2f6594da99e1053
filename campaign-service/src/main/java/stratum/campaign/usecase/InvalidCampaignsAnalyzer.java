package stratum.campaign.usecase;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the service what is wrong with its campaigns, instead of a stack trace. */
final class InvalidCampaignsAnalyzer extends AbstractFailureAnalyzer<InvalidCampaigns> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidCampaigns cause) {
        return new FailureAnalysis(
                String.join("\n", cause.mistakes()), "Mend the campaigns, each as a new version where it ran.", cause);
    }
}
