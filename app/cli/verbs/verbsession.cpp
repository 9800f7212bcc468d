#include "app/cli/verbs/verbsession.h"

#include "core/io/process/interruption.h"

#include <QCoreApplication>
#include <QMetaObject>

namespace lynceus {

VerbSession::VerbSession(QObject *parent)
    : QObject(parent)
{ }

VerbSession::~VerbSession() = default;

void VerbSession::interrupt()
{
    end(ExitCode::Interrupted);
}

void VerbSession::end(ExitCode code)
{
    if (std::exchange(m_isOver, true))
        return;
    Q_EMIT ended(code);
}

ExitCode execute(VerbSession &session)
{
    Interruption interruption;
    QObject::connect(&interruption, &Interruption::interrupted, &session, &VerbSession::interrupt);
    QObject::connect(&session, &VerbSession::ended, &session, [](ExitCode code) { QCoreApplication::exit(int(code)); });
    // An exit before the loop runs would be lost.
    QMetaObject::invokeMethod(
        &session, [&session] { session.start(); }, Qt::QueuedConnection);
    return ExitCode(QCoreApplication::exec());
}

} // namespace lynceus
