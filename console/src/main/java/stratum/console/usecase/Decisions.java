package stratum.console.usecase;

import stratum.console.domain.Heard;

/** What has been read so far from the topics of decisions. */
public interface Decisions {

    Heard heard();
}
