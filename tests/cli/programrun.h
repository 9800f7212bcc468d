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
    int exitCode = -1; ///< -1: crashed or did not end
    QByteArray output;
    QByteArray error;
};

/// Runs the real program in an environment without the settings of the user who runs the tests.
class Program final
{
public:
    /// @p terminal: used as standard error; -1: a pipe.
    /// @p input: content of standard input; empty by default.
    explicit Program(const QStringList &arguments, const QHash<QString, QString> &environment = {}, int terminal = -1,
                     const QByteArray &input = {});
    ~Program();

    /// Uses @p terminal as standard input and standard error.
    [[nodiscard]] static std::unique_ptr<Program> onTerminal(const QStringList &arguments,
                                                             const QHash<QString, QString> &environment, int terminal);

    /// Runs a script of the shell, which calls the program as "$0".
    [[nodiscard]] static std::unique_ptr<Program> inShell(const QString &script,
                                                          const QHash<QString, QString> &environment = {});

    /// Runs the event loop (the test's server lives in this thread) until the program has ended.
    [[nodiscard]] ProgramResult finish(std::chrono::milliseconds patience = std::chrono::seconds(60));
    /// Waits for a complete line on standard output; empty if there is none.
    [[nodiscard]] QByteArray firstLine();
    /// Sends the signal of Ctrl+C.
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

/// The lines of @p text, without an empty last line.
[[nodiscard]] QList<QByteArray> linesOf(const QByteArray &text);

/// Creates a file with this content in the test's temporary folder.
[[nodiscard]] QString fileWith(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes);

} // namespace lynceus::test
