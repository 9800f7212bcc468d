#include "tests/cli/programrun.h"

#include "tests/support/waiting.h"

#include <QFile>
#include <QProcessEnvironment>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

QProcessEnvironment cleanEnvironment(const QHash<QString, QString> &more)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, qEnvironmentVariable("HOME"));
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    environment.insert(u"TERM"_s, u"xterm-256color"_s);
    // The program disables ptrace for itself, so the leak checker cannot run.
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
    for (auto it = more.begin(); it != more.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

} // namespace

Program::Program(const QStringList &arguments, const QHash<QString, QString> &environment, int terminal,
                 const QByteArray &input)
{
    if (terminal >= 0)
        m_process.setChildProcessModifier([terminal] { ::dup2(terminal, STDERR_FILENO); });
    m_process.setProcessEnvironment(cleanEnvironment(environment));
    if (input.isEmpty())
        m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.start(QStringLiteral(LYNCEUS_PROGRAM), arguments);
    if (!input.isEmpty()) {
        m_process.write(input);
        m_process.closeWriteChannel();
    }
}

std::unique_ptr<Program> Program::onTerminal(const QStringList &arguments, const QHash<QString, QString> &environment,
                                             int terminal)
{
    std::unique_ptr<Program> program(new Program);
    auto &process = program->m_process;
    process.setChildProcessModifier([terminal] {
        ::dup2(terminal, STDIN_FILENO);
        ::dup2(terminal, STDERR_FILENO);
    });
    process.setProcessEnvironment(cleanEnvironment(environment));
    process.start(QStringLiteral(LYNCEUS_PROGRAM), arguments);
    return program;
}

std::unique_ptr<Program> Program::inShell(const QString &script, const QHash<QString, QString> &environment)
{
    std::unique_ptr<Program> program(new Program);
    auto &process = program->m_process;
    process.setProcessEnvironment(cleanEnvironment(environment));
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(u"sh"_s, {u"-c"_s, script, QStringLiteral(LYNCEUS_PROGRAM)});
    return program;
}

Program::~Program()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void Program::collect()
{
    m_output += m_process.readAllStandardOutput();
    m_error += m_process.readAllStandardError();
}

ProgramResult Program::finish(std::chrono::milliseconds patience)
{
    const bool ended = waitUntil([this] { return m_process.state() == QProcess::NotRunning; }, patience);
    collect();
    const bool isNormal = ended && m_process.exitStatus() == QProcess::NormalExit;
    return {isNormal ? m_process.exitCode() : -1, m_output, m_error};
}

QByteArray Program::firstLine()
{
    const auto hasLine = [this] {
        collect();
        return m_output.contains('\n') || m_process.state() == QProcess::NotRunning;
    };
    return waitUntil(hasLine) ? m_output.left(m_output.indexOf('\n')) : QByteArray();
}

void Program::interrupt()
{
    ::kill(pid_t(m_process.processId()), SIGINT);
}

ProgramResult run(const QStringList &arguments, const QHash<QString, QString> &environment)
{
    Program program(arguments, environment);
    return program.finish();
}

QList<QByteArray> linesOf(const QByteArray &text)
{
    auto lines = text.split('\n');
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

QString fileWith(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a test's own file cannot be written");
    return file.fileName();
}

} // namespace lynceus::test
