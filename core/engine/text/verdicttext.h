#pragma once

#include "core/domain/rollout/verdict/verdict.h"

#include <QString>
#include <QTimeZone>

namespace lynceus {

/// Texts for verdicts, shared by window, commands and notifications: English source, translated with Qt's tools
/// (context "verdict"). Each text is one line without a trailing line break; messages from the server are cleaned and
/// shortened.

/// One sentence: the outcome with its cause after the decision; before, the failing cause, or the blocker with its
/// remedy, or the current stage. @p zone for times in the text, here and below; UTC for text that leaves this computer.
[[nodiscard]] QString sentence(const Verdict &verdict, const Expectation &expectation,
                               const QTimeZone &zone = QTimeZone::utc());

/// "Pod shop-web-… cannot pull ghcr.io/acme/shop-web:1.6.0-typo (not found)"; without pod counts and full stop.
[[nodiscard]] QString causeText(const Cause &cause, const Expectation &expectation);
/// "0 of 3 new pods ready, 3 old pods still serve"; empty if nothing is known about pods.
[[nodiscard]] QString podCountsText(const PodCounts &pods);
/// What blocks progress, without remedy and full stop.
[[nodiscard]] QString blockerText(const Blocker &blocker, const QTimeZone &zone = QTimeZone::utc());
/// What the user can do (see Advice), as a clause: "sync it by hand, or switch auto-sync on"; empty if only waiting
/// helps.
[[nodiscard]] QString remedyText(const Blocker &blocker);
[[nodiscard]] QString noteText(const Note &note);
/// "logs may not be read in project shop"; for WatchRunner::logError() of kind Forbidden.
[[nodiscard]] QString logsRefusedText(const QString &project);

/// "deployed", "timed out", …; translated. nameOf() has the stable names.
[[nodiscard]] QString outcomeText(Outcome outcome);
[[nodiscard]] QString stageText(Stage stage);

/// "Deployment shop-web"; the application itself if the kind is empty.
[[nodiscard]] QString resourceText(const ResourceKey &resource, const ApplicationKey &application);
/// "ghcr.io/acme/shop-web:1.5.0", separated by commas.
[[nodiscard]] QString imagesText(const std::vector<ImageReference> &images);
/// imagesText(), or "revision 3f2a1b0", "chart version 1.5.2", "the next version".
[[nodiscard]] QString expectedText(const std::vector<ImageReference> &images, const ExpectedVersion &version);
[[nodiscard]] inline QString expectedText(const Expectation &expectation)
{
    return expectedText(expectation.images, expectation.version);
}

} // namespace lynceus
