#include "core/io/log/categories.h"

namespace lynceus {

Q_LOGGING_CATEGORY(logHttp, "lynceus.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logStream, "lynceus.stream", QtWarningMsg)
Q_LOGGING_CATEGORY(logDesktop, "lynceus.desktop", QtWarningMsg)
Q_LOGGING_CATEGORY(logReplay, "lynceus.replay", QtWarningMsg)
Q_LOGGING_CATEGORY(logWatch, "lynceus.watch", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "lynceus.store", QtWarningMsg)

} // namespace lynceus
