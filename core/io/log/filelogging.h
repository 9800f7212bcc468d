#pragma once

#include "core/io/log/logfile.h"

#include <QtGlobal>

#include <optional>

namespace lynceus {

enum class LogLevel { Off, Warning, Info, Debug };

/// "off", "warning", "info", "debug"; nothing for anything else.
[[nodiscard]] std::optional<LogLevel> logLevelFrom(const QString &text);

/// What LYNCEUS_LOG says; nothing if it is not set, or is none of them.
[[nodiscard]] std::optional<LogLevel> logLevelOfEnvironment();

/// While it lives, what is logged goes into a file too. Standard error gets what it got before: warnings, and the rest
/// only where QT_LOGGING_RULES asks for it. One at a time.
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
    bool m_isVerbose; ///< standard error wants everything
    QtMessageHandler m_previous;
};

} // namespace lynceus
