#include "core/io/log/filelogging.h"

#include "core/io/clock.h"

#include <QLoggingCategory>
#include <QMutex>

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Qt's message handler is a plain function and finds its object here. Held under a lock during use, because network
// threads may still log while it is destroyed.
QBasicMutex guard;
FileLogging *current = nullptr;
// Prevents recursion if writing the file logs something.
thread_local bool isWriting = false;

struct LevelName
{
    const char *name;
    LogLevel level;
};
constexpr std::array kLevels{LevelName{"off", LogLevel::Off}, LevelName{"warning", LogLevel::Warning},
                             LevelName{"info", LogLevel::Info}, LevelName{"debug", LogLevel::Debug}};

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogLevel::Warning;
}

const char *nameOf(LogLevel level)
{
    for (const auto &known : kLevels) {
        if (known.level == level)
            return known.name;
    }
    return "";
}

} // namespace

std::optional<LogLevel> logLevelFrom(const QString &text)
{
    for (const auto &known : kLevels) {
        if (text == QLatin1StringView(known.name))
            return known.level;
    }
    return std::nullopt;
}

std::optional<LogLevel> logLevelOfEnvironment()
{
    return logLevelFrom(qEnvironmentVariable("LYNCEUS_LOG").trimmed().toLower());
}

FileLogging::FileLogging(LogFile &file, LogLevel level, const Clock &clock)
    : m_file(file)
    , m_level(level)
    , m_clock(clock)
    , m_isVerbose(!qEnvironmentVariableIsEmpty("QT_LOGGING_RULES"))
{
    if (level == LogLevel::Info)
        QLoggingCategory::setFilterRules(u"lynceus.*.info=true"_s);
    else if (level == LogLevel::Debug)
        QLoggingCategory::setFilterRules(u"lynceus.*=true"_s);
    const QMutexLocker lock(&guard);
    Q_ASSERT(!current);
    m_previous = qInstallMessageHandler(&FileLogging::take);
    current = this;
}

FileLogging::~FileLogging()
{
    qInstallMessageHandler(m_previous);
    {
        const QMutexLocker lock(&guard);
        current = nullptr;
    }
    QLoggingCategory::setFilterRules(QString());
}

void FileLogging::take(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (isWriting)
        return;
    const auto level = levelOf(type);
    QtMessageHandler previous = nullptr;
    {
        const QMutexLocker lock(&guard);
        if (!current)
            return; // it was destroyed in between
        if (level <= current->m_level) {
            isWriting = true;
            current->m_file.append(logLine(current->m_clock.now(), nameOf(level), context.category, message));
            isWriting = false;
        }
        if (level == LogLevel::Warning || current->m_isVerbose)
            previous = current->m_previous;
    }
    if (previous)
        previous(type, context, message);
}

} // namespace lynceus
