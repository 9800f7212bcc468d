#pragma once

#include "core/io/log/logfile.h"

#include <QtGlobal>

#include <optional>

namespace lynceus {

enum class LogLevel { Off, Warning, Info, Debug };

/// "off", "warning", "info", "debug"; empty for any other text.
[[nodiscard]] std::optional<LogLevel> logLevelFrom(const QString &text);

/// From LYNCEUS_LOG; empty if not set or invalid.
[[nodiscard]] std::optional<LogLevel> logLevelOfEnvironment();

/// Also writes log messages to a file while it exists. Standard error stays as before: warnings, and others only as
/// QT_LOGGING_RULES requests. One object at a time.
class FileLogging final
{
public:
    FileLogging(LogFile &file, LogLevel level, const Clock &clock);
    FileLogging(const FileLogging &) = delete;
    FileLogging &operator=(const FileLogging &) = delete;
    ~FileLogging();

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message);

    LogFile &m_file;
    LogLevel m_level;
    const Clock &m_clock;
    bool m_isVerbose; ///< standard error gets everything
    QtMessageHandler m_previous;
};

} // namespace lynceus
