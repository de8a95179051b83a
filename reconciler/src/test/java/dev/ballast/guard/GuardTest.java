package dev.ballast.guard;

import static dev.ballast.policy.Tier.DAILY;
import static dev.ballast.policy.Tier.HOURLY;
import static dev.ballast.policy.Tier.MONTHLY;
import static dev.ballast.policy.Tier.WEEKLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the guard decides on one look. */
class GuardTest {
    /** Seven dailies; the run of the eighth has failed, and so has every one since. */
    private static final Scene OUTAGE = Scene.wanting(3)
            .daily(7)
            .good(DAILY, "2027-01-01T02:00:30Z", "2027-01-02T02:00:30Z", "2027-01-03T02:00:30Z")
            .good(DAILY, "2027-01-04T02:00:30Z", "2027-01-05T02:00:30Z", "2027-01-06T02:00:30Z")
            .good(DAILY, "2027-01-07T02:00:30Z");

    @Test
    void nothingIsExtendedWhileNewerOnesAreGood() {
        assertThat(OUTAGE.extended("2027-01-08T02:15:00Z")).isEmpty();
    }

    @Test
    void olderOnesThanTheNewestAreLetGoInAnOutage() {
        assertThat(OUTAGE.extended("2027-01-11T02:00:00Z")).isEmpty();
    }

    @Test
    void theThirdNewestIsExtendedSixHoursBeforeItExpires() {
        assertThat(OUTAGE.extended("2027-01-11T20:00:29Z")).isEmpty();
        assertThat(OUTAGE.extended("2027-01-11T20:00:30Z"))
                .containsExactly("daily-2027-01-05 until 2027-01-12T20:00:31Z");
    }

    @Test
    void whatIsExtendedLivesUntilTheMissingRunsCouldHaveBeenMade() {
        assertThat(OUTAGE.extended("2027-01-13T21:00:00Z"))
                .as("none is newer, so three runs, and six hours after the third has had its 22 minutes")
                .startsWith("daily-2027-01-07 until 2027-01-16T08:22:01Z");
    }

    @Test
    void expiredOnesThatAreNotYetCollectedAreSavedToo() {
        assertThat(OUTAGE.extended("2027-01-14T02:30:00Z"))
                .containsExactly(
                        "daily-2027-01-07 until 2027-01-17T08:22:01Z",
                        "daily-2027-01-06 until 2027-01-16T08:22:01Z",
                        "daily-2027-01-05 until 2027-01-15T08:22:01Z");
    }

    @Test
    void aReasonSaysWhatIsMissing() {
        assertThat(OUTAGE.at("2027-01-14T02:30:00Z"))
                .extracting(Extension::reason)
                .containsExactly(
                        "no newer backup is good, and the newest 3 are never let go",
                        "only 1 newer backup is good, and the newest 3 are never let go",
                        "only 2 newer backups are good, and the newest 3 are never let go");
    }

    @Test
    void aBackupIsLetGoWhenEnoughNewerOnesAreGood() {
        Scene over = OUTAGE.extended(DAILY, "2026-12-31T02:00:30Z", "2027-01-08T08:00:00Z");
        assertThat(over.extended("2027-01-08T07:00:00Z")).isEmpty();
    }

    @Test
    void aDateThatASyncBroughtBackIsMovedAgain() {
        Scene scene = Scene.wanting(1).daily(7).extended(DAILY, "2027-01-01T02:00:30Z", "2027-01-20T02:00:00Z");
        Scene synced = Scene.wanting(1).daily(7).good(DAILY, "2027-01-01T02:00:30Z");
        assertThat(scene.extended("2027-01-10T00:00:00Z")).isEmpty();
        assertThat(synced.extended("2027-01-10T00:00:00Z"))
                .containsExactly("daily-2027-01-01 until 2027-01-11T00:00:01Z");
    }

    @Test
    void theFirstExpiryIsRememberedHoweverOftenItIsMoved() {
        Extension again = Scene.wanting(1)
                .daily(7)
                .extended(DAILY, "2027-01-01T02:00:30Z", "2027-01-20T02:00:00Z")
                .at("2027-01-19T21:00:00Z")
                .get(0);
        assertThat(again.original()).isEqualTo(Instant.parse("2027-01-08T02:00:30Z"));
        assertThat(again.from()).isEqualTo(Instant.parse("2027-01-20T02:00:00Z"));
        assertThat(again.to()).isEqualTo(Instant.parse("2027-01-20T21:00:01Z"));
    }

