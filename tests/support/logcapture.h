#pragma once

#include <QLoggingCategory>
#include <QMutex>
#include <QString>

namespace lynceus::test {

/// Collects log messages of all our categories during its lifetime; warnings still reach the previous handler.
class LogCapture final
{
public:
    LogCapture()
    {
        s_current = this;
        QLoggingCategory::setFilterRules(QStringLiteral("lynceus.*=true"));
        m_previous = qInstallMessageHandler(&LogCapture::take);
    }
    ~LogCapture()
    {
        qInstallMessageHandler(m_previous);
        QLoggingCategory::setFilterRules(QString());
        s_current = nullptr;
    }
    LogCapture(const LogCapture &) = delete;
    LogCapture &operator=(const LogCapture &) = delete;

    [[nodiscard]] QString text() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_text;
    }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        {
            const QMutexLocker lock(&s_current->m_mutex);
            s_current->m_text += qFormatLogMessage(type, context, message) + u'\n';
        }
        if (type != QtDebugMsg && type != QtInfoMsg && s_current->m_previous)
            s_current->m_previous(type, context, message);
    }

    static inline LogCapture *s_current = nullptr;
    QtMessageHandler m_previous = nullptr;
    mutable QMutex m_mutex; // Qt's network thread logs too
    QString m_text;
};

} // namespace lynceus::test
