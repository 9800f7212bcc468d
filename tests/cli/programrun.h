#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace lynceus::test {

struct ProgramResult
{
    int exitCode = -1; ///< -1: crashed or never ended
    QByteArray output;
    QByteArray error;
};

/// The real program, in an environment without anything of the person who runs the tests.
class Program final
{
public:
    /// @p terminal: a terminal in place of standard error; -1: a pipe.
    /// @p input: what stands on standard input; nothing unless said.
    explicit Program(const QStringList &arguments, const QHash<QString, QString> &environment = {}, int terminal = -1,
                     const QByteArray &input = {});
    ~Program();

    /// A person sits before @p terminal: standard input and standard error are there.
    [[nodiscard]] static std::unique_ptr<Program> onTerminal(const QStringList &arguments,
                                                             const QHash<QString, QString> &environment, int terminal);

    /// Lets events happen (the server of the test lives in this thread) until the program has ended.
    [[nodiscard]] ProgramResult finish(std::chrono::milliseconds patience = std::chrono::seconds(60));
    /// Until standard output has a whole line; the line, empty if none came.
    [[nodiscard]] QByteArray firstLine();
    /// As Ctrl+C does.
    void interrupt();

    [[nodiscard]] QProcess &process() { return m_process; }

private:
    Program() = default;
    void collect();

    QProcess m_process;
    QByteArray m_output;
    QByteArray m_error;
};

[[nodiscard]] ProgramResult run(const QStringList &arguments, const QHash<QString, QString> &environment = {});

/// Lines of @p text, without an empty one at the end.
[[nodiscard]] QList<QByteArray> linesOf(const QByteArray &text);

/// A file with these bytes in a folder that lives as long as the test.
[[nodiscard]] QString fileWith(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes);

} // namespace lynceus::test