    @Test
    void theNewestAreCountedOverAllTiers() {
        Scene scene = Scene.wanting(3)
                .daily(7)
                .weekly(4)
                .good(WEEKLY, "2026-12-27T03:00:30Z", "2027-01-03T03:00:30Z")
                .good(DAILY, "2027-01-01T02:00:30Z", "2027-01-02T02:00:30Z");
        assertThat(scene.extended("2027-01-08T00:00:00Z"))
                .as(
                        "the weekly of 3 January and the daily of 2 January are newer, and the daily of the 1st is the third")
                .containsExactly("daily-2027-01-01 until 2027-01-09T00:00:01Z");
    }

    @Test
    void othersAreNoneOfOurs() {
        Scene scene = Scene.wanting(1).daily(7).good(DAILY, "2027-01-01T02:00:30Z");
        assertThat(scene.goodOf("staging", DAILY, "2027-01-07T02:00:30Z").extended("2027-01-08T00:00:00Z"))
                .containsExactly("daily-2027-01-01 until 2027-01-09T00:00:01Z");
        assertThat(scene.goodOf(Scene.CLUSTER, DAILY, "2027-01-07T02:00:30Z").extended("2027-01-08T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void whatIsBeingDeletedNeitherCountsNorIsHeld() {
        Scene scene = Scene.wanting(1).daily(7).good(DAILY, "2027-01-01T02:00:30Z", "2027-01-07T02:00:30Z");
        assertThat(scene.deleting("daily-2027-01-07").extended("2027-01-08T00:00:00Z"))
                .containsExactly("daily-2027-01-01 until 2027-01-09T00:00:01Z");
        assertThat(scene.deleting("daily-2027-01-01").extended("2027-01-08T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void nothingIsGuardedWhereNothingIsWanted() {
        Scene scene = Scene.wanting(0).daily(7).good(DAILY, "2027-01-01T02:00:30Z");
        assertThat(scene.extended("2027-01-08T02:00:00Z")).isEmpty();
        assertThat(scene.nextLook("2027-01-08T02:00:00Z")).isEmpty();
    }

    @Test
    void aPolicyThatKeepsThreeIsNotTouchedWhileTheThirdNewerOneRuns() {
        Scene scene = Scene.wanting(3)
                .daily(3)
                .good(DAILY, "2027-01-01T02:00:30Z", "2027-01-02T02:00:30Z", "2027-01-03T02:00:30Z")
                .running(DAILY, "2027-01-04T02:00:20Z");
        assertThat(scene.extended("2027-01-04T02:10:00Z")).isEmpty();
    }

    @Test
    void aPolicyThatKeepsThreeTriesToSaveTheThirdWhenTheRunHasFailed() {
        Scene scene = Scene.wanting(3)
                .daily(3)
                .good(DAILY, "2027-01-01T02:00:30Z", "2027-01-02T02:00:30Z", "2027-01-03T02:00:30Z")
                .failed(DAILY, "2027-01-04T02:00:20Z");
        assertThat(scene.extended("2027-01-04T02:10:00Z"))
                .containsExactly("daily-2027-01-01 until 2027-01-05T08:22:01Z");
    }

    @Test
    void aRunThatWasNeverMadeIsMissedOnceItHasHadItsTime() {
        Scene scene = Scene.wanting(3)
                .daily(3)
                .good(DAILY, "2027-01-01T02:00:30Z", "2027-01-02T02:00:30Z", "2027-01-03T02:00:30Z");
        assertThat(scene.extended("2027-01-04T02:21:59Z")).isEmpty();
        assertThat(scene.extended("2027-01-04T02:22:00Z"))
                .containsExactly("daily-2027-01-01 until 2027-01-05T08:22:01Z");
    }

    @Test
    void theLastGoodOneIsNeverLetGoEvenByAPolicyThatKeepsOne() {
        Scene scene = Scene.wanting(1).daily(1).good(DAILY, "2027-01-01T02:00:30Z");
        assertThat(scene.extended("2027-01-01T20:00:30Z"))
                .containsExactly("daily-2027-01-01 until 2027-01-02T20:00:31Z");
    }

    @Test
    void theLastGoodOneWaitsForARunThatWillEndInTime() {
        Scene strict = Scene.wanting(1)
                .tier(DAILY, "0 2 * * *", Duration.ofHours(27), null)
                .good(DAILY, "2027-01-01T02:00:30Z");
        assertThat(strict.extended("2027-01-01T23:00:00Z"))
                .as("it expires at five, and the run at two has until a quarter past four")
                .isEmpty();
        assertThat(strict.extended("2027-01-02T02:00:00Z"))
                .as("that run was not made")
                .containsExactly("daily-2027-01-01 until 2027-01-03T08:22:01Z");
    }

    @Test
    void aTierThatKeepsFewIsLetGoByItsOwnRhythmAmongOthers() {
        Scene scene = Scene.wanting(3)
                .tier(HOURLY, "30 * * * *", Duration.ofHours(2), null)
                .daily(7)
                .good(HOURLY, "2027-01-09T06:30:10Z")
                .good(HOURLY, "2027-01-09T07:30:10Z")
                .good(DAILY, "2027-01-08T02:00:30Z", "2027-01-09T02:00:30Z");
        assertThat(scene.extended("2027-01-09T08:20:00Z")).isEmpty();
    }

    @Test
    void aTierThatKeepsFewIsHeldWhereTheOthersAreMissing() {
        Scene scene = Scene.wanting(3).daily(2).weekly(4).good(DAILY, "2027-01-01T02:00:30Z", "2027-01-02T02:00:30Z");
        assertThat(scene.extended("2027-01-03T00:00:00Z"))
                .as("no weekly is good, though four of them should be there")
                .containsExactly("daily-2027-01-01 until 2027-01-04T00:00:01Z");
    }

    @Test
    void aYoungPolicyIsNotTouchedForWhatItCouldNotYetHave() {
        String since = "2027-01-01T12:00:00Z";
        Scene scene = Scene.wanting(3)
                .tier(DAILY, "0 2 * * *", Duration.ofDays(2), since)
                .tier(WEEKLY, "0 3 * * 0", Duration.ofDays(28), since)
                .good(DAILY, "2027-01-02T02:00:30Z", "2027-01-03T02:00:30Z");
        assertThat(scene.extended("2027-01-03T23:00:00Z"))
                .as("but the weekly of 3 January, which is missing by now, counts")
                .hasSize(1);
        assertThat(scene.good(WEEKLY, "2027-01-03T03:00:30Z").extended("2027-01-03T23:00:00Z"))
                .isEmpty();
    }

    @Test
    void whatAnEarlierPolicyMadeIsHeldUntilTheNewOneHasAsMany() {
        Scene changed = Scene.wanting(3)
                .tier(MONTHLY, "0 4 1 * *", Duration.ofDays(365), "2027-01-07T12:00:00Z")
                .good(DAILY, "2027-01-05T02:00:30Z", "2027-01-06T02:00:30Z", "2027-01-07T02:00:30Z");
        assertThat(changed.extended("2027-01-14T01:00:00Z"))
                .containsExactly(
                        "daily-2027-01-07 until 2027-01-21T01:00:01Z",
                        "daily-2027-01-06 until 2027-01-21T01:00:01Z",
                        "daily-2027-01-05 until 2027-01-21T01:00:01Z");
    }

    @Test
    void itLooksAgainWhenTheFirstOfTheNewestIsToBeDecidedUpon() {
        assertThat(OUTAGE.nextLook("2027-01-08T12:00:00Z")).contains(Instant.parse("2027-01-11T20:00:30Z"));
    }

    @Test
    void itLooksOftenWhileADecisionIsOpen() {
        assertThat(OUTAGE.nextLook("2027-01-11T21:00:00Z")).contains(Instant.parse("2027-01-11T21:45:00Z"));
    }

    @Test
    void thePatchNamesTheObjectItMeansAndTheDateItReplaces() {
        Extension extension = new Extension(
                "shop-daily-20270101020030",
                "8f14e45f",
                Instant.parse("2027-01-08T02:00:30Z"),
                Instant.parse("2027-01-09T02:00:30Z"),
                Instant.parse("2027-01-10T02:00:00Z"),
                "no newer backup is good, and the newest 3 are never let go");
        assertThat(extension.patch())
                .hasToString("{\"metadata\":{\"uid\":\"8f14e45f\",\"annotations\":{\"ballast.dev/original-expiration\":"
                        + "\"2027-01-08T02:00:30Z\"}},\"status\":{\"expiration\":\"2027-01-10T02:00:00Z\"}}");
    }

    @Test
    void aLifeIsNeverShortened() {
        Instant day = Instant.parse("2027-01-08T02:00:30Z");
        assertThatThrownBy(() -> new Extension("shop-daily", "8f14e45f", day, day, day, "no reason"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a life is only made longer: 2027-01-08T02:00:30Z to 2027-01-08T02:00:30Z");
    }
}
