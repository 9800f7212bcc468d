#pragma once

#include <QLoggingCategory>

namespace lynceus {

// All log categories. Default level: warnings. `QT_LOGGING_RULES=lynceus.*=true` enables everything.
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logStream)
Q_DECLARE_LOGGING_CATEGORY(logDesktop)
Q_DECLARE_LOGGING_CATEGORY(logReplay)
Q_DECLARE_LOGGING_CATEGORY(logWatch)
Q_DECLARE_LOGGING_CATEGORY(logStore)

} // namespace lynceus
