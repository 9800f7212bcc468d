#pragma once

#include "app/gui/widgets/statecolours.h"
#include "core/domain/board/stagemarks.h"
#include "core/engine/text/boardtext.h"

#include <QColor>
#include <QList>
#include <QString>

#include <span>

namespace lynceus {

/// What the board shows of an instance.
struct InstanceLabel
{
    QString name;
    QColor colour;

    friend bool operator==(const InstanceLabel &, const InstanceLabel &) = default;
};

/// A row as it is painted and read aloud; only its times are made at the moment of painting.
struct BoardRow
{
    QString name; ///< the application, or the release
    InstanceLabel instance;
    QString versions;
    StageMarks marks{};
    QString pods;
    RowSentence sentence;
    StateRole role = StateRole::Neutral;
    QString stateWord;
    bool over = false;
    bool explains = false; ///< the sentence tells more than the other columns do

    friend bool operator==(const BoardRow &, const BoardRow &) = default;
};

[[nodiscard]] BoardRow rowOf(const WatchRecord &watch, const InstanceLabel &instance, const QTimeZone &zone);
/// One bar for all; @p looks in the order of @p watches, which are two or more.
[[nodiscard]] BoardRow rowOf(const QString &release, std::span<const WatchRecord *const> watches,
                             const QList<InstanceLabel> &looks, const QTimeZone &zone);

/// "shop-api on staging, 2.0.0 → 2.1.0: failing. Noticed, Applied: failing. Job … failed." as a screen reader says it.
[[nodiscard]] QString spokenText(const BoardRow &row);

} // namespace lynceus
