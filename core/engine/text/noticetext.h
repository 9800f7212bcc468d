#pragma once

#include "core/domain/notify/notice.h"

#include <QHash>
#include <QTimeZone>

namespace lynceus {

/// Texts for notifications (context "notice"): plain text without markup and secrets.
struct NoticeText
{
    QString title; ///< short line: who and what
    QString body;  ///< one more sentence, or the names

    friend bool operator==(const NoticeText &, const NoticeText &) = default;
};

/// @param instanceNames by Instance::id; ids without a name are shown as they are. @param zone for times in the text.
[[nodiscard]] NoticeText textOf(const Notice &notice, const QHash<QString, QString> &instanceNames,
                                const QTimeZone &zone = QTimeZone::utc());

/// For "Send me one now".
[[nodiscard]] NoticeText sampleText();
/// Shown once, when the window is hidden in the panel.
[[nodiscard]] NoticeText inTrayText();
/// The user clicked a notification, but the window could not be opened. @p why: a sentence without full stop.
[[nodiscard]] NoticeText missingWindowText(const QString &why);

[[nodiscard]] QString buttonText(NoticeButton button);
/// "Failed", for the settings.
[[nodiscard]] QString kindText(NoticeKind kind);

/// Text for "Copy cause": application, instance and sentence.
[[nodiscard]] QString causeToCopy(const WatchRecord &watch, const QHash<QString, QString> &instanceNames);

} // namespace lynceus
