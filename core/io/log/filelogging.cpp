#include "core/io/log/filelogging.h"

#include "core/io/clock.h"

#include <QLoggingCategory>

#include <array>
#include <atomic>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Qt's message handler is a plain function: it finds its object here.
std::atomic<FileLogging *> current = nullptr;
// What the file's own work would log must not come back to it.
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
    Q_ASSERT(!current);
    if (level == LogLevel::Info)
        QLoggingCategory::setFilterRules(u"lynceus.*.info=true"_s);
    else if (level == LogLevel::Debug)
        QLoggingCategory::setFilterRules(u"lynceus.*=true"_s);
    current = this;
    m_previous = qInstallMessageHandler(&FileLogging::take);
}

FileLogging::~FileLogging()
{
    qInstallMessageHandler(m_previous);
    current = nullptr;
    QLoggingCategory::setFilterRules(QString());
}

void FileLogging::take(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    auto *const self = current.load();
    if (!self)
        return; // another thread logs while we end
    const auto level = levelOf(type);
    if (level <= self->m_level && !isWriting) {
        isWriting = true;
        self->m_file.append(logLine(self->m_clock.now(), nameOf(level), context.category, message));
        isWriting = false;
    }
    if (self->m_previous && (level == LogLevel::Warning || self->m_isVerbose))
        self->m_previous(type, context, message);
}

} // namespace lynceus
