#pragma once

#include "app/cli/exitcodes.h"

#include <QObject>

namespace lynceus {

/// One verb at work in the event loop: starts, is perhaps interrupted, ends with an exit code.
class VerbSession : public QObject
{
    Q_OBJECT
public:
    explicit VerbSession(QObject *parent = nullptr);
    ~VerbSession() override;

    /// Ctrl+C or SIGTERM: says what is known and ends. The default ends without words.
    virtual void interrupt();

Q_SIGNALS:
    void ended(ExitCode code);

protected:
    friend ExitCode execute(VerbSession &session);

    virtual void start() = 0;
    /// The first one counts.
    void end(ExitCode code);

private:
    bool m_isOver = false;
};

/// Runs the event loop of the program until @p session has ended.
[[nodiscard]] ExitCode execute(VerbSession &session);

} // namespace lynceus
