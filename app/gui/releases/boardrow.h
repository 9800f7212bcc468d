#pragma once

#include "app/gui/widgets/painting/statecolours.h"
#include "core/domain/board/stagemarks.h"
#include "core/engine/text/boardtext.h"

#include <QColor>
#include <QList>
#include <QString>

#include <span>

namespace lynceus {

/// What the board shows of an instance or an environment.
struct InstanceLabel
{
    QString name;
    QColor colour;

    friend bool operator==(const InstanceLabel &, const InstanceLabel &) = default;
};

/// A row as it is painted and read aloud; only its times are made at the moment of painting.
struct BoardRow
{
    QString name; ///< the application, the release, or what a group has in common
    InstanceLabel instance;
    InstanceLabel environment; ///< without a name: it belongs to none
    QString versions;
    StageMarks marks{};
    QString pods;
    RowSentence sentence;
    QString remark; ///< what people wrote about it
    StateRole role = StateRole::Neutral;
    QString stateWord;
    bool over = false;
    bool explains = false; ///< the sentence tells more than the other columns do

    friend bool operator==(const BoardRow &, const BoardRow &) = default;
};

/// To whom a watch belongs.
struct BoardLabels
{
    InstanceLabel instance;
    InstanceLabel environment;
};

[[nodiscard]] BoardRow rowOf(const WatchRecord &watch, const BoardLabels &labels, const std::optional<Pace> &pace,
                             const QTimeZone &zone);
/// One bar for all; @p labels in the order of @p watches, which are two or more; @p pace of the foremost().
[[nodiscard]] BoardRow rowOf(const QString &release, std::span<const WatchRecord *const> watches,
                             const QList<BoardLabels> &labels, const std::optional<Pace> &pace, const QTimeZone &zone);
/// A group: how many watches it has (as pods), how they are ("Failing 1 · Deployed 3" as the sentence's lead), and the
/// state of the one to look at first.
[[nodiscard]] BoardRow groupRow(const QString &title, std::span<const WatchRecord *const> watches);

/// "shop-api on staging, 2.0.0 → 2.1.0: failing. Noticed, Applied: failing. Job … failed." as a screen reader says it.
[[nodiscard]] QString spokenText(const BoardRow &row);

} // namespace lynceus
