#include "core/io/process/programoutput.h"

#include "core/io/process/environment.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

ProgramOutput::ProgramOutput(QObject *parent)
    : QObject(parent)
    , m_process(std::make_unique<QProcess>())
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(kLimit);
    m_process->setProcessEnvironment(environmentForOurOwn(QProcessEnvironment::systemEnvironment()));
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, [this] {
        const auto more = m_process->readAllStandardOutput();
        m_output += more.first(std::min(more.size(), kLargestOutput - m_output.size()));
    });
    connect(m_process.get(), &QProcess::finished, this, [this](int, QProcess::ExitStatus status) {
        if (status == QProcess::NormalExit)
            end(m_output);
        else
            end(badInput(u"%1 crashed"_s.arg(m_process->program())));
    });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(badInput(u"%1 cannot be started: %2"_s.arg(m_process->program(), m_process->errorString())));
    });
    connect(&m_limit, &QTimer::timeout, this, [this] {
        end(badInput(u"%1 did not end within %2 s"_s.arg(m_process->program()).arg(kLimit.count())));
        m_process->kill();
    });
}

/// A running program is deleted when it has ended, because waiting would block.
ProgramOutput::~ProgramOutput()
{
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning)
        return;
    auto *process = m_process.release();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

void ProgramOutput::start(const ProgramCall &call)
{
    m_limit.start();
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->start(call.program, call.arguments, QIODevice::ReadOnly);
}

void ProgramOutput::end(const Result<QByteArray> &output)
{
    m_limit.stop();
    if (!std::exchange(m_hasEnded, true))
        Q_EMIT finished(output);
}

} // namespace lynceus
