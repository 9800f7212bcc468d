#pragma once

#include "core/domain/notify/notice.h"

#include <QHash>
#include <QTimeZone>

namespace lynceus {

/// Words for notifications (context "notice"): plain text, no markup, no secrets.
struct NoticeText
{
    QString title; ///< a short line: who and what
    QString body;  ///< one sentence more, or the names

    friend bool operator==(const NoticeText &, const NoticeText &) = default;
};

/// @param instanceNames by Instance::id; an id without a name stands for itself.
/// @param zone of the times in it.
[[nodiscard]] NoticeText textOf(const Notice &notice, const QHash<QString, QString> &instanceNames,
                                const QTimeZone &zone = QTimeZone::utc());

/// For "Send me one now".
[[nodiscard]] NoticeText sampleText();
/// Once, when the window hides in the panel.
[[nodiscard]] NoticeText inTrayText();
/// A notification was clicked, but no window came. @p why: a sentence without full stop.
[[nodiscard]] NoticeText missingWindowText(const QString &why);

[[nodiscard]] QString buttonText(NoticeButton button);
/// "Failed", for Preferences.
[[nodiscard]] QString kindText(NoticeKind kind);

/// What "Copy cause" puts on the clipboard: the application, where it is, and the sentence.
[[nodiscard]] QString causeToCopy(const WatchRecord &watch, const QHash<QString, QString> &instanceNames);

} // namespace lynceus
