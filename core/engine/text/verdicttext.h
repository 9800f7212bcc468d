#pragma once

#include "core/domain/rollout/verdict.h"

#include <QString>
#include <QTimeZone>

namespace lynceus {

/// Words for verdicts, shared by all faces: English source, translated by Qt's tools (context "verdict").
/// Each text is one line without a trailing line break; the server's words in it are cleaned and cut.

/// One sentence says who, what and how much: the outcome with its cause once decided; before, the failing cause,
/// else the blocker with its remedy, else what is happening.
/// @p zone of the times in it, as in all that follows: UTC for what travels.
[[nodiscard]] QString sentence(const Verdict &verdict, const Expectation &expectation,
                               const QTimeZone &zone = QTimeZone::utc());

/// "Pod shop-web-… cannot pull ghcr.io/acme/shop-web:1.6.0-typo (not found)", without the pod counts and the full stop.
[[nodiscard]] QString causeText(const Cause &cause, const Expectation &expectation);
/// "0 of 3 new pods ready, 3 old pods still serve"; empty if nothing is known about pods.
[[nodiscard]] QString podCountsText(const PodCounts &pods);
/// What holds it up, without the remedy and the full stop.
[[nodiscard]] QString blockerText(const Blocker &blocker, const QTimeZone &zone = QTimeZone::utc());
/// What a person can do about it (see Advice), a clause: "sync it by hand, or switch auto-sync on"; empty if only
/// waiting helps.
[[nodiscard]] QString remedyText(const Blocker &blocker);
[[nodiscard]] QString noteText(const Note &note);
/// "logs may not be read in project shop": for a WatchRunner::logError() of kind Forbidden.
[[nodiscard]] QString logsRefusedText(const QString &project);

/// "deployed", "timed out", … as a person reads it; nameOf() has the stable names.
[[nodiscard]] QString outcomeText(Outcome outcome);
[[nodiscard]] QString stageText(Stage stage);

/// "Deployment shop-web"; the application itself if the kind is empty.
[[nodiscard]] QString resourceText(const ResourceKey &resource, const ApplicationKey &application);
/// "ghcr.io/acme/shop-web:1.5.0", several joined by commas.
[[nodiscard]] QString imagesText(const std::vector<ImageReference> &images);
/// The same of images; else "revision 3f2a1b0", "chart version 1.5.2", "the next version".
[[nodiscard]] QString expectedText(const std::vector<ImageReference> &images, const ExpectedVersion &version);
[[nodiscard]] inline QString expectedText(const Expectation &expectation)
{
    return expectedText(expectation.images, expectation.version);
}

} // namespace lynceus
