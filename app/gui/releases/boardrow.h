#pragma once

#include "app/gui/widgets/painting/statecolours.h"
#include "core/domain/board/stagemarks.h"
#include "core/engine/text/boardtext.h"

#include <QColor>
#include <QList>
#include <QString>

#include <span>

namespace lynceus {

/// Label of an instance or an environment.
struct InstanceLabel
{
    QString name;
    QColor colour;

    friend bool operator==(const InstanceLabel &, const InstanceLabel &) = default;
};

/// A row as painted and read aloud; only its times are computed when painting.
struct BoardRow
{
    QString name; ///< the application, the release, or the title of a group
    InstanceLabel instance;
    InstanceLabel environment; ///< empty name: no environment
    QString versions;
    StageMarks marks{};
    QString pods;
    RowSentence sentence;
    QString remark; ///< note of the users
    StateRole role = StateRole::Neutral;
    QString stateText;
    bool over = false;
    bool explains = false; ///< the sentence contains more than the other columns

    friend bool operator==(const BoardRow &, const BoardRow &) = default;
};

/// Instance and environment of a watch.
struct BoardLabels
{
    InstanceLabel instance;
    InstanceLabel environment;
};

[[nodiscard]] BoardRow rowOf(const WatchRecord &watch, const BoardLabels &labels, const std::optional<Pace> &pace,
                             const QTimeZone &zone);
/// One row for a release; @p labels are in the order of @p watches (two or more); @p pace is of the foremost().
[[nodiscard]] BoardRow rowOf(const QString &release, std::span<const WatchRecord *const> watches,
                             const QList<BoardLabels> &labels, const std::optional<Pace> &pace, const QTimeZone &zone);
/// A group: its number of watches (as pods), their states ("Failing 1 · Deployed 3" as the sentence's lead), and the
/// state of the most important one.
[[nodiscard]] BoardRow groupRow(const QString &title, std::span<const WatchRecord *const> watches);

/// "shop-api on staging, 2.0.0 → 2.1.0: failing. Noticed, Applied: failing. Job … failed.", for screen readers.
[[nodiscard]] QString spokenText(const BoardRow &row);

} // namespace lynceus
